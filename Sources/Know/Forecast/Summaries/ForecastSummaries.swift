public import Domain
public import Ledger
public import LifetimeValue
import Metrics

/// What the models of lifetime value need of every customer of a ledger, at the end of one day.
///
///     let summaries = ForecastSummaries(of: ledger)
///     let fit = try PurchaseModelName.mbgNBD.fit(to: summaries.base)
///     let spend = try GammaGamma.fit(to: summaries.spend)
///     let forecast = LifetimeForecast(fit, spend: spend, horizon: 365)
///     let customers = forecast.customers(summaries.customerSummaries())   // in the order of summaries.places
///
/// Conventions: docs/lifetime-value/backtest.md. Money of later purchases is gross; refunds stand beside it.
///
/// - Complexity: O(documents) to make, in one parallel pass; 44 bytes a customer to keep.
public struct ForecastSummaries: Sendable {
    /// The end of observation. 1970-01-01 for a ledger without orders where no day is given.
    public let asOf: Day
    /// The first purchase of anybody who is known; `asOf` where there is none. What lies more than 65,534 days before
    /// `asOf` counts as the first of these days.
    public let firstDay: Day
    public let currency: Currency
    /// One for each customer of the ledger, in its order; some may not have purchased.
    public let customers: [CustomerPurchases]
    /// The places in `customers`, rising, of those who have purchased: all models and all arrays below are of these.
    public let places: [Int32]
    /// How many customers purchased first on each day from `firstDay` to `asOf`.
    public let newcomersByDay: [Int64]
    /// How many later purchase days customers had, by day from `firstDay` to `asOf`.
    public let laterPurchasesByDay: [Int64]

    /// - Parameters:
    ///   - asOf: Later documents are not there. Nil: the day of the last order, of anybody; refunds after it count.
    ///   - workers: How many parts are counted at once; the result does not depend on it.
    public init(of ledger: Ledger, asOf: Day? = nil, workers: Int = Ledger.defaultWorkers) {
        let ends = LedgerEnds(of: ledger, asOf: asOf?.number, workers: workers)
        let end = asOf?.number ?? ends.lastOrder ?? 0
        let origin = max(ends.firstOrder ?? end, end - Self.longestSpan)
        let empty = PurchaseTally(origin: origin, asOf: end, lastVisible: asOf?.number ?? Int32.max)
        let (tally, customers) = ledger.summarized(empty, workers: workers)
        self.asOf = Day(number: end)
        self.firstDay = Day(number: origin)
        self.customers = customers
        currency = ledger.currency
        var places: [Int32] = []
        places.reserveCapacity(customers.count)
        for place in customers.indices where customers[place].hasPurchased { places.append(Int32(place)) }
        self.places = places
        newcomersByDay = tally.newcomers
        laterPurchasesByDay = tally.later
    }

    /// As far back as the metrics tell days apart.
    static let longestSpan: Int32 = 65_534

    /// x, t_x and T in days of those who have purchased, in the order of `places`.
    public var purchases: [PurchaseSummary] {
        places.map { customers[Int($0)].summary(asOf: asOf.number) }
    }

    /// The same counted in weeks, for BG/BB: each week that ends with `asOf` or a whole number of weeks before it is an
    /// opportunity.
    public var weeklyPurchases: [PurchaseSummary] {
        places.map { customers[Int($0)].weeklySummary(asOf: asOf.number) }
    }

    /// What the purchase models are fitted to.
    public var base: PurchaseSummaries { PurchaseSummaries(purchases) }

    /// What Gamma-Gamma is fitted to: mean money of a later purchase day in major units, such as euros.
    public var spend: SpendSummaries {
        SpendSummaries(places.map { spend(of: customers[Int($0)]) })
    }

    /// A customer's later purchases and their mean money in major units.
    public func spend(of customer: CustomerPurchases) -> SpendSummary {
        SpendSummary(
            frequency: customer.frequency, mean: customer.meanLaterGross / Double(currency.minorUnitsPerMajor))
    }

    /// Customers with later purchases.
    public var repeatCustomers: Int { places.count { customers[Int($0)].frequency > 0 } }
}
