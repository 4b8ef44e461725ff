public import Domain
import LifetimeValue

/// Every figure of a business's subscriptions, from one pass over its customers. Definitions: docs/metrics.md,
/// "Subscriptions".
public struct SubscriptionMetrics: Sendable {
    public let asOf: Day
    public let currency: Currency
    public let overview: SubscriptionOverview
    /// From the period of the first revenue to that of `asOf`, none left out.
    public let monthly: [RevenuePeriod]
    public let yearly: [RevenuePeriod]
    /// An average one of the last twelve complete months.
    public let means: RetentionMeans
    public let trailingYear: TrailingYear
    /// What survival and the models count in.
    public let tenureUnit: TenureUnit
    /// Customers whose first unbroken time was observed for a period at least, and how many of them left.
    public let observedCustomers: Int
    public let observedLost: Int
    public let survival: Survival
    public let forecasts: RetentionForecasts
    /// nil where no model could be fitted, or nobody is active.
    public let value: SubscriptionValue?
    /// Most revenue first.
    public let byPlan: [PlanFigures]
    public let monthlyCohorts: [StartCohort]
    public let yearlyCohorts: [StartCohort]
    /// Most frequent first.
    public let byReason: [ReasonFigures]
    public let options: SubscriptionOptions

    /// - Complexity: O(n log n) for n subscriptions, which are few for each customer.
    public init(of table: SubscriptionTable, options: SubscriptionOptions = SubscriptionOptions()) {
        let unit = options.tenureUnit ?? TenureUnit(of: table.subscriptions)
        var pass = SubscriptionPass(table, unit: unit)
        table.forEachCustomer { pass.add($0) }
        asOf = table.asOf
        currency = table.currency
        self.options = options
        tenureUnit = unit
        overview = pass.overview
        monthly = pass.months.finished()
        yearly = pass.years.finished()
        means = RetentionMeans(of: monthly)
        trailingYear = pass.trailing
        let counts = pass.tenures.counts
        observedCustomers = counts.customers
        observedLost = counts.customersLost
        survival = Survival(counts)
        forecasts = RetentionForecasts(counts, unit: unit, discountPerYear: options.discount)
        value = pass.value.finished(forecasts, overview, means, unit: unit, options: options)
        byPlan = pass.plans.finished(unit, options)
        monthlyCohorts = pass.monthlyCohorts.finished(unit, options)
        yearlyCohorts = pass.yearlyCohorts.finished(unit, options)
        byReason = pass.reasons.finished()
    }
}

/// What one pass over the customers counts.
private struct SubscriptionPass {
    var overview = SubscriptionOverview()
    var months, years: RevenueBridge
    var trailing: TrailingYear
    var tenures: TenureTally
    var value = ValueTally()
    var plans: PlanTally
    var monthlyCohorts, yearlyCohorts: CohortTally
    var reasons: ReasonTally

    init(_ table: SubscriptionTable, unit: TenureUnit) {
        let paid = table.subscriptions.filter(\.isPaid)
        overview.firstDay = paid.map(\.started).min()
        let (first, asOf) = (overview.firstDay ?? table.asOf, table.asOf)
        months = RevenueBridge(.month, from: first, to: asOf)
        years = RevenueBridge(.year, from: first, to: asOf)
        trailing = TrailingYear(before: asOf)
        tenures = TenureTally(unit: unit, asOf: asOf)
        plans = PlanTally(table.plans, unit: unit, asOf: asOf)
        monthlyCohorts = CohortTally(.month, tenures: unit, from: first, to: asOf)
        yearlyCohorts = CohortTally(.year, tenures: unit, from: first, to: asOf)
        reasons = ReasonTally(table.reasons, unit: unit)
    }

    mutating func add(_ subscriptions: ArraySlice<Subscription>) {
        for subscription in subscriptions {
            if !subscription.hasPrice {
                overview.freeSubscriptions += 1
            } else if subscription.monthly == 0 {
                overview.roundedToNothing += 1
            } else if !subscription.isPaid {
                overview.endedAtOnce += 1
            } else if subscription.ended == nil {
                overview.activeSubscriptions += 1
            }
        }
        let history = RevenueHistory(subscriptions)
        guard let first = history.spells.first, let last = history.steps.last else { return }
        overview.customers += 1
        overview.mrr += last.monthly
        if last.monthly > 0 {
            overview.active += 1
            if history.spells.count > 1 { overview.wonBack += 1 }
        }
        months.add(history)
        years.add(history)
        trailing.add(history)
        tenures.add(first)
        value.add(history, tenures)
        plans.add(subscriptions, history)
        monthlyCohorts.add(history)
        yearlyCohorts.add(history)
        reasons.add(history)
    }
}
