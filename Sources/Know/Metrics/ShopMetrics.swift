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
    public let netFlow: NetFlow
    public let cohorts: Cohorts
    public let nextOrder: [NextOrder]
    public let newVsReturning: [NewVsReturning]
    public let concentration: Concentration
    public let rfm: RFM
    public let vip: VIPList
    public let gaps: GapDistribution
    public let hours: OrderHours
    /// Nil when there is no earlier period to compare with.
    public let change: ChangeTable?
    public let breakdowns: [Breakdown]
    /// All together first, then by source; empty without costs.
    public let acquisition: [Acquisition]
    /// Months with costs that the orders do not cover, in order; their spend is in no figure.
    public let costMonthsLeftOut: [CalendarPeriod]
    /// Months with costs that begin less than W after the first order, in order: old customers look new in them.
    public let costMonthsOfFirstSight: [CalendarPeriod]
    public let sayings: Sayings
    /// Three to seven where the data allow, by money at stake.
    public let findings: [Finding]
    public let cannotSay: [CannotSay]
    /// Every customer of the ledger, those without orders too, in its order.
    public let customers: CustomerList

    /// Computes all of it.
    ///
    /// - Complexity: O(documents) in one pass, then O(customers).
    public init(of ledger: Ledger, options: MetricsOptions = MetricsOptions()) {
        let coverage = ledger.costCoverage
        let ledger = ledger.settlingContributions(margin: options.margin)
        let sources = AcquisitionStep.sources(in: options.costs)
        let pass = ShopPass(ledger, options: options, sources: sources)
        let gaps = pass.gapDistribution()
        let window = WindowRule(gaps: pass.kaplanMeier(0), spanDays: pass.timeline.last, given: options.windowDays)
        let base = BaseSteps(pass, window: window, usualP90: gaps.p90, options: options, customers: ledger.customers)
        let retention = RetentionStep(pass: pass, windowDays: window.days).retention()
        let cohortStep = CohortStep(pass)
        let sales = cohortStep.newVsReturning()

        currency = ledger.currency
        asOf = options.asOf ?? (pass.ends.lastOrder ?? pass.ends.lastDocument).map(Day.init(number:))
        overview = pass.overview()
        activity = base.activity(pass, window: window)
        self.retention = retention.shown(from: options.from)
        netFlow = NetFlow(monthly: retention.monthly, sales: sales, contributions: pass.contributions != .unknown)
        cohorts = cohortStep.cohorts().shown(from: options.from)
        nextOrder = pass.nextOrders()
        newVsReturning = sales.filter { $0.month.isShown(from: options.from) }
        concentration = Concentration(of: base.nets)
        rfm = base.rfm(pass)
        vip = base.vipList(pass, share: options.vipShare)
        self.gaps = gaps
        hours = pass.orderHours()
        change = ChangeStep(pass, base: base)?.table(seed: options.seed, workers: options.workers)
        breakdowns = BreakdownStep(pass: pass).breakdowns(of: ledger.dimensions)
        let acquisitionStep = AcquisitionStep(pass: pass, costs: options.costs, sources: sources)
        acquisition = acquisitionStep.acquisitions()
        costMonthsLeftOut = acquisitionStep.monthsLeftOut()
        costMonthsOfFirstSight = acquisitionStep.monthsOfFirstSight(windowDays: window.days)
        sayings = Sayings(sales: sales, concentration: concentration, acquisition: acquisition.first)
        let rules = FindingStep(
            overview: overview, activity: activity, netFlow: netFlow, vip: vip, nextOrder: nextOrder, change: change,
            breakdowns: breakdowns, acquisition: acquisition, lastYearNet: base.lastYearNet,
            lastYearPayers: base.lastYearPayers, lastYearHerfindahl: base.lastYearHerfindahl,
            newCustomersAYear: retention.newCustomersAYear ?? 0)
        findings = rules.findings()
        cannotSay = rules.cannotSay(
            retention: retention, hours: hours, hasCosts: !options.costs.isEmpty, coverage: coverage)
        customers = CustomerList(
            summaries: pass.summaries, ids: ledger.customers, rules: base.rules, vip: base.vip.now,
            contributions: pass.contributions)
    }
}
