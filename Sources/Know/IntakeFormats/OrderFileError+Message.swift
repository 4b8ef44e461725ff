public import Domain
import Glibc

extension OrderFileError {
    /// What happened and what to do next, for the person at the screen: `orders.csv: the file is empty.`
    public func message(in language: Language) -> String {
        name(in: language) + ": " + wording[language]
    }

    private func name(in language: Language) -> String {
        switch self {
        case .notFound(let path), .noPermission(let path), .isDirectory(let path), .isDevice(let path),
            .empty(let path), .notText(let path, _, _), .truncatedGzip(let path, _), .damagedGzip(let path, _),
            .damagedSpreadsheet(let path, _, _), .tooLargeUnpacked(let path, _), .noSuchSheet(let path, _, _),
            .noVisibleSheet(let path, _), .notASpreadsheet(let path, _), .unsupported(let path, _),
            .changedWhileRead(let path), .readFailed(let path, _), .spoolFailed(let path, _):
            // An empty name must be seen, and a line break in a name must not look like another message.
            path.isEmpty
                ? Phrase(en: "“”", pl: "„”", ru: "«»")[language]
                : VisibleText.of(OrderFiles.name(of: path, in: language), .oneLine)
        }
    }

    private var wording: Phrase {
        switch self {
        case .notFound, .noPermission, .isDirectory, .isDevice, .changedWhileRead, .readFailed, .spoolFailed:
            accessWording
        case .empty, .notText, .truncatedGzip, .damagedGzip, .tooLargeUnpacked: contentWording
        case .damagedSpreadsheet, .noSuchSheet, .noVisibleSheet, .notASpreadsheet: sheetWording
        case .unsupported(_, let kind): kind.wording
        }
    }

    /// What the system or its user did.
    private var accessWording: Phrase {
        switch self {
        case .notFound:
            Phrase(
                en: "there is no such file. Check the path.",
                pl: "nie ma takiego pliku. Sprawdź ścieżkę.",
                ru: "такого файла нет. Проверьте путь.")
        case .noPermission:
            Phrase(
                en: "you have no permission to read this file.",
                pl: "nie masz uprawnień do odczytu tego pliku.",
                ru: "у вас нет прав на чтение этого файла.")
        case .isDirectory(let path):
            Phrase(
                en: "this is a folder. Name a file in it, such as “\(Self.folder(path))orders.csv”.",
                pl: "to jest folder. Podaj plik z tego folderu, na przykład „\(Self.folder(path))zamowienia.csv”.",
                ru: "это папка. Укажите файл из неё, например «\(Self.folder(path))zakazy.csv».")
        case .isDevice(InputFile.standardInputPath):
            Phrase(
                en: "this is a device without an end. Name a file instead.",
                pl: "to jest urządzenie bez końca danych. Zamiast niego podaj plik.",
                ru: "это устройство без конца данных. Укажите вместо него файл.")
        case .isDevice:
            Phrase(
                en: "this is a device, not a file. Name a file, or “-” for standard input.",
                pl: "to jest urządzenie, a nie plik. Podaj plik albo „-”, czyli standardowe wejście.",
                ru: "это устройство, а не файл. Укажите файл или «-», то есть стандартный ввод.")
        case .changedWhileRead:
            Phrase(
                en: "the file changed while it was read. Wait until it is written, then start again.",
                pl: "plik zmienił się podczas odczytu. Poczekaj, aż zostanie zapisany, i uruchom ponownie.",
                ru: "файл изменился во время чтения. Дождитесь конца записи и запустите снова.")
        case .readFailed(_, let code):
            Phrase(
                en: "the file cannot be read: \(SystemCause(code).wording.en).",
                pl: "nie można odczytać pliku: \(SystemCause(code).wording.pl).",
                ru: "не удаётся прочитать файл: \(SystemCause(code).wording.ru).")
        case .spoolFailed(_, let code):
            Phrase(
                en: "no temporary file can be written here: \(SystemCause(code).wording.en)."
                    + " Name another folder in TMPDIR.",
                pl: "nie można tu zapisać pliku tymczasowego: \(SystemCause(code).wording.pl)."
                    + " Wskaż inny folder w zmiennej TMPDIR.",
                ru: "здесь нельзя записать временный файл: \(SystemCause(code).wording.ru)."
                    + " Укажите другую папку в переменной TMPDIR.")
        default: preconditionFailure("not a failed access")
        }
    }

    /// The folder as the beginning of a path.
    private static func folder(_ path: String) -> String {
        VisibleText.of(path.hasSuffix("/") ? path : path + "/", .oneLine)
    }

