public import Domain

/// How MRR and customers went from one period's start to its end: docs/metrics.md, "Subscriptions".
///
/// Always `start + new + wonBack + expansion − contraction − lost = end`, in money and, without expansion and contraction,
/// in customers.
public struct RevenuePeriod: Hashable, Sendable {
    public let period: CalendarPeriod
    /// Whether it is over; otherwise its end is the day of the table.
    public let isComplete: Bool
    public internal(set) var revenue = Money()
    public internal(set) var customers = Customers()

    /// MRR in minor units; all zero or more.
    public struct Money: Hashable, Sendable {
        public internal(set) var start: Int64 = 0
        /// Of customers who never paid before the period.
        public internal(set) var new: Int64 = 0
        /// Of customers who paid before, and nothing at its start.
        public internal(set) var wonBack: Int64 = 0
        /// Of customers there at both its ends: what those pay more, and what others pay less.
        public internal(set) var expansion: Int64 = 0
        public internal(set) var contraction: Int64 = 0
        /// What those paid at its start who pay nothing at its end.
        public internal(set) var lost: Int64 = 0

        public var end: Int64 { start + new + wonBack + expansion - contraction - lost }
    }

    public struct Customers: Hashable, Sendable {
        public internal(set) var start = 0
        public internal(set) var new = 0
        public internal(set) var wonBack = 0
        public internal(set) var expanded = 0
        public internal(set) var contracted = 0
        public internal(set) var lost = 0
        /// Who paid within the period alone, neither at its start nor at its end: in none of the others.
        public internal(set) var cameAndWent = 0

        public var end: Int { start + new + wonBack - lost }
    }

    /// Of the MRR at the start, what is left of it without anybody's expansion: Σ min(end, start) ÷ Σ start; nil where the
    /// start is nothing. 0…1.
    public var grossRevenueRetention: Double? {
        ratio(revenue.start - revenue.contraction - revenue.lost, revenue.start)
    }

    /// The same with expansion: Σ end ÷ Σ start of the customers there at the start. Never below gross, and above 1 where
    /// expansion outweighs what was lost.
    public var netRevenueRetention: Double? {
        ratio(revenue.start - revenue.contraction - revenue.lost + revenue.expansion, revenue.start)
    }

    /// Of the customers at the start, the share that is there at the end.
    public var logoRetention: Double? { ratio(Int64(customers.start - customers.lost), Int64(customers.start)) }

    /// Of the customers at the start, the share that is not.
    public var logoChurn: Double? { ratio(Int64(customers.lost), Int64(customers.start)) }
}

func ratio(_ part: Int64, _ whole: Int64) -> Double? { whole > 0 ? Double(part) / Double(whole) : nil }
