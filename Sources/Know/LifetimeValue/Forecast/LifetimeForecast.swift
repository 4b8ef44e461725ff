/// What customers will order and what that is worth until a horizon.
///
///     let forecast = LifetimeForecast(fit, spend: spendFit, horizon: 365, discount: 0.10, margin: 0.4)
///     let customers = forecast.customers(summaries)     // one CustomerForecast each
///     let total = forecast.total(of: summaries)         // orders and value of all of them, with intervals
///     let weeks = forecast.weeks(of: summaries)         // the same week by week
///     let newcomer = forecast.newcomer()                // of one who has just bought for the first time
///
/// Value is contribution in the amounts' unit: margin · net factor · amounts, each month's orders discounted from the
/// month's middle. Orders count from the end of observation; a newcomer's first order is not counted.
public struct LifetimeForecast: Sendable {
    /// Days ahead (opportunities for BG/BB), 0 to `PurchaseSummary.limit`.
    public let horizon: Double
    /// A year's discount: money in a year is worth 1/(1 + discount) of it.
    public let discount: Double
    /// Contribution per revenue.
    public let margin: Double
    /// Of all intervals.
    public let level: Double
    /// Days of a year; opportunities a year for BG/BB.
    public let year: Double

    let model: any FittableModel
    let spend: GammaGamma
    /// What the fits leave open of the logarithms of the parameters; empty for models that are known.
    let purchaseSpread, spendSpread: [SIMD4<Double>]
    let schedule: DiscountSchedule

    /// - Parameters:
    ///   - fit: From `PurchaseModelName.fit`.
    ///   - spend: From `GammaGamma.fit`.
    ///   - horizon: Days ahead; opportunities for BG/BB. What is not above zero brings nothing.
    ///   - discount: Zero or more.
    ///   - margin: Zero or more; 1 unless told otherwise, so that value is revenue.
    ///   - level: Of the intervals, between 0 and 1.
    ///   - year: Days of a year; for BG/BB opportunities a year.
    public init(
        _ fit: Fit<any PurchaseModel>, spend: Fit<GammaGamma>, horizon: Double, discount: Double = 0,
        margin: Double = 1, level: Double = 0.9, year: Double = 365
    ) {
        self.init(
            model: fit.model, spend: spend.model, spreads: (fit.spread, spend.spread), horizon: horizon,
            discount: discount, margin: margin, level: level, year: year)
    }

    /// The same with amounts that are known: intervals hold chance and what the fit of purchases leaves open.
    ///
    /// - Precondition: `spend` has a mean, q > 1.
    public init(
        _ fit: Fit<any PurchaseModel>, spend: GammaGamma, horizon: Double, discount: Double = 0,
        margin: Double = 1, level: Double = 0.9, year: Double = 365
    ) {
        self.init(
            model: fit.model, spend: spend, spreads: (fit.spread, []), horizon: horizon, discount: discount,
            margin: margin, level: level, year: year)
    }

    /// The same with models whose parameters are known: intervals hold chance alone.
    ///
    /// - Precondition: The purchase model is one of this library; `spend` has a mean, q > 1.
    public init(
        model: any PurchaseModel, spend: GammaGamma, horizon: Double, discount: Double = 0, margin: Double = 1,
        level: Double = 0.9, year: Double = 365
    ) {
        self.init(
            model: model, spend: spend, spreads: ([], []), horizon: horizon, discount: discount, margin: margin,
            level: level, year: year)
    }

    private init(
        model: any PurchaseModel, spend: GammaGamma, spreads: (purchases: [SIMD4<Double>], spend: [SIMD4<Double>]),
        horizon: Double, discount: Double, margin: Double, level: Double, year: Double
    ) {
        precondition(discount >= 0 && discount < .infinity && margin >= 0 && margin < .infinity)
        precondition(level > 0 && level < 1 && year > 0 && spend.q > 1)
        guard let model = model as? any FittableModel else { preconditionFailure("A model of another library.") }
        self.horizon = countedDays(horizon)
        (self.discount, self.margin, self.level, self.year) = (discount, margin, level, year)
        (self.model, self.spend, purchaseSpread, spendSpread) = (model, spend, spreads.purchases, spreads.spend)
        schedule = DiscountSchedule(from: 0, to: self.horizon, discount: discount, year: year)
    }

    /// What to expect of one who has just bought for the first time, the first order not counted.
    public func newcomer(netFactor: Double = 1) -> CustomerForecast {
        customers([CustomerSummary(.new, meanAmount: 0, netFactor: netFactor)])[0]
    }

    /// Discounted expected orders of all time to come (DERT); nil without a discount, when they may have no end.
    public func residualOrders(of customer: CustomerSummary) -> Double? {
        guard discount > 0, let model = model as? any DiscountingPurchaseModel else { return nil }
        return model.discountedOrders(rate: log1p(discount) / year, given: customer.purchases)
    }

    /// Discounted expected contribution of all time to come; nil without a discount, when it may have no end.
    public func residualValue(of customer: CustomerSummary) -> Double? {
        residualOrders(of: customer).map { $0 * margin * customer.countedNetFactor * expectedSpend(of: customer) }
    }

    /// Between the customer's own mean and the base's.
    @inline(__always)
    func expectedSpend(of customer: CustomerSummary) -> Double {
        let weight = spend.p * Double(customer.amounts)
        let own = weight > 0 ? weight * customer.meanAmount : 0
        return (spend.p * spend.gamma + own) / (weight + spend.q - 1)
    }
}
