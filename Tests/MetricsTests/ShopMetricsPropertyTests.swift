import Domain
import Ledger
import TestSupport
import Testing

@testable import Metrics

@Suite("What always holds") struct ShopMetricsPropertyTests {
    #if DEBUG
        static let seeds = Array(UInt64(100)...104)
    #else
        static let seeds = Array(UInt64(100)...130)
    #endif

    @Test("any split among workers gives the same metrics", arguments: seeds) func workers(seed: UInt64) {
        let ledger = RandomShop(seed: seed, customers: 60).ledger
        let one = ShopMetrics(of: ledger, options: MetricsOptions(workers: 1))
        for workers in [2, 3, 7] {
            #expect(ShopMetrics(of: ledger, options: MetricsOptions(workers: workers)) == one)
        }
    }

    @Test("tallies of any parts merge, in any order, to the tally of all", arguments: seeds)
    func merging(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let ledger = RandomShop(seed: seed).ledger
        // One pass gives the whole; tallies of one customer each, merged in any order, must give the same row.
        let whole = ShopPass(ledger, options: MetricsOptions(workers: 1), sources: [])
        let split = (0..<8).map { workers in
            ShopPass(ledger, options: MetricsOptions(workers: workers + 1), sources: []).counts
        }
        #expect(split.shuffled(using: &random).allSatisfy { $0 == whole.counts })
    }

