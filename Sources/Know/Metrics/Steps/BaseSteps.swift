import Dispatch
import Domain
import Ledger
import Synchronization

/// The whole base seen at once: money sorted, rules made, customers judged.
struct BaseSteps: Sendable {
    let nets: SortedMoney
    let rules: CustomerRules
    let sums: BaseSums
    /// Customers whose net of the last twelve months is above zero.
    let lastYearPayers: Int

    /// Days of history that the list a month earlier needs: thirteen months.
    static let movementDays = 395

    init(_ pass: ShopPass, window: WindowRule, usualP90: Int?, options: MetricsOptions, customers: CustomerTable) {
        let ranks = Self.ranks(pass.summaries, options: options, customers: customers)
        nets = ranks.nets
        lastYearPayers = ranks.vip.payers
        let timeline = pass.timeline
        rules = CustomerRules(
            windowDays: window.days, usualP90: usualP90,
            scores: ScoreRules(
                recency: pass.words(pass.plan.recency, timeline.dayCount),
                frequency: pass.words(pass.plan.frequency, timeline.dayCount + 1), nets: nets),
            vip: ranks.vip, vipEarlier: timeline.dayCount >= Self.movementDays ? ranks.vipEarlier : nil,
            origin: timeline.origin, asOf: timeline.asOf.number)
        sums = BaseSums.all(pass.summaries, rules: rules, workers: options.workers)
    }

    private struct Ranks {
        var nets: SortedMoney
        var vip: VIPRule
        var vipEarlier: VIPRule
    }

    /// Sorting the base and finding the two lists are told apart, so that two workers share them.
    private static func ranks(
        _ summaries: [CustomerSummary], options: MetricsOptions, customers: CustomerTable
    ) -> Ranks {
        let amounts = CustomerAmounts(summaries)
        @Sendable func list(_ amounts: [Int64]) -> VIPRule {
            VIPRule(share: options.vipShare, amounts: amounts, customers: customers)
        }
        if options.workers == 1 {
            return Ranks(
                nets: SortedMoney(amounts.nets), vip: list(amounts.lastYear), vipEarlier: list(amounts.earlierYear))
        }
        let nets = Mutex<SortedMoney?>(nil)
        let lists = Mutex<[VIPRule]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { part in
            if part == 0 {
                let sorted = SortedMoney(amounts.nets)
                nets.withLock { $0 = sorted }
            } else {
                let found = [list(amounts.lastYear), list(amounts.earlierYear)]
                lists.withLock { $0 = found }
            }
        }
        let found = lists.withLock { $0 }
        return Ranks(nets: nets.withLock { $0 } ?? SortedMoney([]), vip: found[0], vipEarlier: found[1])
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
        let known = rules.vipEarlier != nil
        return VIPList(
            share: share, customers: sums.vips.customers, netRevenue: sums.vips.net,
            contribution: pass.contributions.of(net: sums.vips.net, own: sums.vips.contribution),
            joined: known ? sums.joined : nil, left: known ? sums.left : nil, active: sums.vipStates[0],
            lapsing: sums.vipStates[1], lapsed: sums.vipStates[2], lapsingRevenue: sums.vipLapsingNet)
    }
}
