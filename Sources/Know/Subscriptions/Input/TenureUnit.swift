import Domain

/// The periods that survival is counted in: between two of them customers decide whether to stay.
public enum TenureUnit: String, CaseIterable, Sendable {
    case week, month, quarter, year

    /// How many months one is, for money; a week is 12/52 of a month.
    public var months: Double {
        switch self {
        case .week: 12.0 / 52
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    /// How many are in a year.
    public var perYear: Double { 12 / months }

    /// What the subscriptions are mostly paid for: the median billing period, a month at least. Free ones say nothing.
    init(of subscriptions: [Subscription]) {
        let lengths = subscriptions.filter { $0.monthly > 0 }.map(\.period.months).sorted()
        guard !lengths.isEmpty else {
            self = .month
            return
        }
        let median = lengths[lengths.count / 2]
        self = median >= 12 ? .year : median >= 3 ? .quarter : .month
    }

    /// The day `periods` after `start`: the same day of the month, or the month's last where it has no such day.
    func anniversary(_ periods: Int, of start: Day) -> Day {
        guard self != .week else { return start.advanced(by: 7 * periods) }
        let (year, month, day) = start.date
        let months = (year * 12 + month - 1) + periods * Int(self.months)
        let (newYear, newMonth) = (months / 12, months % 12 + 1)
        let last = Day.days(in: newMonth, of: newYear)
        return Day(number: Day.number(year: newYear, month: newMonth, day: min(day, last)))
    }

    /// In which period, 1, 2, …, a customer leaves who is not there any more from `end` on: whoever leaves on the day of an
    /// anniversary stayed up to it and did not go on.
    func periodOfLeaving(from start: Day, at end: Day) -> Int { max(1, periods(from: start, upTo: end)) }

    /// The least number of periods, 0 or more, after which `end` is not later than the anniversary.
    func periods(from start: Day, upTo end: Day) -> Int {
        var periods = max(0, Int(Double(start.days(to: end)) / (months * 30.44)))
        while anniversary(periods, of: start) < end { periods += 1 }
        while periods > 0, anniversary(periods - 1, of: start) >= end { periods -= 1 }
        return periods
    }
}
