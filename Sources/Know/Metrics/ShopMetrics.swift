public import Domain
public import Ledger

/// Every metric of a shop at one day, from one pass over its ledger (docs/metrics.md).
public struct ShopMetrics: Equatable, Sendable {
    public let currency: Currency
    /// The day the figures are told at; nil for a ledger without documents.
    public let asOf: Day?
    public let overview: Overview
    public let activity: Activity
    public let retention: Retention
    public let cohorts: Cohorts
    public let nextOrder: [NextOrder]
    public let newVsReturning: [NewVsReturning]
    public let concentration: Concentration
    public let rfm: RFM
    public let vip: VIPList
    public let gaps: GapDistribution
    public let hours: OrderHours
    /// Every customer of the ledger, those without orders too, in its order.
    public let customers: CustomerList

    /// Computes all of it.
    ///
    /// - Complexity: O(documents) in one pass, then O(customers).
    public init(of ledger: Ledger, options: MetricsOptions = MetricsOptions()) {
        let pass = ShopPass(ledger, options: options, sources: [])
        let gaps = pass.gapDistribution()
        let window = WindowRule(
            gaps: pass.kaplanMeier(0), spanDays: pass.timeline.last, given: options.windowDays)
        let base = BaseSteps(pass, window: window, usualP90: gaps.p90, options: options, customers: ledger.customers)
        currency = ledger.currency
        asOf = options.asOf ?? (pass.ends.lastOrder ?? pass.ends.lastDocument).map(Day.init(number:))
        overview = pass.overview()
        activity = base.activity(pass, window: window)
        retention = RetentionStep(pass: pass, windowDays: window.days).retention(from: options.from)
        cohorts = CohortStep(pass).cohorts()
        nextOrder = pass.nextOrders()
        newVsReturning = CohortStep(pass).newVsReturning()
        concentration = Concentration(of: base.nets)
        rfm = base.rfm(pass)
        vip = base.vipList(pass, share: options.vipShare)
        self.gaps = gaps
        hours = pass.orderHours()
        customers = CustomerList(
            summaries: pass.summaries, ids: ledger.customers, rules: base.rules, contributions: pass.contributions)
    }
}
