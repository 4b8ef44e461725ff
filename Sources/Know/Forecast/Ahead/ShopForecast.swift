public import Domain
public import Ledger
public import LifetimeValue
public import Metrics

/// What a shop's customers will order until a horizon, and what that is worth.
///
///     let forecast = try ShopForecast(of: ledger, options: ForecastOptions(margin: 0.4))
///     forecast.total.expectedValue          // contribution of the next twelve months, in euros
///     forecast.customers[place].pAlive      // of the customer at `forecast.summaries.places[place]`
///
/// The model is chosen on a sample (`ModelChoice`) and fitted to everybody; amounts come from Gamma-Gamma, refunds take each
/// customer's share, drawn towards the shop's (`RefundShares`). Definitions: docs/metrics.md.
public struct ShopForecast: Sendable {
    public let options: ForecastOptions
    public let choice: ModelChoice
    public let spend: SpendChoice
    /// One for each customer who has purchased, in the order of `summaries.places`. Money in major units.
    public let customers: [CustomerForecast]
    /// Of all of them together.
    public let total: ForecastTotal
    /// Of one who has just bought for the first time, the first order not counted.
    public let newcomer: CustomerForecast

    let lifetime: LifetimeForecast
    let inputs: [CustomerSummary]

    public var summaries: ForecastSummaries { choice.summaries }
    public var currency: Currency { summaries.currency }

    /// - Throws: `ModelChoice.Failure` where no model can be fitted, with the reasons.
    public init(of ledger: Ledger, options: ForecastOptions = ForecastOptions()) throws(ModelChoice.Failure) {
        let summaries = ForecastSummaries(of: ledger, asOf: options.asOf, workers: options.workers)
        // Neither needs the other, and choosing keeps one core busy.
        let (choice, money) = atOnce(workers: options.workers) {
            Result { () throws(ModelChoice.Failure) in
                try ModelChoice(
                    of: ledger, summaries: summaries, asked: options.model, seed: options.seed,
                    workers: options.workers)
            }
        } and: {
            Money(summaries)
        }
        self.init(try choice.get(), money, options: options)
    }

    /// The same with a model that was chosen already.
    public init(_ choice: ModelChoice, options: ForecastOptions) {
        self.init(choice, Money(choice.summaries), options: options)
    }

    /// What does not depend on the model of purchases.
    private struct Money: Sendable {
        let spend: SpendChoice
        let refunds: RefundShares
        /// What models that count days need of each customer.
        let inputs: SortedCustomers

        init(_ summaries: ForecastSummaries) {
            (spend, refunds) = (SpendChoice(summaries), summaries.refundShares)
            inputs = SortedCustomers(summaries.customerSummaries(for: nil, refunds: refunds))
        }
    }

    private init(_ choice: ModelChoice, _ money: Money, options: ForecastOptions) {
        let spend = money.spend
        let scale = UnitScale(choice.model)
        let margin = (options.margin ?? 1) * scale.orders
        let (horizon, year) = (Double(options.horizonDays) / scale.days, 365 / scale.days)
        lifetime =
            if let fit = spend.fit {
                LifetimeForecast(
                    choice.fit, spend: fit, horizon: horizon, discount: options.discount, margin: margin, year: year)
            } else {
                LifetimeForecast(
                    choice.fit, spend: spend.model, horizon: horizon, discount: options.discount,
                    margin: margin, year: year)
            }
        let countsDays = choice.model.unitDays == 1
        inputs =
            countsDays
            ? money.inputs.customers : choice.summaries.customerSummaries(for: choice.model, refunds: money.refunds)
        let (customers, total) =
            countsDays
            ? lifetime.customersAndTotal(money.inputs, intervals: options.withIntervals)
            : lifetime.customersAndTotal(inputs, intervals: options.withIntervals)
        self.customers = scale.scaled(customers)
        self.total = scale.scaled(total)
        newcomer = scale.scaled([lifetime.newcomer(netFactor: 1 - money.refunds.shop)])[0]
        self.options = options
        self.choice = choice
        self.spend = spend
    }

    /// The sum of P(alive): how many of those who have purchased are still there.
    public var expectedAlive: Double { customers.reduce(0) { $0 + $1.pAlive } }

    /// Orders and value week by week until the horizon; the last week ends at it.
    public func weeks() -> [ForecastTotal] {
        let scale = UnitScale(choice.model)
        return lifetime.weeks(of: inputs, length: 7 / scale.days).map(scale.scaled)
    }

    /// The same by calendar periods, the first and the last as far as the horizon has them.
    public func periods(_ unit: CalendarUnit) -> [(days: ClosedRange<Day>, total: ForecastTotal)] {
        let (first, last) = (summaries.asOf.advanced(by: 1), summaries.asOf.advanced(by: options.horizonDays))
        var days: [ClosedRange<Day>] = []
        var period = CalendarPeriod(unit, containing: first)
        while period.firstDay <= last {
            days.append(max(first, period.firstDay)...min(last, period.lastDay))
            period = period.advanced(by: 1)
        }
        let scale = UnitScale(choice.model)
        let ends = days.map { Double(summaries.asOf.days(to: $0.upperBound)) / scale.days }
        return Array(zip(days, lifetime.windows(of: inputs, ends: ends).map(scale.scaled)))
    }

    /// Of some of the customers, by their places among those who have purchased: a cohort, a source.
    public func total(of places: [Int]) -> ForecastTotal {
        UnitScale(choice.model).scaled(lifetime.total(of: places.map { inputs[$0] }))
    }

    /// A value in major units as minor ones, rounded.
    public func minorUnits(_ value: Double) -> MinorUnits {
        guard value > 0 else { return 0 }
        return MinorUnits((min(value, 9e14) * Double(currency.minorUnitsPerMajor)).rounded())
    }
}

/// From the model's unit of time and count to days and purchase days: BG/BB counts weeks with orders.
private struct UnitScale {
    let days: Double
    let orders: Double

    init(_ model: OrderModel) { (days, orders) = (model.unitDays, model.purchaseDaysEach) }

    func scaled(_ total: ForecastTotal) -> ForecastTotal {
        guard days != 1 else { return total }
        return ForecastTotal(
            start: total.start * days, end: total.end * days, customers: total.customers,
            expectedOrders: total.expectedOrders * orders, expectedValue: total.expectedValue,
            orders: scaled(total.orders), value: total.value)
    }

    func scaled(_ customers: [CustomerForecast]) -> [CustomerForecast] {
        days == 1 ? customers : customers.map(scaled)
    }

    private func scaled(_ customer: CustomerForecast) -> CustomerForecast {
        guard days != 1 else { return customer }
        return CustomerForecast(
            pAlive: customer.pAlive, expectedOrders: customer.expectedOrders * orders,
            expectedSpend: customer.expectedSpend, expectedValue: customer.expectedValue,
            intervals: customer.intervals.map {
                CustomerForecast.Intervals(orders: scaled($0.orders), value: $0.value)
            })
    }

    /// To whole purchase days outwards.
    private func scaled(_ interval: ForecastInterval) -> ForecastInterval {
        ForecastInterval(
            lower: (interval.lower * orders).rounded(.down), upper: (interval.upper * orders).rounded(.up))
    }
}
