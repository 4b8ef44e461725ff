public import Domain
public import Ledger

/// A shop made by chance in which nothing changes but what is planted.
///
/// Customers arrive at a steady rate, buy at a rhythm of their own and stop after any purchase with some chance. It runs
/// for two years before the file begins, so that the file starts in the middle of a steady life.
public struct ShopSimulation: Sendable {
    public var seed: UInt64
    public var days = 1_096
    public var arrivalsPerDay = 4.0
    /// Nil: nothing changes.
    public var cause: ShopCause?

    public static let firstDay = Day(number: 18_628)  // 2021-01-01
    static let warmUpDays = 730

    public init(seed: UInt64, days: Int = 1_096, arrivalsPerDay: Double = 4, cause: ShopCause? = nil) {
        self.seed = seed
        self.days = days
        self.arrivalsPerDay = arrivalsPerDay
        self.cause = cause
    }

    /// Day offsets of the file's last year: what is planted as a change happens there.
    func isLate(_ day: Int) -> Bool { day >= days - 365 }

    public func ledger() -> Ledger {
        var random = SeededGenerator(seed: seed)
        var columns = Columns()
        for day in -Self.warmUpDays..<days {
            var rate = arrivalsPerDay
            if isLate(day), cause == .fewerNewcomers { rate *= 0.5 }
            if isLate(day), cause == .moreNewcomers { rate *= 2 }
            let arrivals = Int(rate) + (Self.chance(rate - rate.rounded(.down), &random) ? 1 : 0)
            for _ in 0..<arrivals { live(from: day, &columns, &random) }
        }
        if cause == .oneGreatCustomer { addGreat(1, every: 7, factor: 250, stopping: 0, &columns, &random) }
        if cause == .silentVIPs { addGreat(60, every: 9, factor: 6, stopping: 30, &columns, &random) }
        if cause == .lapsedVIPs { addGreat(60, every: 9, factor: 6, stopping: 180, &columns, &random) }
        if cause == .lapsedGreatCustomer { addGreat(1, every: 7, factor: 250, stopping: 180, &columns, &random) }
        return columns.ledger()
    }

    /// One customer's life.
    private func live(from start: Int, _ columns: inout Columns, _ random: inout SeededGenerator) {
        var customer = SimulatedCustomer(chance: &random)
        let rhythm = 10 + 70 * Self.unit(&random)
        let taste = 0.5 + Self.unit(&random)
        var day = start
        var purchases = 0
        while day < days {
            buy(on: day, taste: taste, &customer, &random)
            purchases += 1
            if Self.chance(stopping(day, purchases: purchases, customer), &random) { break }
            let slower = cause == .rarerOrders && isLate(day) ? 2.0 : 1.0
            // Half fixed, half by chance: people have habits.
            day += max(1, Int(slower * rhythm * (0.5 + 1.0 * Self.unit(&random))))
        }
        columns.append(customer)
    }

    private func stopping(_ day: Int, purchases: Int, _ customer: SimulatedCustomer) -> Double {
        if let cause, let dimension = cause.weakDimension, purchases == 1, customer.codes[dimension] == 1 {
            return 0.85
        }
        if isLate(day), cause == .fewerSecondPurchases, purchases == 1 { return 0.75 }
        if isLate(day), cause == .lowerRetention, purchases > 1 { return 0.5 }
        return purchases == 1 ? 0.4 : 0.12
    }

    private func buy(on day: Int, taste: Double, _ customer: inout SimulatedCustomer, _ random: inout SeededGenerator) {
        var value = 4_000 * taste * (0.4 + 1.2 * Self.unit(&random))
        if isLate(day), cause == .smallerOrders { value *= 0.6 }
        if isLate(day), cause == .largerOrders { value *= 1.6 }
        let draw = Self.unit(&random)
        guard day >= 0 else { return }
        let refunded = isLate(day) && cause == .moreRefunds ? 0.3 : 0.03
        let reversed = isLate(day) && cause == .moreReversals ? 0.3 : 0
        let money = Int64(value)
        customer.add(day, money, draw < reversed ? .reversed : .order)
        if draw >= 1 - refunded { customer.add(day, -money, .refund) }
    }

    /// Customers who buy for much more than the others; every second of them stops `stopping` days before the end.
    private func addGreat(
        _ count: Int, every gap: Int, factor: Double, stopping: Int, _ columns: inout Columns,
        _ random: inout SeededGenerator
    ) {
        for number in 0..<count {
            var customer = SimulatedCustomer(chance: &random)
            for day in stride(from: number % gap, to: days - (number % 2 == 0 ? stopping : 0), by: gap) {
                customer.add(day, Int64(4_000 * factor), .order)
            }
            columns.append(customer)
        }
    }

    static func unit(_ random: inout SeededGenerator) -> Double { Double(random.next() >> 11) / 9_007_199_254_740_992 }

    static func chance(_ share: Double, _ random: inout SeededGenerator) -> Bool { unit(&random) < share }
}