    /// What the bytes are.
    private var contentWording: Phrase {
        switch self {
        case .empty:
            Phrase(
                en: "the file is empty. Export the orders again.",
                pl: "plik jest pusty. Wyeksportuj zamówienia ponownie.",
                ru: "файл пуст. Выгрузите заказы ещё раз.")
        case .notText(_, let line, let column):
            Phrase(
                en: "this is no text (see line \(line), character \(column)). Mend that line, or export the orders"
                    + " as CSV or XLSX.",
                pl: "to nie jest tekst (zob. wiersz \(line), znak \(column)). Popraw ten wiersz albo wyeksportuj"
                    + " zamówienia jako CSV lub XLSX.",
                ru: "это не текст (см. строку \(line), символ \(column)). Исправьте эту строку или выгрузите"
                    + " заказы в CSV или XLSX.")
        case .truncatedGzip(_, let byteOffset):
            Phrase(
                en: "the gzip file breaks off at byte \(byteOffset). Copy or download it again.",
                pl: "plik gzip urywa się na bajcie \(byteOffset). Skopiuj go lub pobierz ponownie.",
                ru: "файл gzip обрывается на байте \(byteOffset). Скопируйте или скачайте его ещё раз.")
        case .damagedGzip(_, let byteOffset):
            Phrase(
                en: "the gzip file is damaged before byte \(byteOffset). Copy or download it again.",
                pl: "plik gzip jest uszkodzony przed bajtem \(byteOffset). Skopiuj go lub pobierz ponownie.",
                ru: "файл gzip повреждён до байта \(byteOffset). Скопируйте или скачайте его ещё раз.")
        case .tooLargeUnpacked(_, let limitBytes):
            Phrase(
                en: "the file unpacks to more than \(limitBytes >> 20) MB, which no honest file of its size does."
                    + " If you trust it, unpack it or save it as CSV first.",
                pl: "po rozpakowaniu plik ma ponad \(limitBytes >> 20) MB, czego zwykły plik tej wielkości"
                    + " nie zawiera. Jeśli mu ufasz, najpierw go rozpakuj lub zapisz jako CSV.",
                ru: "после распаковки файл больше \(limitBytes >> 20) МБ: обычный файл такого размера столько"
                    + " не содержит. Если вы ему доверяете, сначала распакуйте его или сохраните в CSV.")
        default: preconditionFailure("not about the content")
        }
    }

    /// What is wrong with a workbook.
    private var sheetWording: Phrase {
        switch self {
        case .damagedSpreadsheet(_, let part, let row):
            Phrase(
                en: "the spreadsheet is damaged\(place(part, row, "row")). Open it in a spreadsheet program"
                    + " and save it again.",
                pl: "arkusz kalkulacyjny jest uszkodzony\(place(part, row, "wiersz")). Otwórz go w programie"
                    + " kalkulacyjnym i zapisz ponownie.",
                ru: "электронная таблица повреждена\(place(part, row, "строка")). Откройте её в табличном"
                    + " редакторе и сохраните заново.")
        case .noSuchSheet(_, let sheet, let sheets):
            Phrase(
                en: "there is no sheet “\(sheet)”. The sheets are: \(listed(sheets, "“", "”")).",
                pl: "nie ma arkusza „\(sheet)”. Są arkusze: \(listed(sheets, "„", "”")).",
                ru: "листа «\(sheet)» нет. Есть листы: \(listed(sheets, "«", "»")).")
        case .noVisibleSheet(_, let sheets):
            Phrase(
                en: "every sheet with cells is hidden. Name one with --sheet: \(listed(sheets, "“", "”")).",
                pl: "wszystkie arkusze z komórkami są ukryte. Wskaż jeden przez --sheet:"
                    + " \(listed(sheets, "„", "”")).",
                ru: "все листы с ячейками скрыты. Укажите один через --sheet: \(listed(sheets, "«", "»")).")
        case .notASpreadsheet(_, let sheet):
            Phrase(
                en: "the file is text and has no sheet “\(sheet)”. Leave out --sheet.",
                pl: "plik jest tekstem i nie ma arkusza „\(sheet)”. Pomiń --sheet.",
                ru: "это текстовый файл, листа «\(sheet)» в нём нет. Уберите --sheet.")
        default: preconditionFailure("not about a workbook")
        }
    }

    private func place(_ part: String?, _ row: Int?, _ rowWord: String) -> String {
        guard let part else { return "" }
        return row.map { " (\(part), \(rowWord) \($0))" } ?? " (\(part))"
    }

    private func listed(_ names: [String], _ open: String, _ close: String) -> String {
        names.map { open + $0 + close }.joined(separator: ", ")
    }
}
