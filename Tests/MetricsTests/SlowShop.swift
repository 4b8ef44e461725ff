import Domain
import Ledger

@testable import Metrics

/// The definitions of docs/metrics.md written down as plainly as can be, with no thought of speed.
struct SlowShop {
    struct Customer {
        let id: String
        let documents: [LedgerDocument]
        var orders: [LedgerDocument] { documents.filter { $0.kind == .order } }
        /// Sorted, distinct.
        var days: [Int] { Array(Set(orders.map { Int($0.day.number) })).sorted() }
        var gaps: [Int] { zip(days, days.dropFirst()).map { $1 - $0 } }
        var net: Int64 { documents.filter { $0.kind != .reversed }.reduce(0) { $0 + $1.minorUnits } }

        func net(in range: ClosedRange<Int>) -> Int64 {
            documents.filter { $0.kind != .reversed && range.contains(Int($0.day.number)) }
                .reduce(0) { $0 + $1.minorUnits }
        }

        func isActive(at day: Int, window: Int) -> Bool { days.contains { $0 <= day && day - $0 <= window } }
    }

    let all: [Customer]
    /// Those with orders.
    let customers: [Customer]
    let asOf: Int
    let first: Int

    init(_ documents: [LedgerDocument], asOf given: Day? = nil, unidentifiedLast: Int32? = nil) {
        let visible = documents.filter { given == nil || $0.day <= given! }
        let lastOrder =
            visible.filter { $0.kind == .order }.map { Int($0.day.number) }
            + [unidentifiedLast].compactMap { $0.map(Int.init) }
        let asOf = given.map { Int($0.number) } ?? lastOrder.max() ?? visible.map { Int($0.day.number) }.max() ?? 0
        let clamped = visible.map { document in
            var document = document
            document.day = Day(number: min(document.day.number, Int32(asOf)))
            return document
        }
        all = Dictionary(grouping: clamped, by: \.customer).map { Customer(id: $0, documents: $1) }
            .sorted { $0.id < $1.id }
        customers = all.filter { !$0.orders.isEmpty }
        self.asOf = asOf
        first = customers.compactMap(\.days.first).min() ?? asOf
    }

    // MARK: Gaps

    /// 1 − S(t) by the textbook: the product over event times of one less events by those at risk.
    func returned(by day: Int, gaps: [(length: Int, completed: Bool)]) -> Double {
        var survival = 1.0
        for time in Set(gaps.filter(\.completed).map(\.length)).sorted() where time <= day {
            let atRisk = gaps.filter { $0.length >= time }.count
            let events = gaps.filter { $0.completed && $0.length == time }.count
            survival *= 1 - Double(events) / Double(atRisk)
        }
        return 1 - survival
    }

    func observedGaps(after purchaseDay: Int? = nil) -> [(length: Int, completed: Bool)] {
        customers.flatMap { customer in
            let gaps = customer.gaps.map { (length: $0, completed: true) } + [(asOf - customer.days.last!, false)]
            guard let purchaseDay else { return gaps }
            return Array(gaps.dropFirst(purchaseDay - 1).prefix(1))
        }
    }

    func windowFound() -> Int? {
        let gaps = observedGaps()
        let lengths = Set(gaps.map(\.length))
        guard let tau = lengths.filter({ length in gaps.filter { $0.length >= length }.count * 20 >= gaps.count }).max()
        else { return nil }
        let target = 0.9 * returned(by: tau, gaps: gaps)
        return target > 0 ? (0...(asOf - first)).first { returned(by: $0, gaps: gaps) >= target } : nil
    }

    static func quantile(_ percent: Int, _ values: [Int]) -> Int? {
        values.sorted().first { value in values.filter { $0 <= value }.count * 100 >= percent * values.count }
    }

    func ownLimit(_ customer: Customer, window: Int) -> Int {
        guard let usual = Self.quantile(90, customers.flatMap(\.gaps)) else { return window }
        let own = Self.quantile(90, customer.gaps) ?? 0
        let weighted = Double(customer.gaps.count * own + 5 * usual) / Double(customer.gaps.count + 5)
        return min(window, Int(weighted.rounded(.up)))
    }

    func state(_ customer: Customer, window: Int) -> ActivityState {
        let silence = asOf - customer.days.last!
        if silence <= ownLimit(customer, window: window) { return .active }
        return silence <= window ? .lapsing : .lapsed
    }

    // MARK: Ranks

    private static func score<Value: Comparable>(_ value: Value, _ values: [Value]) -> Int {
        let below = values.filter { $0 < value }.count
        let equal = values.filter { $0 == value }.count
        return min(5, 1 + Int(5 * (Double(below) + Double(equal) / 2) / Double(values.count)))
    }

    func scores(_ customer: Customer) -> RFMScores {
        RFMScores(
            recency: Self.score(customer.days.last!, customers.map { $0.days.last! }),
            frequency: Self.score(customer.days.count, customers.map(\.days.count)),
            monetary: Self.score(customer.net, customers.map(\.net)))
    }

    func vips(share: Double, end: Int) -> Set<String> {
        let amounts = customers.map { (id: $0.id, net: $0.net(in: end - 364...end)) }.filter { $0.net > 0 }
        let goal = share * Double(amounts.reduce(0) { $0 + $1.net })
        var sum = 0.0
        var list: Set<String> = []
        for one in amounts.sorted(by: { ($1.net, $0.id) < ($0.net, $1.id) }) where sum < goal {
            sum += Double(one.net)
            list.insert(one.id)
        }
        return list
    }
}
