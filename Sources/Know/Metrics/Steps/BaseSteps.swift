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
    /// How much of these customers' net the greatest have: the Herfindahl index.
    let lastYearHerfindahl: Double

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
        lastYearHerfindahl = MoneyBuckets.herfindahl(
            of: pass.words(pass.plan.lastYear.start, MoneyBuckets.count * MoneyBuckets.words))
    }
}

extension BaseSteps {
    /// Net revenue of the last twelve months, of the customers with orders.
    var lastYearNet: MinorUnits { sums.segments.reduce(0) { $0 + $1[2] } }

    func activity(_ pass: ShopPass, window: WindowRule) -> Activity {
        func lapsed(_ start: Int) -> LapsedShare {
            LapsedShare(pass.words(start, SilenceMoney.days), windowDays: window.days)
        }
        let (now, yearEarlier) = (lapsed(pass.plan.silences.now), pass.plan.silences.yearEarlier)
        return Activity(
            windowDays: window.days, windowGiven: window.given, windowFound: window.found, windowClamp: window.clamp,
            active: Int(sums[.active]), lapsing: Int(sums[.lapsing]), lapsed: Int(sums[.lapsed]),
            revenueAtRisk: sums[.atRisk],
            contributionAtRisk: pass.contributions.of(net: sums[.atRisk], own: sums[.contributionAtRisk]),
            lapsedRevenue: now.lapsed, lapsedShare: now.share,
            lapsedShareYearEarlier: yearEarlier >= 0 ? lapsed(yearEarlier).share : nil)
    }

    func rfm(_ pass: ShopPass) -> RFM {
        let sizes = sums.cellSizes
        let cells = (0..<5).map { recency in
            (0..<5).map { frequency in Array(sizes[(recency * 25 + frequency * 5)...].prefix(5)) }
        }
        return RFM(
            segments: zip(RFMSegment.allCases, sums.segments).map { key, sums in
                RFMSegmentSize(
                    key: key, customers: Int(sums[0]), netRevenue: sums[1], lastTwelveMonthsNet: sums[2],
                    contribution: pass.contributions.of(net: sums[1], own: sums[3]))
            },
            grid: cells.map { $0.map { $0.reduce(0, +) } }, cells: cells)
    }

    func vipList(_ pass: ShopPass, share: Double) -> VIPList {
        let known = vip.earlier != nil
        return VIPList(
            share: share, customers: Int(sums[.vips]), netRevenue: sums[.vipNet],
            contribution: pass.contributions.of(net: sums[.vipNet], own: sums[.vipContribution]),
            joined: known ? Int(sums[.joined]) : nil, left: known ? Int(sums[.left]) : nil,
            active: Int(sums[.vipActive]), lapsing: Int(sums[.vipLapsing]), lapsed: Int(sums[.vipLapsed]),
            lapsingRevenue: sums[.vipLapsingNet], lapsedRevenue: sums[.vipLapsedNet],
            greatLapsed: Int(sums[.greatLapsed]), greatLapsedRevenue: sums[.greatLapsedNet])
    }
}
