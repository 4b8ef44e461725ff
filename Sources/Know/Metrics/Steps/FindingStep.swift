import Domain

/// Applies the rules of docs/metrics.md, "Findings".
struct FindingStep {
    /// With fewer customers in a period the bootstrap is not to be trusted.
    static let fewestCustomers = 100.0
    static let fewest = 3
    static let most = 7

    let overview: Overview
    let activity: Activity
    let netFlow: NetFlow
    let vip: VIPList
    let nextOrder: [NextOrder]
    let change: ChangeTable?
    let breakdowns: [Breakdown]
    let acquisition: [Acquisition]
    let lastYearNet: MinorUnits
    /// Customers with net revenue above zero in the last year.
    let lastYearPayers: Int
    /// How much of their net the greatest of them have.
    let lastYearHerfindahl: Double
    /// First orders a year at the rate of the complete months; zero without any.
    let newCustomersAYear: Double

    func findings() -> [Finding] {
        guard overview.customers > 0 else { return [] }
        let changes = changeFindings()
        let fall = Self.fallOfCustomers(in: changes)
        let states = [
            fall > 0 ? nil : leavers(), greatLapsed(), lapsedRevenue(fall: fall), vips(), lapsing(), few(),
            secondPurchases(), acquired(),
        ]
        var all = changes + states.compactMap { $0 } + weakValues()
        if all.count < Self.fewest, let more = keepMore() { all.append(more) }
        let sorted = all.enumerated().sorted { left, right in
            let (one, other) = (left.element.moneyAtStake ?? -1, right.element.moneyAtStake ?? -1)
            return one == other ? left.offset < right.offset : one > other
        }
        return sorted.prefix(Self.most).map(\.element)
    }

    /// By what part that one fell which fell most of the figures that say that customers were lost or that fewer came; zero
    /// where none is told.
    private static func fallOfCustomers(in changes: [Finding]) -> Double {
        changes.map { finding in
            guard case .gettingWorse(let figure, _) = finding.fact,
                [.newCustomers, .retentionRate, .customers, .secondOrderWithin90].contains(figure.metric)
            else { return 0 }
            return -figure.difference / figure.before
        }.max() ?? 0
    }

    /// What a customer who comes back brings beyond the first order.
    private var worthOfReturning: Double {
        let value = Double(overview.averageOrderValue ?? 0)
        guard overview.repeatCustomers > 0 else { return value }
        let beyond = Double(overview.identifiedNetRevenue) - value * Double(overview.customers)
        return max(value, beyond / Double(overview.repeatCustomers))
    }

    private static func money(_ amount: Double) -> MinorUnits {
        amount < 9e18 ? MinorUnits(max(0, amount).rounded()) : MinorUnits.max
    }

    // MARK: Changes

    private func figure(_ metric: ChangeMetric) -> Change? { change?.figures.first { $0.metric == metric } }

    /// Whether chance can be told from change, or was.
    var tellsChange: Bool { bothPeriodsAreFull || !changeFindings().isEmpty }

    /// Whether both periods have enough customers.
    private var bothPeriodsAreFull: Bool {
        figure(.customers).map { min($0.before, $0.now) >= Self.fewestCustomers } ?? false
    }

    /// Whether there are enough customers for a figure: a sum that nearly vanished can be told from one full period, a
    /// mean or a share needs two.
    private func canTell(_ metric: ChangeMetric) -> Bool {
        switch metric {
        case .netRevenue, .orders, .customers, .newCustomers:
            figure(.customers).map { max($0.before, $0.now) >= Self.fewestCustomers } ?? false
        default: bothPeriodsAreFull
        }
    }

    private func changeFindings() -> [Finding] {
        guard let change else { return [] }
        let moved = change.figures.filter { $0.isFinding && canTell($0.metric) }
        let told = moved.filter { figure in
            !moved.contains { $0.isBetter == figure.isBetter && figure.metric.causes.contains($0.metric) }
        }
        guard !told.isEmpty else {
            // What is clear alone, but may be chance among ten figures, is neither a finding nor nothing.
            guard bothPeriodsAreFull, !change.figures.contains(where: \.isClear) else { return [] }
            let fact = FindingFact.nothingChanged(figures: change.figures.count, change.comparison)
            return [Finding(fact: fact, metric: "change", moneyAtStake: nil)]
        }
        return told.map { figure in
            let fact: FindingFact =
                figure.isBetter == true
                ? .gettingBetter(figure, change.comparison) : .gettingWorse(figure, change.comparison)
            return Finding(
                fact: fact, metric: "change.\(figure.metric.rawValue)", moneyAtStake: Self.money(worth(of: figure)))
        }
    }

