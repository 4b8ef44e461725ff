import Domain
import Foundation

extension Formats {
    /// `13 March 2011`.
    func day(_ day: Day) -> String { date(of: day).formatted(style(.long)) }

    /// `13 Mar 2011`.
    func shortDay(_ day: Day) -> String { date(of: day).formatted(style(.abbreviated)) }

    /// A period's name: `Mar 2011`, `Q1 2011`, `2011`, or the first day of a week.
    func period(_ period: CalendarPeriod) -> String {
        let (year, month, _) = period.firstDay.date
        switch period.unit {
        case .week: return shortDay(period.firstDay)
        case .month: return shortMonths[month - 1] + "\u{A0}" + String(year)
        case .quarter: return quarter((month - 1) / 3) + "\u{A0}" + String(year)
        case .year: return String(year)
        }
    }

    /// The period's name within its year: `Mar`, `Q1`; the year itself for years.
    func periodInYear(_ period: CalendarPeriod) -> String {
        let (year, month, _) = period.firstDay.date
        switch period.unit {
        case .week: return shortDay(period.firstDay)
        case .month: return shortMonths[month - 1]
        case .quarter: return quarter((month - 1) / 3)
        case .year: return String(year)
        }
    }

    /// `Q1`, `I kw.`, `I кв.`.
    private func quarter(_ index: Int) -> String {
        let roman = ["I", "II", "III", "IV"][index]
        return Phrase(en: "Q\(index + 1)", pl: "\(roman)\u{A0}kw.", ru: "\(roman)\u{A0}кв.")[language]
    }

    /// `Mon` … `Sun`.
    var weekdays: [String] { NameTable.of(language).weekdays }

    /// `Monday` … `Sunday`.
    var weekdaysInFull: [String] { NameTable.of(language).weekdaysInFull }

    private var shortMonths: [String] { NameTable.of(language).months }

    private func style(_ length: Date.FormatStyle.DateStyle) -> Date.FormatStyle {
        Date.FormatStyle(
            date: length, time: .omitted, locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: .gmt)
    }

    private func date(of day: Day) -> Date { Date(timeIntervalSince1970: Double(day.number) * 86_400) }
}

/// Names of months and weekdays, asked of Foundation once.
private struct NameTable: Sendable {
    let months: [String]
    let weekdays: [String]
    let weekdaysInFull: [String]

    static func of(_ language: Language) -> NameTable {
        switch language {
        case .english: english
        case .polish: polish
        case .russian: russian
        }
    }

    private static let english = NameTable(locale: Locale(identifier: "en_GB"))
    private static let polish = NameTable(locale: Locale(identifier: "pl_PL"))
    private static let russian = NameTable(locale: Locale(identifier: "ru_RU"))

    private init(locale: Locale) {
        let formatter = DateFormatter()
        formatter.locale = locale
        formatter.calendar = Calendar(identifier: .gregorian)
        // Standing alone, names take no genitive and no full stop is needed at an axis.
        months = formatter.shortStandaloneMonthSymbols.map { $0.trimmingCharacters(in: ["."]) }
        let fromSunday = formatter.shortStandaloneWeekdaySymbols.map { $0.trimmingCharacters(in: ["."]) }
        weekdays = Array(fromSunday.dropFirst()) + fromSunday.prefix(1)
        let inFull: [String] = formatter.standaloneWeekdaySymbols
        weekdaysInFull = Array(inFull.dropFirst()) + inFull.prefix(1)
    }
}
