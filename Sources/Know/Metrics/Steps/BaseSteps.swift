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
        let amounts = Self.amounts(of: pass.summaries)
        let sorted = Self.sorted(amounts, workers: options.workers)
        nets = sorted[0]
        lastYearPayers = sorted[1].values.count - sorted[1].notAbove(0)
        let timeline = pass.timeline
        let lists = (1...2).map {
            VIPRule(share: options.vipShare, amounts: amounts[$0], sorted: sorted[$0], customers: customers)
        }
        rules = CustomerRules(
            windowDays: window.days, usualP90: usualP90,
            scores: ScoreRules(
                recency: pass.words(pass.plan.recency, timeline.dayCount),
                frequency: pass.words(pass.plan.frequency, timeline.dayCount + 1), nets: nets),
            vip: lists[0], vipEarlier: timeline.dayCount >= Self.movementDays ? lists[1] : nil,
            origin: timeline.origin, asOf: timeline.asOf.number)
        sums = BaseSums.all(pass.summaries, rules: rules, workers: options.workers)
    }

    /// Net of the customers with orders; then the last year's net and the earlier one's of every customer.
    private static func amounts(of summaries: [CustomerSummary]) -> [[Int64]] {
        [
            summaries.lazy.filter { $0.orders > 0 }.map(\.net), summaries.map(\.lastYearNet),
            summaries.map(\.earlierYearNet),
        ]
    }

    private static func sorted(_ amounts: [[Int64]], workers: Int) -> [SortedMoney] {
        let sorted = Mutex<[Int: SortedMoney]>([:])
        if workers == 1 { return amounts.map(SortedMoney.init) }
        DispatchQueue.concurrentPerform(iterations: amounts.count) { part in
            let values = SortedMoney(amounts[part])
            sorted.withLock { $0[part] = values }
        }
        return sorted.withLock { sorted in amounts.indices.compactMap { sorted[$0] } }
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
