import ArgumentParser
import Domain
import Intake
import Subscriptions

/// What comes out of subscriptions, and where it goes.
struct SubscriptionOutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            said(
                en: "Write all of it as one page with charts; - is standard output, here and below.",
                pl: "Zapisz wszystko jako jedną stronę z wykresami; - to standardowe wyjście, także niżej.",
                ru: "Записать всё одной страницей с графиками; - это стандартный вывод, здесь и ниже."),
            valueName: said(en: "file", pl: "plik", ru: "файл")))
    var html: String?

    @Flag(
        help: ArgumentHelp(
            said(
                en: "Print all figures as JSON (docs/json.md).",
                pl: "Wypisz wszystkie wartości jako JSON (docs/json.md).",
                ru: "Вывести все показатели в формате JSON (docs/json.md).")))
    var json = false

    @Option(
        help: ArgumentHelp(
            said(
                en: "Write the rows that were not accepted, with reasons, as CSV.",
                pl: "Zapisz wiersze, których nie przyjęto, wraz z przyczynami (CSV).",
                ru: "Записать непринятые строки с причинами (CSV)."),
            valueName: said(en: "file", pl: "plik", ru: "файл")))
    var rejects: String?

    @Option(
        help: ArgumentHelp(
            said(
                en: "Language of all texts (default: the locale's).",
                pl: "Język wszystkich tekstów (domyślnie systemowy).",
                ru: "Язык всех текстов (по умолчанию системный)."),
            valueName: said(en: "language", pl: "język", ru: "язык")))
    var lang: Language?

    @Option(
        help: ArgumentHelp(
            said(
                en: "What the business is called (default: the file's name).",
                pl: "Nazwa firmy (domyślnie nazwa pliku).", ru: "Название компании (по умолчанию имя файла)."),
            valueName: said(en: "name", pl: "nazwa", ru: "название")))
    var name: String?

    var language: Language { lang ?? SpokenLanguage.current }

    var files: ResultFiles {
        ResultFiles([("--html", html), ("--rejects", rejects)], hasJSON: json, savedMapping: nil)
    }
}

/// What is looked at, and what it is measured with.
struct SubscriptionScopeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            said(
                en: "The day the figures are told at (default: the last day on which something starts or ends).",
                pl: "Dzień, na który podawane są wartości (domyślnie ostatni, w którym coś się zaczyna lub kończy).",
                ru:
                    "День, на который даются показатели (по умолчанию последний, когда что-то началось или закончилось)."
            ), valueName: said(en: "YYYY-MM-DD", pl: "RRRR-MM-DD", ru: "ГГГГ-ММ-ДД")))
    var asOf: Day?

    @Option(
        help: ArgumentHelp(
            said(
                en: "What survival is counted in (default: what is mostly paid for).",
                pl: "W czym liczyć, jak długo klienci zostają (domyślnie to, za co płaci większość).",
                ru: "В чём считать, как долго остаются клиенты (по умолчанию то, за что платит большинство)."),
            valueName: said(en: "unit", pl: "jednostka", ru: "единица")))
    var tenure: TenureUnit?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            said(
                en: "Discount of future revenue a year, from 0.01% to 100%, in steps of 0.01%.",
                pl: "Roczna stopa dyskontowa przyszłego przychodu, od 0,01% do 100%, co 0,01%.",
                ru: "Годовая ставка дисконта будущей выручки, от 0,01% до 100%, с шагом 0,01%."),
            valueName: said(en: "share", pl: "część", ru: "доля")))
    var discount = ShareArgument(basisPoints: 1_000)

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            said(
                en: "Contribution as a share of revenue, such as 70%; 100% at most.",
                pl: "Marża jako część przychodu, na przykład 70%; najwyżej 100%.",
                ru: "Маржа как доля выручки, например 70%; не больше 100%."),
            valueName: said(en: "share", pl: "część", ru: "доля")))
    var margin: ShareArgument?

    func check() throws {
        // Without a discount what is to come may have no end.
        if discount.basisPoints == 0 {
            throw ValidationError(
                said(
                    en: "--discount takes 0.01% to 100%, in steps of 0.01%, such as 10%.",
                    pl: "--discount przyjmuje od 0,01% do 100%, co 0,01%, na przykład 10%.",
                    ru: "--discount принимает от 0,01% до 100% с шагом 0,01%, например 10%."))
        }
    }

    var metrics: SubscriptionOptions {
        SubscriptionOptions(tenureUnit: tenure, discount: discount.share, margin: margin?.share)
    }
}

/// How the file is read, where it cannot say so itself.
struct SubscriptionReadingOptions: ParsableArguments {
    @Option(
        name: .customLong("column"),
        help: ArgumentHelp(
            said(
                en: "What a column is, such as started=Activated; may be repeated. Keys: \(Self.keys).",
                pl: "Czym jest kolumna, na przykład started=Aktywacja; można powtarzać. Klucze: \(Self.keys).",
                ru: "Чем является столбец, например started=Активация; можно повторять. Ключи: \(Self.keys)."),
            valueName: said(en: "key=name", pl: "klucz=nazwa", ru: "ключ=имя")))
    var columns: [String] = []

    @Option(
        help: ArgumentHelp(
            said(
                en:
                    "What amounts are paid for where the file does not say so, such as year or '2 weeks' (default: month).",
                pl:
                    "Za jaki okres są kwoty, jeśli plik tego nie podaje, na przykład year lub '2 weeks' (domyślnie miesiąc).",
                ru: "За какой период суммы, если в файле не указано, например year или '2 weeks' (по умолчанию месяц)."),
            valueName: said(en: "period", pl: "okres", ru: "период")))
    var period: BillingPeriod?

    @OptionGroup var formats: FormatOptions

    /// What `--column` knows.
    private static let keys = SubscriptionRole.allCases.map(\.rawValue).joined(separator: ", ")

    func check() throws {
        try formats.check()
        do {
            var options = SubscriptionRecognitionOptions()
            for column in columns { try options.addColumn(column) }
        } catch {
            throw ValidationError(error.message(in: SpokenLanguage.current))
        }
    }

    func recognition() throws -> SubscriptionRecognitionOptions {
        var options = SubscriptionRecognitionOptions()
        for column in columns { try options.addColumn(column) }
        options.dateFormat = formats.dateFormat
        options.decimalMark = formats.decimal
        options.period = period
        return options
    }
}
