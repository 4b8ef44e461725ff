import Domain

/// Counts customers and revenue by the month or year of their first revenue.
struct CohortTally {
    private let unit: CalendarUnit
    private let first: Int
    private let last: Int
    private let asOf: Day
    /// By cohort and period after it: by how much customers and revenue change there.
    private var active: [[Int]]
    private var mrr: [[Int64]]
    private var customers: [Int]
    private var tenures: [TenureTally]
    private let joinsEarlier: Bool

    init(_ unit: CalendarUnit, tenures tenureUnit: TenureUnit, from firstDay: Day, to asOf: Day) {
        self.unit = unit
        self.asOf = asOf
        let earliest = CalendarPeriod(unit, containing: firstDay).index
        last = CalendarPeriod(unit, containing: asOf).index
        first = max(earliest, last - StartCohort.mostTold + 1)
        joinsEarlier = earliest < first
        customers = Array(repeating: 0, count: last - first + 1)
        tenures = customers.map { _ in TenureTally(unit: tenureUnit, asOf: asOf) }
        active = (first...last).map { [last] in Array(repeating: 0, count: last - $0 + 1) }
        mrr = (first...last).map { [last] in Array(repeating: 0, count: last - $0 + 1) }
    }

    mutating func add(_ history: RevenueHistory) {
        guard let begin = history.steps.first else { return }
        let cohort = max(first, CalendarPeriod(unit, containing: begin.day).index)
        customers[cohort - first] += 1
        if let spell = history.spells.first { tenures[cohort - first].add(spell) }
        var before: Int64 = 0
        var place = 0
        while place < history.steps.count {
            // What came before the cohort's period is at its end as it was then.
            let index = max(cohort, CalendarPeriod(unit, containing: history.steps[place].day).index)
            let end = CalendarPeriod(unit: unit, index: index).lastDay
            var after = before
            while place < history.steps.count, history.steps[place].day <= end {
                after = history.steps[place].monthly
                place += 1
            }
            mrr[cohort - first][index - cohort] += after - before
            active[cohort - first][index - cohort] += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
            before = after
        }
    }

    /// Those with customers, in time order.
    func finished(_ tenureUnit: TenureUnit, _ options: SubscriptionOptions) -> [StartCohort] {
        customers.indices.filter { customers[$0] > 0 }.map { place in
            let cohort = CalendarPeriod(unit: unit, index: first + place)
            let lastIsOver = CalendarPeriod(unit: unit, index: last).lastDay <= asOf
            let (active, mrr) = (Self.sums(active[place]), Self.sums(mrr[place]))
            return StartCohort(
                cohort: cohort, customers: customers[place], active: active, mrr: mrr,
                complete: active.count - (lastIsOver ? 0 : 1), joinsEarlier: joinsEarlier && place == 0,
                value: GroupValue(
                    active: active.last ?? 0, mrr: mrr.last ?? 0, counts: tenures[place].counts, unit: tenureUnit,
                    options: options))
        }
    }

    private static func sums<Number: AdditiveArithmetic>(_ changes: [Number]) -> [Number] {
        var sum = Number.zero
        return changes.map { change in
            sum += change
            return sum
        }
    }
}
