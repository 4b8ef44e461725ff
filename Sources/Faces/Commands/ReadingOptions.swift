import ArgumentParser
import Domain
import Foundation
import Intake
import IntakeFormats

/// How the files are read, where they cannot say so themselves.
@dynamicMemberLookup
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
                en: "Whose telephone numbers stand without a calling code.",
                pl: "Kraj numerów telefonów bez prefiksu.",
                ru: "Страна телефонных номеров без кода."),
            valueName: said(en: "country", pl: "kraj", ru: "страна")))
    var phoneCountry: PhoneCountry?

    @OptionGroup var formats: FormatOptions

    subscript<Value>(dynamicMember option: KeyPath<FormatOptions, Value>) -> Value { formats[keyPath: option] }

    /// What `--column` knows.
    private static let keys = ColumnRole.allCases.map(\.rawValue).joined(separator: ", ")

    /// The exchange rates of `--rates`.
    func exchangeRates() throws -> ExchangeRates? { try formats.exchangeRates() }

    func check() throws {
        try formats.check()
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
            dateFormat: formats.dateFormat, decimalMark: formats.decimal, phoneCountry: phoneCountry,
            amountIsPerLine: amountPer.map { $0 == .line }, currency: formats.currency, timeZone: formats.timeZone,
            encoding: formats.encoding?.rawValue, sheet: formats.sheet)
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
}
