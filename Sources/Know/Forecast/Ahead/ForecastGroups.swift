public import Domain
public import Ledger
import LifetimeValue
public import Metrics

/// Customers of one cohort or source: what they have brought and what is expected of them.
public struct ForecastGroup: Equatable, Sendable {
    public let customers: Int
    /// Net revenue so far, or contribution where a margin is known.
    public let past: MinorUnits
    /// Expected until the horizon, discounted; below zero where the group's orders have cost more than they brought.
    public let expected: MinorUnits
    /// The sum of P(alive): how many of them are still there.
    public let expectedAlive: Double

    /// CLV: past and expected by customer, in minor units.
    public var lifetimeValue: Double { (Double(past) + Double(expected)) / Double(max(1, customers)) }
}

extension ForecastGroup {
    /// Several groups as one.
    public init(joining groups: some Collection<ForecastGroup>) {
        self.init(
            customers: groups.reduce(0) { $0 + $1.customers }, past: groups.reduce(0) { $0 &+ $1.past },
            expected: groups.reduce(0) { $0 &+ $1.expected },
            expectedAlive: groups.reduce(0) { $0 + $1.expectedAlive })
    }
}

extension ShopForecast {
    /// What the customer at a place of the ledger has brought after costs.
    public typealias KnownContribution = @Sendable (Int) -> MinorUnits

    /// Groups with so many purchase days have a margin of their own.
    public static let fewestForMargin = 100

    /// All customers as one group.
    public func everybody(contribution: KnownContribution? = nil) -> ForecastGroup {
        grouped(1, contribution) { _, _ in 0 }[0]
            ?? ForecastGroup(customers: 0, past: 0, expected: 0, expectedAlive: 0)
    }

    /// By the calendar year or quarter of the first order, in order.
    ///
    /// - Parameter contribution: Of each customer, where it is known: the past is told by it, and what is to come at the
    ///   group's own margin where it has `fewestForMargin` purchase days. Nil: the forecast's margin is everybody's.
    public func cohorts(
        by unit: CalendarUnit, contribution: KnownContribution? = nil
    ) -> [(cohort: CalendarPeriod, group: ForecastGroup)] {
        let (first, days) = (summaries.firstDay, summaries.newcomersByDay.count)
        let periods = (0..<days).map { CalendarPeriod(unit, containing: first.advanced(by: $0)).index }
        guard let earliest = periods.first, let latest = periods.last else { return [] }
        return grouped(latest - earliest + 1, contribution) { _, own in
            periods[Int(own.firstDay - first.number)] - earliest
        }
        .enumerated()
        .compactMap { place, group in
            group.map { (CalendarPeriod(unit: unit, index: earliest + place), $0) }
        }
    }

    /// By the value of a dimension in the first order, such as the acquisition source; empty where the ledger has no such
    /// column. The largest first; nil is the customers without a value.
    ///
    /// - Parameter contribution: As for cohorts.
    public func groups(
        by dimension: Dimension, of ledger: Ledger, contribution: KnownContribution? = nil
    ) -> [(value: String?, group: ForecastGroup)] {
        guard let column = ledger.dimensions.first(where: { $0.dimension == dimension }) else { return [] }
        let tally = FirstCodeTally(codes: column.codes, lastVisible: summaries.asOf.number)
        let codes = ledger.summarized(tally, workers: options.workers).summaries
        return grouped(column.values.count, contribution) { customer, _ in Int(codes[customer]) }
            .enumerated()
            .compactMap { code, group in group.map { (value: code > 0 ? column.values[code] : nil, group: $0) } }
            .sorted { ($1.group.customers, $0.value ?? "") < ($0.group.customers, $1.value ?? "") }
    }

    /// One for each of `count` keys, nil where no customer has it.
    ///
    /// - Parameter key: 0..<count, by the customer's place in the ledger and what the customer bought.
    private func grouped(
        _ count: Int, _ contribution: KnownContribution?, by key: (Int, CustomerPurchases) -> Int
    ) -> [ForecastGroup?] {
        struct Sum { var customers = 0, days = 0, net = 0.0, past = 0.0, expected = 0.0, alive = 0.0 }
        var sums = Array(repeating: Sum(), count: count)
        let margin = options.margin ?? 1
        for (place, customer) in summaries.places.enumerated() {
            let own = summaries.customers[Int(customer)]
            let key = key(Int(customer), own)
            let net = Double(own.gross - own.refunds)
            sums[key].customers += 1
            sums[key].days += Int(own.purchaseDays)
            sums[key].net += net
            sums[key].past += contribution.map { Double($0(Int(customer))) } ?? margin * net
            sums[key].expected += customers[place].expectedValue
            sums[key].alive += customers[place].pAlive
        }
        return sums.map { sum in
            guard sum.customers > 0 else { return nil }
            let hasMargin = contribution != nil && margin > 0 && sum.net > 0 && sum.days >= Self.fewestForMargin
            let factor = hasMargin ? sum.past / sum.net / margin : 1
            return ForecastGroup(
                customers: sum.customers, past: MinorUnits(sum.past.rounded()),
                expected: factor < 0 ? -minorUnits(-factor * sum.expected) : minorUnits(factor * sum.expected),
                expectedAlive: sum.alive)
        }
    }
}

/// The code of each customer's first order in one column; of several in the same minute the smallest that is given.
private struct FirstCodeTally: SummarizingTally {
    let codes: [UInt16]
    let lastVisible: Int32

    mutating func summarize(_ part: PurchaseHistories, into summaries: SummarySlots<UInt16>) {
        for customer in part.customers { summaries[customer] = code(of: part[customer]) }
    }

    private func code(of history: PurchaseHistory) -> UInt16 {
        var found: (day: Int32, minute: UInt16, code: UInt16)?
        for index in 0..<history.count where history.kind(index) == .order {
            guard history.day(index) <= lastVisible else { break }
            let own = codes[history.place(index)]
            guard let first = found else {
                found = (history.day(index), history.minute(index), own)
                continue
            }
            guard history.day(index) == first.day, history.minute(index) == first.minute else { break }
            if own != 0, first.code == 0 || own < first.code { found?.code = own }
        }
        return found?.code ?? 0
    }

    mutating func merge(_ other: Self) {}
}
