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
            .empty(let path), .notText(let path, _), .truncatedGzip(let path, _), .damagedGzip(let path, _),
            .damagedSpreadsheet(let path, _, _), .tooLargeUnpacked(let path, _), .noSuchSheet(let path, _, _),
            .noVisibleSheet(let path, _), .notASpreadsheet(let path, _), .unsupported(let path, _),
            .changedWhileRead(let path), .readFailed(let path, _), .spoolFailed(let path, _):
            path == InputFile.standardInputPath ? Self.standardInput[language] : path
        }
    }

    private static let standardInput = Wording(
        english: "standard input", polish: "standardowe wejście", russian: "стандартный ввод")

    private var wording: Wording {
        switch self {
        case .notFound, .noPermission, .isDirectory, .isDevice, .changedWhileRead, .readFailed, .spoolFailed:
            accessWording
        case .empty, .notText, .truncatedGzip, .damagedGzip, .tooLargeUnpacked: contentWording
        case .damagedSpreadsheet, .noSuchSheet, .noVisibleSheet, .notASpreadsheet: sheetWording
        case .unsupported(_, let kind): kind.wording
        }
    }

    /// What the system or its user did.
    private var accessWording: Wording {
        switch self {
        case .notFound:
            Wording(
                english: "there is no such file. Check the path.",
                polish: "nie ma takiego pliku. Sprawdź ścieżkę.",
                russian: "такого файла нет. Проверьте путь.")
        case .noPermission:
            Wording(
                english: "you have no permission to read this file.",
                polish: "nie masz uprawnień do odczytu tego pliku.",
                russian: "у вас нет прав на чтение этого файла.")
        case .isDirectory(let path):
            Wording(
                english: "this is a folder. Name a file in it, such as “\(path)/orders.csv”.",
                polish: "to jest folder. Podaj plik z tego folderu, na przykład „\(path)/zamowienia.csv”.",
                russian: "это папка. Укажите файл из неё, например «\(path)/zakazy.csv».")
        case .isDevice:
            Wording(
                english: "this is a device, not a file. Name a file, or “-” for standard input.",
                polish: "to jest urządzenie, a nie plik. Podaj plik albo „-”, czyli standardowe wejście.",
                russian: "это устройство, а не файл. Укажите файл или «-», то есть стандартный ввод.")
        case .changedWhileRead:
            Wording(
                english: "the file changed while it was read. Wait until it is written, then start again.",
                polish: "plik zmienił się podczas odczytu. Poczekaj, aż zostanie zapisany, i uruchom ponownie.",
                russian: "файл изменился во время чтения. Дождитесь конца записи и запустите снова.")
        case .readFailed(_, let code):
            Wording(
                english: "the file cannot be read: \(SystemCause(code).wording.english).",
                polish: "nie można odczytać pliku: \(SystemCause(code).wording.polish).",
                russian: "не удаётся прочитать файл: \(SystemCause(code).wording.russian).")
        case .spoolFailed(_, let code):
            Wording(
                english: "no temporary file can be written here: \(SystemCause(code).wording.english)."
                    + " Name another folder in TMPDIR.",
                polish: "nie można tu zapisać pliku tymczasowego: \(SystemCause(code).wording.polish)."
                    + " Wskaż inny folder w zmiennej TMPDIR.",
                russian: "здесь нельзя записать временный файл: \(SystemCause(code).wording.russian)."
                    + " Укажите другую папку в переменной TMPDIR.")
        default: preconditionFailure("not a failed access")
        }
    }

    /// What the bytes are.
    private var contentWording: Wording {
        switch self {
        case .empty:
            Wording(
                english: "the file is empty. Export the orders again.",
                polish: "plik jest pusty. Wyeksportuj zamówienia ponownie.",
                russian: "файл пуст. Выгрузите заказы ещё раз.")
        case .notText(_, let byteOffset):
            Wording(
                english: "this is no text (see byte \(byteOffset)). Export the orders as CSV or XLSX.",
                polish: "to nie jest tekst (zob. bajt \(byteOffset)). Wyeksportuj zamówienia jako CSV lub XLSX.",
                russian: "это не текст (см. байт \(byteOffset)). Выгрузите заказы в CSV или XLSX.")
        case .truncatedGzip(_, let byteOffset):
            Wording(
                english: "the gzip file breaks off at byte \(byteOffset). Copy or download it again.",
                polish: "plik gzip urywa się na bajcie \(byteOffset). Skopiuj go lub pobierz ponownie.",
                russian: "файл gzip обрывается на байте \(byteOffset). Скопируйте или скачайте его ещё раз.")
        case .damagedGzip(_, let byteOffset):
            Wording(
                english: "the gzip file is damaged before byte \(byteOffset). Copy or download it again.",
                polish: "plik gzip jest uszkodzony przed bajtem \(byteOffset). Skopiuj go lub pobierz ponownie.",
                russian: "файл gzip повреждён до байта \(byteOffset). Скопируйте или скачайте его ещё раз.")
        case .tooLargeUnpacked(_, let limitBytes):
            Wording(
                english: "the file unpacks to more than \(limitBytes >> 20) MB, which no honest file of its size does."
                    + " If you trust it, unpack it or save it as CSV first.",
                polish: "po rozpakowaniu plik ma ponad \(limitBytes >> 20) MB, czego zwykły plik tej wielkości"
                    + " nie zawiera. Jeśli mu ufasz, najpierw go rozpakuj lub zapisz jako CSV.",
                russian: "после распаковки файл больше \(limitBytes >> 20) МБ: обычный файл такого размера столько"
                    + " не содержит. Если вы ему доверяете, сначала распакуйте его или сохраните в CSV.")
        default: preconditionFailure("not about the content")
        }
    }

    /// What is wrong with a workbook.
    private var sheetWording: Wording {
        switch self {
        case .damagedSpreadsheet(_, let part, let row):
            Wording(
                english: "the spreadsheet is damaged\(place(part, row, "row")). Open it in a spreadsheet program"
                    + " and save it again.",
                polish: "arkusz kalkulacyjny jest uszkodzony\(place(part, row, "wiersz")). Otwórz go w programie"
                    + " kalkulacyjnym i zapisz ponownie.",
                russian: "электронная таблица повреждена\(place(part, row, "строка")). Откройте её в табличном"
                    + " редакторе и сохраните заново.")
        case .noSuchSheet(_, let sheet, let sheets):
            Wording(
                english: "there is no sheet “\(sheet)”. The sheets are: \(listed(sheets, "“", "”")).",
                polish: "nie ma arkusza „\(sheet)”. Są arkusze: \(listed(sheets, "„", "”")).",
                russian: "листа «\(sheet)» нет. Есть листы: \(listed(sheets, "«", "»")).")
        case .noVisibleSheet(_, let sheets):
            Wording(
                english: "every sheet with cells is hidden. Name one with --sheet: \(listed(sheets, "“", "”")).",
                polish: "wszystkie arkusze z komórkami są ukryte. Wskaż jeden przez --sheet:"
                    + " \(listed(sheets, "„", "”")).",
                russian: "все листы с ячейками скрыты. Укажите один через --sheet: \(listed(sheets, "«", "»")).")
        case .notASpreadsheet(_, let sheet):
            Wording(
                english: "the file is text and has no sheet “\(sheet)”. Leave out --sheet.",
                polish: "plik jest tekstem i nie ma arkusza „\(sheet)”. Pomiń --sheet.",
                russian: "это текстовый файл, листа «\(sheet)» в нём нет. Уберите --sheet.")
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
