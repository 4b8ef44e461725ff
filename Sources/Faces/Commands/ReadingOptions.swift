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
                en: "What a column is: customer=NAME, amount=NAME, …; may be repeated.",
                pl: "Czym jest kolumna: customer=NAZWA, amount=NAZWA, …; można powtarzać.",
                ru: "Чем является столбец: customer=ИМЯ, amount=ИМЯ, …; можно повторять."), valueName: "role=name"))
    var columns: [String] = []

    @Option(
        help: ArgumentHelp(
            said(
                en: "Read columns and rules from a file made by --save-mapping.",
                pl: "Wczytaj kolumny i reguły z pliku zapisanego przez --save-mapping.",
                ru: "Взять столбцы и правила из файла, сделанного --save-mapping."), valueName: "file"))
    var mapping: String?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Save what was recognised and given, to be used again.",
                pl: "Zapisz to, co rozpoznano i podano, do ponownego użycia.",
                ru: "Сохранить распознанное и указанное для повторного использования."), valueName: "file"))
    var saveMapping: String?

    @Option(
        name: .customLong("status"),
        help: ArgumentHelp(
            said(
                en: "What a status means: 'TEXT=count', exclude, reverse or refund; may be repeated.",
                pl: "Co znaczy status: 'TEKST=count', exclude, reverse lub refund; można powtarzać.",
                ru: "Что значит статус: 'ТЕКСТ=count', exclude, reverse или refund; можно повторять."),
            valueName: "text=rule"))
    var statuses: [String] = []

    @Option(
        help: ArgumentHelp(
            said(
                en: "Amounts gross or net of VAT (default: gross).", pl: "Kwoty brutto (gross) czy netto (net).",
                ru: "Суммы с НДС (gross) или без (net).")))
    var amounts: AmountKind?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Amounts with shipping or without (default: included).",
                pl: "Kwoty z dostawą (included) czy bez (excluded).",
                ru: "Суммы с доставкой (included) или без (excluded).")))
    var shipping: ShippingKind?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Whether the amount is the order's total or the line's.",
                pl: "Czy kwota jest sumą zamówienia (order), czy pozycji (line).",
                ru: "Сумма относится к заказу (order) или к позиции (line).")))
    var amountPer: AmountOwner?

    @Option(
        help: ArgumentHelp(
            said(
                en: "How dates are written: ymd, dmy, mdy, yyyymmdd, epoch or epoch-ms.",
                pl: "Zapis dat: ymd, dmy, mdy, yyyymmdd, epoch lub epoch-ms.",
                ru: "Как записаны даты: ymd, dmy, mdy, yyyymmdd, epoch или epoch-ms."), valueName: "format"))
    var dateFormat: DateFormat?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Decimal point or comma.", pl: "Kropka (point) czy przecinek (comma) dziesiętny.",
                ru: "Десятичная точка (point) или запятая (comma).")))
    var decimal: DecimalMark?

    @Option(
        help: ArgumentHelp(
            said(
                en: "The currency of files that name none.", pl: "Waluta plików, które jej nie podają.",
                ru: "Валюта файлов, в которых она не указана."), valueName: "code"))
    var currency: Currency?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Bring all money into this currency, with --rates.",
                pl: "Przelicz wszystkie kwoty na tę walutę, razem z --rates.",
                ru: "Перевести все суммы в эту валюту, вместе с --rates."), valueName: "code"))
    var baseCurrency: Currency?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Exchange rates: day, currency, rate.", pl: "Kursy walut: dzień, waluta, kurs.",
                ru: "Курсы валют: день, валюта, курс."), valueName: "file"))
    var rates: String?

    @Option(
        help: ArgumentHelp(
            said(
                en: "The business's time zone, for times that have one (default: UTC).",
                pl: "Strefa czasowa firmy, dla czasów z podaną strefą (domyślnie UTC).",
                ru: "Часовой пояс бизнеса, для времени с указанным поясом (по умолчанию UTC)."), valueName: "zone"))
    var timeZone: String?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Encoding: utf-8, utf-16le, utf-16be, windows-1250, windows-1251 or iso-8859-2.",
                pl: "Kodowanie: utf-8, utf-16le, utf-16be, windows-1250, windows-1251 lub iso-8859-2.",
                ru: "Кодировка: utf-8, utf-16le, utf-16be, windows-1250, windows-1251 или iso-8859-2.")))
    var encoding: TextEncoding?

    @Option(
        help: ArgumentHelp(
            said(
                en: "The sheet of a workbook (default: the first visible one).",
                pl: "Arkusz skoroszytu (domyślnie pierwszy widoczny).",
                ru: "Лист книги (по умолчанию первый видимый)."), valueName: "name"))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Whose telephone numbers stand without a calling code: pl, ru, …",
                pl: "Kraj numerów telefonów bez prefiksu: pl, ru, …",
                ru: "Страна телефонных номеров без кода: pl, ru, …"), valueName: "country"))
    var phoneCountry: PhoneCountry?

    @Option(
        help: ArgumentHelp(
            said(
                en: "The share of rejected rows beyond which nothing is answered.",
                pl: "Część odrzuconych wierszy, powyżej której nie ma odpowiedzi.",
                ru: "Доля отклонённых строк, выше которой ответа нет."), valueName: "share"))
    var maxRejected = ShareArgument(basisPoints: 500)

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
        var given = RecognitionOptions(dateFormat: dateFormat, decimalMark: decimal, phoneCountry: phoneCountry)
        for column in columns { try given.addColumn(column) }
        for status in statuses { try given.addStatusRule(status) }
        if amounts != nil || shipping != nil {
            given.basis = AmountBasis(isGross: amounts != .net, includesShipping: shipping != .excluded)
        }
        guard let mapping else { return given }
        guard let data = FileManager.default.contents(atPath: mapping) else { throw UnreadableFile(path: mapping) }
        return given.merged(over: try RecognitionOptions(mapping: data))
    }

    /// The exchange rates of `--rates`.
    func exchangeRates() throws -> ExchangeRates? {
        guard let rates else { return nil }
        guard let data = FileManager.default.contents(atPath: rates) else { throw UnreadableFile(path: rates) }
        return try ExchangeRates(parsing: String(decoding: data, as: UTF8.self))
    }
}

/// A file beside the orders that cannot be read.
struct UnreadableFile: Error {
    let path: String

    func message(in language: Language) -> String {
        Phrase(
            en: "\(path) cannot be read. Check that it exists and that you may read it.",
            pl: "Nie można odczytać pliku \(path). Sprawdź, czy istnieje i czy masz do niego prawa.",
            ru: "Не удалось прочитать \(path). Проверьте, что файл существует и доступен.")[language]
    }
}