    @Test("the order of rows and of customers does not matter", arguments: seeds) func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let shop = RandomShop(seed: seed)
        let metrics = ShopMetrics(of: shop.ledger)
        let shuffled = Ledger(
            shop.documents.shuffled(using: &random), currency: RandomShop.currency, unidentified: shop.unidentified)
        #expect(ShopMetrics(of: shuffled) == metrics)
        let turned = ShopMetrics(of: Self.turned(shop.ledger))
        #expect(turned.findings == metrics.findings)
        #expect(turned.change == metrics.change)
        #expect(turned.vip == metrics.vip)
        #expect(turned.rfm == metrics.rfm)
        #expect(turned.breakdowns == metrics.breakdowns)
        #expect(turned.customers.sorted { $0.id < $1.id } == metrics.customers.sorted { $0.id < $1.id })
    }

    /// The same ledger with its customers in the opposite order.
    private static func turned(_ ledger: Ledger) -> Ledger {
        var customers = CustomerTable.Builder()
        var places: [Int] = []
        var offsets = [0]
        for customer in (0..<ledger.customerCount).reversed() {
            customers.append(text: Array(ledger.customers[customer].utf8))
            places += ledger.offsets[customer]..<ledger.offsets[customer + 1]
            offsets.append(places.count)
        }
        return Ledger(
            currency: ledger.currency, days: places.map { ledger.days[$0] }, minutes: places.map { ledger.minutes[$0] },
            minorUnits: places.map { ledger.minorUnits[$0] }, kinds: places.map { ledger.kinds[$0] },
            contributions: ledger.contributions.isEmpty ? [] : places.map { ledger.contributions[$0] },
            offsets: offsets, customers: customers.build(),
            dimensions: ledger.dimensions.map { column in
                DimensionColumn(
                    dimension: column.dimension, values: column.values, codes: places.map { column.codes[$0] })
            }, unidentified: ledger.unidentified)
    }

    @Test("doubling under new customers doubles the counts and leaves the rates", arguments: seeds)
    func doubling(seed: UInt64) {
        let shop = RandomShop(seed: seed)
        let copies = shop.documents.map { document in
            var copy = document
            copy.customer += "'"
            return copy
        }
        let one = ShopMetrics(of: shop.ledger)
        let two = ShopMetrics(
            of: Ledger(shop.documents + copies, currency: RandomShop.currency, unidentified: shop.unidentified))
        #expect(two.overview.customers == 2 * one.overview.customers)
        #expect(two.overview.orders == 2 * one.overview.orders)
        #expect(two.overview.identifiedNetRevenue == 2 * one.overview.identifiedNetRevenue)
        #expect(two.overview.repeatPurchaseRate == one.overview.repeatPurchaseRate)
        #expect(two.overview.refundRate == one.overview.refundRate)
        #expect(two.activity.windowDays == one.activity.windowDays)
        #expect(two.activity.lapsing == 2 * one.activity.lapsing)
        #expect(two.retention.monthly.map(\.retentionRate) == one.retention.monthly.map(\.retentionRate))
        #expect(two.cohorts.monthly.map(\.share) == one.cohorts.monthly.map(\.share))
        #expect(two.nextOrder.map(\.within90) == one.nextOrder.map(\.within90))
        #expect(two.rfm.segments.map(\.customers) == one.rfm.segments.map { 2 * $0.customers })
        #expect(two.gaps.median == one.gaps.median)
        #expect(
            zip(two.change?.figures ?? [], one.change?.figures ?? []).allSatisfy { left, right in
                left.metric == right.metric
                    && [.money, .count].contains(left.metric.unit) || abs(left.now - right.now) < 1e-9
            })
    }

    @Test("shares lie between 0 and 1, and groups cover everybody once", arguments: seeds) func shares(seed: UInt64) {
        let metrics = ShopMetrics(of: RandomShop(seed: seed).ledger)
        let concentration = metrics.concentration
        let shares: [Double?] =
            [
                metrics.overview.repeatPurchaseRate, metrics.overview.refundRate, concentration.top1,
                concentration.top5, concentration.top10, concentration.top20, concentration.top50, concentration.gini,
                metrics.sayings.returningShareOfRevenue, metrics.sayings.topFifthShare,
            ] + metrics.nextOrder.flatMap { [$0.within30, $0.within60, $0.within90, $0.within180, $0.within365] }
            + metrics.retention.monthly.map(\.retentionRate) + metrics.retention.yearly.map(\.churnRate)
            + metrics.cohorts.weekly.flatMap(\.share).map { $0 } + metrics.nextOrder.flatMap(\.curve).map { $0 }
            + metrics.breakdowns.flatMap { $0.rows.map(\.repeatPurchaseRate) }
        for case let share? in shares { #expect((0...1).contains(share)) }
        let customers = metrics.overview.customers
        #expect(metrics.rfm.segments.reduce(0) { $0 + $1.customers } == customers)
        #expect(metrics.rfm.grid.joined().reduce(0, +) == customers)
        #expect(metrics.activity.active + metrics.activity.lapsing + metrics.activity.lapsed == customers)
        let rows = metrics.retention.monthly + metrics.retention.quarterly + metrics.retention.yearly
        for row in rows {
            #expect(row.end == row.retained + row.new + row.wonBack)
            #expect(row.start == row.retained + row.lost)
            #expect(min(row.retained, row.new, row.wonBack, row.lost) >= 0)
        }
        #expect(metrics.findings.count <= FindingStep.most)
        #expect(
            metrics.findings.map { $0.moneyAtStake ?? -1 }
                == metrics.findings.map { $0.moneyAtStake ?? -1 }.sorted(by: >))
    }

    @Test("one pass over the ledger is enough") func onePass() {
        let count = PassCount()
        PassCount.$current.withValue(count) {
            _ = ShopMetrics(
                of: RandomShop(seed: 5).ledger,
                options: MetricsOptions(margin: Margin(basisPoints: 3_000)))
        }
        #expect(count.value == 1)
    }

    @Test("an as-of day hides what comes later", arguments: seeds) func asOf(seed: UInt64) {
        let shop = RandomShop(seed: seed, days: 500)
        let day = Day(number: shop.documents.map(\.day.number).sorted()[shop.documents.count / 2])
        let cut = shop.documents.filter { $0.day <= day }
        let hidden = ShopMetrics(of: shop.ledger, options: MetricsOptions(asOf: day))
        let removed = ShopMetrics(
            of: Ledger(cut, currency: RandomShop.currency, unidentified: shop.unidentified),
            options: MetricsOptions(asOf: day))
        #expect(hidden.overview == removed.overview)
        #expect(hidden.activity == removed.activity)
        #expect(hidden.retention == removed.retention)
        #expect(hidden.cohorts == removed.cohorts)
        #expect(hidden.change == removed.change)
        #expect(hidden.vip == removed.vip)
    }

    @Test("a from day shows fewer periods and changes none", arguments: seeds.prefix(5)) func from(seed: UInt64) {
        let ledger = RandomShop(seed: seed, days: 800).ledger
        let all = ShopMetrics(of: ledger)
        let from = Day(number: all.asOf!.number - 200)
        let late = ShopMetrics(of: ledger, options: MetricsOptions(from: from))
        #expect(late.overview == all.overview)
        #expect(late.retention.monthly == all.retention.monthly.filter { $0.period.lastDay >= from })
        #expect(late.cohorts.monthly == all.cohorts.monthly.filter { $0.cohort.lastDay >= from })
        #expect(late.newVsReturning == all.newVsReturning.filter { $0.month.lastDay >= from })
        #expect(late.netFlow == all.netFlow)
    }
}
