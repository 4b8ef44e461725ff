import Domain
import Ledger

/// The whole base seen at once: money sorted, rules made, customers judged.
struct BaseSteps: Sendable {
    let nets: SortedMoney
    let rules: CustomerRules
    let vip: VIPLists
    let sums: BaseSums
    /// Customers whose net of the last twelve months is above zero.
    let lastYearPayers: Int

    /// Days of history that the list a month earlier needs: thirteen months.
    static let movementDays = 395

    init(_ pass: ShopPass, window: WindowRule, usualP90: Int?, options: MetricsOptions, customers: CustomerTable) {
        let timeline = pass.timeline
        nets = SortedMoney(pass.nets, workers: options.workers)
        rules = CustomerRules(
            windowDays: window.days, usualP90: usualP90,
            scores: ScoreRules(
                recency: pass.words(pass.plan.recency, timeline.dayCount),
                frequency: pass.words(pass.plan.frequency, timeline.dayCount + 1), nets: nets),
            origin: timeline.origin, asOf: timeline.asOf.number)
        func border(_ buckets: MoneyBuckets) -> VIPBorder {
            let words = pass.words(buckets.start, MoneyBuckets.count * MoneyBuckets.words)
            return VIPBorder(share: options.vipShare, buckets: words)
        }
        let now = border(pass.plan.lastYear)
        let earlier = timeline.dayCount >= Self.movementDays ? border(pass.plan.earlierYear) : nil
        var (sums, undecided) = BaseSums.all(
            pass.summaries, rules: rules, now: now, earlier: earlier, workers: options.workers)
        vip = VIPLists(
            now: VIPRule(
                now, candidates: undecided.map { ($0, pass.summaries[$0].lastYearNet) }, customers: customers),
            earlier: earlier.map { earlier in
                VIPRule(
                    earlier, candidates: undecided.map { ($0, pass.summaries[$0].earlierYearNet) },
                    customers: customers)
            })
        for customer in undecided {
            sums.addVIP(pass.summaries[customer], customer: customer, rules: rules, lists: vip)
        }
        self.sums = sums
        lastYearPayers = now.payers
    }
}

extension BaseSteps {
    /// Net revenue of the last twelve months, of the customers with orders.
    var lastYearNet: MinorUnits { sums.segments.reduce(0) { $0 + $1.lastYearNet } }

    func activity(_ pass: ShopPass, window: WindowRule) -> Activity {
        Activity(
            windowDays: window.days, windowGiven: window.given, windowFound: window.found, windowClamp: window.clamp,
            active: sums.states[0], lapsing: sums.states[1], lapsed: sums.states[2], revenueAtRisk: sums.atRisk,
            contributionAtRisk: pass.contributions.of(net: sums.atRisk, own: sums.contributionAtRisk))
    }

    func rfm(_ pass: ShopPass) -> RFM {
        let cells = (0..<5).map { recency in
            (0..<5).map { frequency in Array(sums.cells[(recency * 25 + frequency * 5)...].prefix(5)) }
        }
        return RFM(
            segments: zip(RFMSegment.allCases, sums.segments).map { key, size in
                RFMSegmentSize(
                    key: key, customers: size.customers, netRevenue: size.net, lastTwelveMonthsNet: size.lastYearNet,
                    contribution: pass.contributions.of(net: size.net, own: size.contribution))
            },
            grid: cells.map { $0.map { $0.reduce(0, +) } }, cells: cells)
    }

    func vipList(_ pass: ShopPass, share: Double) -> VIPList {
        let known = vip.earlier != nil
        return VIPList(
            share: share, customers: sums.vips.customers, netRevenue: sums.vips.net,
            contribution: pass.contributions.of(net: sums.vips.net, own: sums.vips.contribution),
            joined: known ? sums.joined : nil, left: known ? sums.left : nil, active: sums.vipStates[0],
            lapsing: sums.vipStates[1], lapsed: sums.vipStates[2], lapsingRevenue: sums.vipLapsingNet)
    }
}
