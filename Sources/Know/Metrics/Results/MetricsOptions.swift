public import Domain
public import Ledger

/// An amount in minor units of the ledger's currency, signed.
public typealias MinorUnits = Int64

/// What the metrics of a shop are computed with. Definitions: docs/metrics.md.
public struct MetricsOptions: Equatable, Sendable {
    /// The day the figures are told at; documents after it are not there. Nil: the day of the last order.
    public var asOf: Day?

    /// Periods that end before it are not shown; nothing else changes.
    public var from: Day?

    /// The window W in days, 1…3,650; nil: found from the gaps.
    public var windowDays: Int?

    /// The share of the last twelve months' net revenue that the VIP list brings, 0…1.
    public var vipShare: Double

    /// Contribution as a part of net revenue; what documents say of the cost of their goods goes before it.
    public var margin: Margin?

    /// What winning customers cost.
    public var costs: [AcquisitionCost]

    /// Where the bootstrap's chance begins; the same seed gives the same intervals.
    public var seed: UInt64

    /// How many workers the pass and the steps use; no figure depends on it.
    public var workers: Int

    public init(
        asOf: Day? = nil, from: Day? = nil, windowDays: Int? = nil, vipShare: Double = 0.5, margin: Margin? = nil,
        costs: [AcquisitionCost] = [], seed: UInt64 = 1, workers: Int = Ledger.defaultWorkers
    ) {
        self.asOf = asOf
        self.from = from
        self.windowDays = windowDays
        self.vipShare = vipShare
        self.margin = margin
        self.costs = costs
        self.seed = seed
        self.workers = workers
    }
}

/// Contribution as a part of net revenue, in hundredths of a percent: 3,500 is 35 %.
public struct Margin: Hashable, Sendable {
    public let basisPoints: Int

    public init(basisPoints: Int) { self.basisPoints = basisPoints }

    /// The contribution of `revenue`, rounded half away from zero; at most what 64 bits hold.
    public func contribution(of revenue: MinorUnits) -> MinorUnits {
        let product = revenue.multipliedFullWidth(by: Int64(basisPoints))
        let value = Int128(product.high) << 64 + Int128(product.low)
        let half: Int128 = value < 0 ? -5_000 : 5_000
        return MinorUnits(clamping: (value + half) / 10_000)
    }
}

/// What was spent in one month to win customers.
public struct AcquisitionCost: Hashable, Sendable {
    public let month: CalendarPeriod
    /// As the orders name it; nil when the spend is for the shop as a whole.
    public let source: String?
    public let spend: MinorUnits
    /// Nil: counted from first orders.
    public let newCustomers: Int?

    public init(month: CalendarPeriod, source: String?, spend: MinorUnits, newCustomers: Int? = nil) {
        self.month = month
        self.source = source
        self.spend = spend
        self.newCustomers = newCustomers
    }
}
