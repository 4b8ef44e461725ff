import ArgumentParser
import Domain
import Foundation
import Intake
import IntakeFormats

/// How the files are read, where they cannot say so themselves.
struct ReadingOptions: ParsableArguments {
    @Option(
        name: .customLong("column"),
        help: ArgumentHelp(
            said(
                en: "What a column is, such as customer=Buyer; may be repeated. Keys: \(Self.keys).",
                pl: "Czym jest kolumna, na przykład customer=Kupujący; można powtarzać. Klucze: \(Self.keys).",
                ru: "Чем является столбец, например customer=Покупатель; можно повторять. Ключи: \(Self.keys)."),
            valueName: said(en: "key=name", pl: "klucz=nazwa", ru: "ключ=имя")))
    var columns: [String] = []

    @Option(
        help: ArgumentHelp(
            said(
                en: "Read columns and rules from a file made by --save-mapping.",
                pl: "Wczytaj kolumny i reguły z pliku zapisanego przez --save-mapping.",
                ru: "Взять столбцы и правила из файла, сделанного --save-mapping."),
            valueName: said(en: "file", pl: "plik", ru: "файл")))
    var mapping: String?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Save what was recognised and given, to be used again.",
                pl: "Zapisz to, co rozpoznano i podano, do ponownego użycia.",
                ru: "Сохранить распознанное и указанное для повторного использования."),
            valueName: said(en: "file", pl: "plik", ru: "файл")))
    var saveMapping: String?

    @Option(
        name: .customLong("status"),
        help: ArgumentHelp(
            said(
                en:
                    "What a status means, such as 'On hold=exclude'; may be repeated. Rules: count, exclude (no order), reverse (paid and given back), refund (the row is one).",
                pl:
                    "Co znaczy status, na przykład 'Wstrzymane=exclude'; można powtarzać. Reguły: count (liczy się), exclude (pomijane), reverse (zapłacone i zwrócone), refund (wiersz jest zwrotem).",
                ru:
                    "Что значит статус, например 'Отложен=exclude'; можно повторять. Правила: count (учитывать), exclude (не учитывать), reverse (оплачен и возвращён), refund (строка — возврат)."
            ),
            valueName: said(en: "text=rule", pl: "tekst=reguła", ru: "текст=правило")))
    var statuses: [String] = []

    @Option(
        help: ArgumentHelp(
            said(
                en: "Amounts gross or net of VAT (default: gross).",
                pl: "Kwoty brutto (gross) czy netto (net); domyślnie brutto.",
                ru: "Суммы с НДС (gross) или без (net); по умолчанию с НДС."),
            valueName: said(en: "kind", pl: "rodzaj", ru: "вид")))
    var amounts: AmountKind?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Amounts with shipping or without (default: included).",
                pl: "Kwoty z dostawą (included) czy bez (excluded); domyślnie z dostawą.",
                ru: "Суммы с доставкой (included) или без (excluded); по умолчанию с доставкой."),
            valueName: said(en: "kind", pl: "rodzaj", ru: "вид")))
    var shipping: ShippingKind?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Whether the amount is the order's total or the line's (default: found from the file).",
                pl: "Czy kwota jest sumą zamówienia (order), czy pozycji (line); domyślnie wyznaczane z pliku.",
                ru: "Сумма относится к заказу (order) или к позиции (line); по умолчанию находится по файлу."),
            valueName: said(en: "owner", pl: "czego", ru: "чего")))
    var amountPer: AmountOwner?

    @Option(
        help: ArgumentHelp(
            said(
                en: "How dates are written; y is the year, m the month, d the day, epoch is seconds since 1970.",
                pl: "Zapis dat: y to rok, m miesiąc, d dzień, epoch to sekundy od 1970 r.",
                ru: "Как записаны даты: y год, m месяц, d день, epoch это секунды с 1970 г."),
            valueName: said(en: "format", pl: "zapis", ru: "запись")))
    var dateFormat: DateFormat?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Decimal point or comma.", pl: "Kropka (point) czy przecinek (comma) dziesiętny.",
                ru: "Десятичная точка (point) или запятая (comma)."),
            valueName: said(en: "mark", pl: "znak", ru: "знак")))
    var decimal: DecimalMark?

    @Option(
        help: ArgumentHelp(
            said(
                en: "The currency of files that name none.", pl: "Waluta plików, które jej nie podają.",
                ru: "Валюта файлов, в которых она не указана."), valueName: said(en: "code", pl: "kod", ru: "код")))
    var currency: Currency?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Bring all money into this currency, with --rates.",
                pl: "Przelicz wszystkie kwoty na tę walutę, razem z --rates.",
                ru: "Перевести все суммы в эту валюту, вместе с --rates."),
            valueName: said(en: "code", pl: "kod", ru: "код")))
    var baseCurrency: Currency?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Exchange rates, lines such as 2026-03-01,EUR,4.21: what one unit is worth in the base currency.",
                pl: "Kursy walut, wiersze takie jak 2026-03-01,EUR,4.21: ile jednostka jest warta w walucie bazowej.",
                ru: "Курсы валют, строки вида 2026-03-01,EUR,98.5: сколько стоит единица в базовой валюте."),
            valueName: said(en: "file", pl: "plik", ru: "файл")))
    var rates: String?

    @Option(
        help: ArgumentHelp(
            said(
                en: "The business's time zone, for times that have one (default: UTC).",
                pl: "Strefa czasowa firmy, dla czasów z podaną strefą (domyślnie UTC).",
                ru: "Часовой пояс бизнеса, для времени с указанным поясом (по умолчанию UTC)."),
            valueName: said(en: "zone", pl: "strefa", ru: "пояс")))
    var timeZone: String?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Encoding of the text (default: found from the file).",
                pl: "Kodowanie tekstu; domyślnie wyznaczane z pliku.",
                ru: "Кодировка текста; по умолчанию находится по файлу."),
            valueName: said(en: "name", pl: "nazwa", ru: "название")))
    var encoding: TextEncoding?

    @Option(
        help: ArgumentHelp(
            said(
                en: "The sheet of a workbook (default: the first visible one).",
                pl: "Arkusz skoroszytu (domyślnie pierwszy widoczny).",
                ru: "Лист книги (по умолчанию первый видимый)."),
            valueName: said(en: "name", pl: "nazwa", ru: "название")))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Whose telephone numbers stand without a calling code.",
                pl: "Kraj numerów telefonów bez prefiksu.",
                ru: "Страна телефонных номеров без кода."),
            valueName: said(en: "country", pl: "kraj", ru: "страна")))
    var phoneCountry: PhoneCountry?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            said(
                en: "The share of rejected rows beyond which no figures are given.",
                pl: "Część odrzuconych wierszy, powyżej której nie ma wyników.",
                ru: "Доля отклонённых строк, выше которой показатели не выводятся."),
            valueName: said(en: "share", pl: "część", ru: "доля")))
    var maxRejected = ShareArgument(basisPoints: 500)

    /// What `--column` knows.
    private static let keys = ColumnRole.allCases.map(\.rawValue).joined(separator: ", ")

    func check() throws {
        if let timeZone, TimeZone(identifier: timeZone) == nil {
            throw ValidationError(
                said(
                    en: "--time-zone takes a zone such as Europe/Warsaw, not “\(timeZone)”.",
                    pl: "--time-zone przyjmuje strefę taką jak Europe/Warsaw, a nie „\(timeZone)”.",
                    ru: "--time-zone принимает пояс вида Europe/Moscow, а не «\(timeZone)»."))
        }
        if baseCurrency == nil, rates != nil {
            throw ValidationError(
                said(
                    en: "--rates needs --base-currency, the currency that the rates lead to.",
                    pl: "--rates wymaga --base-currency, czyli waluty, na którą przeliczają kursy.",
                    ru: "--rates требует --base-currency, то есть валюту, к которой ведут курсы."))
        }
        do {
            var options = RecognitionOptions()
            for column in columns { try options.addColumn(column) }
            for status in statuses { try options.addStatusRule(status) }
        } catch {
            throw ValidationError(error.message(in: SpokenLanguage.current))
        }
    }

    /// The options of recognition: those given over those of the mapping file.
    func recognition() throws -> RecognitionOptions {
        var given = RecognitionOptions(
            dateFormat: dateFormat, decimalMark: decimal, phoneCountry: phoneCountry,
            amountIsPerLine: amountPer.map { $0 == .line }, currency: currency, timeZone: timeZone,
            encoding: encoding?.rawValue, sheet: sheet)
        for column in columns { try given.addColumn(column) }
        for status in statuses { try given.addStatusRule(status) }
        let saved = try mapping.map { try FileBeside.read($0) { try Self.mapping(Data($0)) } } ?? RecognitionOptions()
        if amounts != nil || shipping != nil {
            // Of the two, the one that is not given stays as the mapping has it.
            let basis = saved.basis ?? AmountBasis()
            given.basis = AmountBasis(
                isGross: amounts.map { $0 == .gross } ?? basis.isGross,
                includesShipping: shipping.map { $0 == .included } ?? basis.includesShipping)
        }
        return given.merged(over: saved)
    }

    private static func mapping(_ json: Data) throws -> RecognitionOptions {
        let mapping = try RecognitionOptions(mapping: json)
        if let name = mapping.encoding, TextEncoding(named: name) == nil {
            throw MappingError.unknownValue(
                name, for: "encoding", known: TextEncoding.allCases.map(\.rawValue))
        }
        return mapping
    }

    /// The exchange rates of `--rates`.
    func exchangeRates() throws -> ExchangeRates? {
        try rates.map { path in
            try FileBeside.readTable(path) { bytes, _ in
                try ExchangeRates(parsing: String(decoding: bytes, as: UTF8.self))
            }
        }
    }
}
