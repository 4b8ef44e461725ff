public import Domain
public import Ledger
import LifetimeValue
public import Metrics

/// What a report tells of the value of a shop's customers, beside its metrics.
public struct ValueAhead: Sendable {
    public let forecast: ShopForecast
    public let ranking: ValueRanking
    public let aliveMap: AliveMap
    public let tracking: [TrackedWeek]
    /// By the quarter of the first order, in order.
    public let cohorts: [(cohort: CalendarPeriod, group: ForecastGroup)]
    /// By acquisition source, the largest first; empty where the orders tell none.
    public let sources: [SourceValue]
    /// All customers, with the CAC of all sources together.
    public let everybody: SourceValue
    /// The lapsing customers of whom most is at stake, the greatest first, `mostAtStake` at most.
    public let atStake: [AtStake]
    /// What is at stake of all the lapsing.
    public let allAtStake: MinorUnits
    /// The customers of whom most is expected, the highest first, `mostBest` at most.
    public let best: [Best]
    /// What five points more of P(alive) for everybody would add.
    public let fivePointsMore: MinorUnits
    /// Contribution is known, but not above zero; so value is told as net revenue.
    public let isWithoutContribution: Bool

    /// CLV of the customers of a source beside what winning one of them cost.
    public struct SourceValue: Equatable, Sendable {
        /// Nil for all customers, and for those of whom it is not known.
        public let source: String?
        public let group: ForecastGroup
        /// Minor units; nil where no costs are given for it.
        public let cac: Double?

        public init(source: String?, group: ForecastGroup, cac: Double?) {
            (self.source, self.group, self.cac) = (source, group, cac)
        }

        /// CLV ÷ CAC: how many times its cost a customer brings.
        public var valueToCost: Double? { cac.flatMap { $0 > 0 ? group.lifetimeValue / $0 : nil } }
    }

    /// A lapsing customer.
    public struct AtStake: Equatable, Sendable {
        public let id: String
        public let silentDays: Int
        public let pAlive: Double
        public let expectedValue: MinorUnits
        /// What is lost if the silence means what it may (`ShopForecast.valueAtStake`).
        public let value: MinorUnits
    }

    /// A customer of whom much is expected.
    public struct Best: Equatable, Sendable {
        public let id: String
        public let pAlive: Double
        public let expectedOrders: Double
        public let expectedValue: MinorUnits
    }

    public static let mostAtStake = 10
    public static let mostBest = 10

    /// What a shop's customers will be worth in a year; the margin is what the metrics' contribution leaves of net revenue.
    /// Where that is not above zero, value is net revenue: a shop that loses with each order has no lifetime value.
    ///
    /// - Parameters:
    ///   - metrics: Of the ledger.
    ///   - asOf: The day that the metrics were asked for; nil: none.
    public static func make(
        of ledger: Ledger, metrics: ShopMetrics, asOf: Day?, vipShare: Double = 0.5
    ) -> Result<ValueAhead, ModelChoice.Failure> {
        let net = metrics.overview.identifiedNetRevenue
        let margin = metrics.overview.contribution.flatMap { $0 > 0 && net > 0 ? Double($0) / Double(net) : nil }
        return Result { () throws(ModelChoice.Failure) in
            let forecast = try ShopForecast(
                of: ledger, options: ForecastOptions(margin: margin, asOf: asOf, vipShare: vipShare))
            return ValueAhead(forecast, of: ledger, metrics: metrics)
        }
    }

    /// - Parameters:
    ///   - forecast: Of the ledger, at the metrics' as-of.
    ///   - metrics: Of the same ledger.
    public init(_ forecast: ShopForecast, of ledger: Ledger, metrics: ShopMetrics) {
        self.forecast = forecast
        isWithoutContribution = metrics.overview.contribution != nil && forecast.options.margin == nil
        let contribution: ShopForecast.KnownContribution? =
            forecast.options.margin == nil ? nil : { @Sendable place in metrics.customers.contribution(of: place) ?? 0 }
        // Each goes through all customers once or twice, and needs nothing of the others.
        let (ranked, others) = atOnce(workers: forecast.options.workers) {
            (
                ranking: forecast.ranking(ledger.customers), tracking: forecast.tracking(),
                fivePoints: forecast.fivePointsMore()
            )
        } and: {
            (
                map: forecast.aliveMap(), cohorts: forecast.cohorts(by: .quarter, contribution: contribution),
                everybody: forecast.everybody(contribution: contribution),
                lapsing: forecast.lapsing(by: metrics.customers)
            )
        }
        (ranking, tracking) = (ranked.ranking, ranked.tracking)
        (aliveMap, cohorts) = (others.map, others.cohorts)
        sources = forecast.groups(by: .source, of: ledger, contribution: contribution).map { source, group in
            let key = source.map(SourceName.key)
            let costs = key.flatMap { key in metrics.acquisition.first { $0.source.map(SourceName.key) == key } }
            return SourceValue(source: source, group: group, cac: costs?.cac)
        }
        everybody = SourceValue(
            source: nil, group: others.everybody, cac: metrics.acquisition.first { $0.source == nil }?.cac)
        fivePointsMore = forecast.minorUnits(ranked.fivePoints)
        allAtStake = forecast.minorUnits(others.lapsing.reduce(0) { $0 + $1.value })
        let (ranking, values) = (ranking, ranking.values)
        func id(_ place: Int) -> String { ledger.customers[Int(forecast.summaries.places[place])] }
        best = ranking.highest(Self.mostBest, id: id).map { place in
            let own = forecast.customers[place]
            return Best(
                id: id(place), pAlive: own.pAlive, expectedOrders: own.expectedOrders, expectedValue: values[place])
        }
        atStake = others.lapsing.filter { $0.value > 0 }.max(Self.mostAtStake) { $0.value }.map { place, value in
            let own = forecast.summaries.customers[Int(forecast.summaries.places[place])]
            return AtStake(
                id: id(place),
                silentDays: Int(forecast.summaries.asOf.number - own.lastDay),
                pAlive: forecast.customers[place].pAlive,
                expectedValue: values[place], value: forecast.minorUnits(value))
        }
    }
}

extension ShopForecast {
    /// The places of those who are late, and what is at stake with each.
    fileprivate func lapsing(by states: CustomerList) -> [(place: Int, value: Double)] {
        var found: [(place: Int, value: Double)] = []
        for (place, customer) in summaries.places.enumerated() where states.state(of: Int(customer)) == .lapsing {
            found.append((place, valueAtStake(place)))
        }
        return found
    }
}

extension Array {
    /// The elements with the highest keys, highest first, ties in their order; without sorting the others.
    fileprivate func max(_ count: Int, by key: (Element) -> Double) -> [Element] {
        var best: [(key: Double, element: Element)] = []
        for element in self {
            let own = key(element)
            if best.count == count, let last = best.last, last.key >= own { continue }
            best.insert((own, element), at: best.firstIndex { $0.key < own } ?? best.count)
            if best.count > count { best.removeLast() }
        }
        return best.map(\.element)
    }
}