    /// The money that a difference stands for, in the period.
    private func worth(of figure: Change) -> Double {
        let difference = abs(figure.difference)
        func now(_ metric: ChangeMetric) -> Double { self.figure(metric)?.now ?? 0 }
        func before(_ metric: ChangeMetric) -> Double { self.figure(metric)?.before ?? 0 }
        switch figure.metric {
        case .netRevenue: return difference
        case .orders: return difference * now(.averageOrderValue)
        case .customers, .newCustomers: return difference * before(.netRevenuePerCustomer)
        case .averageOrderValue: return difference * now(.orders)
        case .ordersPerCustomer: return difference * now(.customers) * now(.averageOrderValue)
        case .netRevenuePerCustomer: return difference * now(.customers)
        case .secondOrderWithin90: return difference * now(.newCustomers) * worthOfReturning
        case .retentionRate: return difference * Double(activity.active) * before(.netRevenuePerCustomer)
        case .refundRate: return difference * now(.orders) * now(.averageOrderValue)
        }
    }

    // MARK: States

    private func leavers() -> Finding? {
        let (lost, won) = (netFlow.lost, netFlow.won + netFlow.wonBack)
        // Beyond the chance of counting, and at least a twentieth of those who are active.
        let noise = 3 * Double(lost + won).squareRoot()
        guard Double(lost - won) > max(noise, 0.05 * Double(activity.active)) else { return nil }
        let worth = Double(lost - won) * Double(lastYearNet) / Double(max(1, lastYearPayers))
        return Finding(
            fact: .leaversOutrunNewcomers(
                lost: lost, won: netFlow.won, wonBack: netFlow.wonBack, months: netFlow.months.count),
            metric: "netFlow", moneyAtStake: Self.money(worth))
    }

    /// Those whom an owner knows by name need no comparison with what is usual.
    private func greatLapsed() -> Finding? {
        guard vip.greatLapsed > 0 else { return nil }
        let share = Double(vip.greatLapsedRevenue) / Double(max(1, lastYearNet))
        return Finding(
            fact: .greatCustomersLapsed(customers: vip.greatLapsed, share: min(1, share)), metric: "vip",
            moneyAtStake: vip.greatLapsedRevenue)
    }

    /// That some of last year's customers have lapsed is every shop's usual state: told is what is more than a year
    /// earlier, beyond the chance that a few great ones are among them, and at least five points.
    ///
    /// - Parameter fall: Where customers in general fell by half as much, that is said already.
    private func lapsedRevenue(fall: Double) -> Finding? {
        guard vip.greatLapsed == 0, bothPeriodsAreFull, let now = activity.lapsedShare,
            let before = activity.lapsedShareYearEarlier
        else { return nil }
        let variance = lastYearHerfindahl * (now * (1 - now) + before * (1 - before))
        guard now > 0, now - before > max(0.05, 3 * variance.squareRoot(), 2 * fall) else { return nil }
        return Finding(
            fact: .lapsedRevenue(share: now, yearEarlier: before), metric: "activity",
            moneyAtStake: Self.money(Double(activity.lapsedRevenue) * (now - before) / now))
    }

    /// At least three VIPs with a tenth of the list's money are lapsing.
    private var tellsVIPs: Bool { vip.lapsing >= 3 && vip.lapsingRevenue >= vip.netRevenue / 10 }

    private func vips() -> Finding? {
        guard tellsVIPs else { return nil }
        return Finding(
            fact: .vipsSilent(customers: vip.lapsing, ofVIPs: vip.customers, revenue: vip.lapsingRevenue),
            metric: "vip", moneyAtStake: vip.lapsingRevenue)
    }

    /// The lapsing, without the VIPs where those are told apart.
    private func lapsing() -> Finding? {
        let customers = activity.lapsing - (tellsVIPs ? vip.lapsing : 0)
        let revenue = activity.revenueAtRisk - (tellsVIPs ? vip.lapsingRevenue : 0)
        guard customers > 0, revenue > 0 else { return nil }
        return Finding(
            fact: .lapsingRevenue(customers: customers, revenue: revenue), metric: "activity", moneyAtStake: revenue)
    }

