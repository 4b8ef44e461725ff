import ArgumentParser
import Domain
import Foundation
import Intake
import IntakeFormats

/// How a file writes its values, where it cannot say so itself, and how many faults it may have.
struct FormatOptions: ParsableArguments {
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
        parsing: .unconditional,
        help: ArgumentHelp(
            said(
                en: "The share of rejected rows beyond which no figures are given.",
                pl: "Część odrzuconych wierszy, powyżej której nie ma wyników.",
                ru: "Доля отклонённых строк, выше которой показатели не выводятся."),
            valueName: said(en: "share", pl: "część", ru: "доля")))
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
