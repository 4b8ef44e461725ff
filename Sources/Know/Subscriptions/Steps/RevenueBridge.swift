import Domain

/// Counts the periods of one calendar unit, customer by customer.
///
/// Only periods in which a customer's revenue changes are looked at: what is there at a period's start is what was there at
/// the end of the one before.
struct RevenueBridge {
    private let unit: CalendarUnit
    private let first: CalendarPeriod
    private var periods: [RevenuePeriod]

    /// - Parameters:
    ///   - first: The day of the first revenue.
    ///   - asOf: Not before it.
    init(_ unit: CalendarUnit, from first: Day, to asOf: Day) {
        self.unit = unit
        self.first = CalendarPeriod(unit, containing: first)
        let last = CalendarPeriod(unit, containing: asOf)
        periods = (self.first.index...last.index).map { index in
            let period = CalendarPeriod(unit: unit, index: index)
            return RevenuePeriod(period: period, isComplete: period.lastDay <= asOf)
        }
    }

    mutating func add(_ history: RevenueHistory) {
        var before: Int64 = 0
        var place = 0
        var hasPaid = false
        while place < history.steps.count {
            let period = CalendarPeriod(unit, containing: history.steps[place].day)
            var after = before
            while place < history.steps.count, history.steps[place].day <= period.lastDay {
                after = history.steps[place].monthly
                place += 1
            }
            periods[period.index - first.index].count(from: before, to: after, hasPaidBefore: hasPaid)
            before = after
            hasPaid = true
        }
    }

    /// The periods in time order, each starting as the one before ended.
    func finished() -> [RevenuePeriod] {
        var money: Int64 = 0
        var customers = 0
        return periods.map { period in
            var period = period
            period.revenue.start = money
            period.customers.start = customers
            money = period.revenue.end
            customers = period.customers.end
            return period
        }
    }
}

extension RevenuePeriod {
    init(period: CalendarPeriod, isComplete: Bool) {
        self.period = period
        self.isComplete = isComplete
    }

    /// Takes in a customer whose revenue changed within the period.
    mutating func count(from before: Int64, to after: Int64, hasPaidBefore: Bool) {
        switch (before > 0, after > 0) {
        case (false, false): customers.cameAndWent += 1
        case (false, true) where hasPaidBefore:
            customers.wonBack += 1
            revenue.wonBack += after
        case (false, true):
            customers.new += 1
            revenue.new += after
        case (true, false):
            customers.lost += 1
            revenue.lost += before
        case (true, true) where after > before:
            customers.expanded += 1
            revenue.expansion += after - before
        case (true, true) where after < before:
            customers.contracted += 1
            revenue.contraction += before - after
        case (true, true): break
        }
    }
}