    /// At most one payer in twenty brings the VIP share, and some of them are still there; at stake is one in ten of them, and at least one.
    private func few() -> Finding? {
        guard vip.customers > vip.lapsed, vip.customers * 20 <= lastYearPayers else { return nil }
        let gone = Double((vip.customers + 9) / 10) / Double(vip.customers)
        return Finding(
            fact: .dependsOnFew(customers: vip.customers, ofCustomers: lastYearPayers, share: vip.share),
            metric: "vip", moneyAtStake: Self.money(gone * Double(vip.netRevenue)))
    }

    private func secondPurchases() -> Finding? {
        guard let within90 = nextOrder.first?.within90, within90 < 1, newCustomersAYear >= 1 else { return nil }
        let more = min(0.05, 1 - within90) * newCustomersAYear
        return Finding(
            fact: .fewSecondPurchases(within90: within90, customersAYear: Int(newCustomersAYear.rounded())),
            metric: "nextOrder", moneyAtStake: Self.money(more * worthOfReturning))
    }

    /// What a few points more retention are worth: always true, so it is told only where there is little else.
    private func keepMore() -> Finding? {
        guard let more = netFlow.fivePointsMore, more > 0, let mean = netFlow.meanMonthlyRetention, mean < 1 else {
            return nil
        }
        return Finding(fact: .keepMore(monthlyRetention: mean), metric: "netFlow", moneyAtStake: more)
    }

    // MARK: Values and sources

    /// The weakest value of each dimension, when it is clearly weaker than the rest.
    private func weakValues() -> [Finding] {
        breakdowns.compactMap { breakdown in
            let rows = breakdown.rows.map(WeakRow.init)
            return rows.compactMap { weak($0, among: rows, breakdown.dimension) }
                .max { ($0.moneyAtStake ?? 0) < ($1.moneyAtStake ?? 0) }
        }
    }

    private struct WeakRow {
        let value: BreakdownValue
        let customers: Int
        let observed: Double
        let second: Double
        let canBeTold: Bool

        init(_ row: BreakdownRow) {
            value = row.value
            customers = row.customers
            observed = Double(row.observedFor90Days)
            second = (row.secondOrderWithin90 ?? 0) * observed
            switch row.value {
            case .named, .couponUsed, .couponNotUsed: canBeTold = !row.tooFew && row.observedFor90Days >= 30
            case .notGiven, .others: canBeTold = false
            }
        }
    }

    private func weak(_ row: WeakRow, among rows: [WeakRow], _ dimension: Dimension) -> Finding? {
        let observed = rows.reduce(0) { $0 + $1.observed } - row.observed
        let second = rows.reduce(0) { $0 + $1.second } - row.second
        guard row.canBeTold, observed >= 30 else { return nil }
        let others = ClearDifference.Share(part: second, whole: observed)
        let own = ClearDifference.Share(part: row.second, whole: row.observed)
        guard ClearDifference.isClear(others, above: own) else { return nil }
        let aYear = newCustomersAYear * Double(row.customers) / Double(overview.customers)
        return Finding(
            fact: .weakValue(
                dimension, value: row.value, customers: row.customers, own: own.value, others: others.value),
            metric: "breakdowns.\(dimension.rawValue)",
            moneyAtStake: Self.money((others.value - own.value) * aYear * worthOfReturning))
    }

    /// The source on which most is lost; all sources together where none is named.
    private func acquired() -> Finding? {
        let named = acquisition.filter { $0.source != nil }
        return (named.isEmpty ? acquisition : named).compactMap { one -> Finding? in
            guard one.notRecoveredInTwoMonths == true, one.paybackMonths == nil, let cac = one.cac,
                let contribution = one.cumulativeContribution.last
            else { return nil }
            return Finding(
                fact: .acquisitionNotRecovered(
                    source: one.source, cac: cac, contribution: contribution,
                    months: one.cumulativeContribution.count - 1, customers: one.newCustomers),
                metric: "acquisition", moneyAtStake: Self.money((cac - contribution) * Double(one.newCustomers)))
        }.max { ($0.moneyAtStake ?? 0) < ($1.moneyAtStake ?? 0) }
    }
}
