import Domain
import Foundation
import Ledger
import TestSupport
import Testing

@testable import Metrics

@Suite("Findings") struct FindingTests {
    /// Costs of every second month: high where costly winning is planted, and nothing to speak of elsewhere.
    private func options(for cause: ShopCause?) -> MetricsOptions {
        var options = MetricsOptions(margin: Margin(basisPoints: 3_000), workers: 2)
        guard cause == .costlySource || cause == .costlyWinning else { return options }
        let first = CalendarPeriod(.month, containing: ShopSimulation.firstDay)
        options.costs = (6..<30).flatMap { month -> [AcquisitionCost] in
            let period = first.advanced(by: month)
            if cause == .costlyWinning {
                return [AcquisitionCost(month: period, source: nil, spend: 4_000_000)]
            }
            return [
                AcquisitionCost(month: period, source: "first", spend: 2_000_000),
                AcquisitionCost(month: period, source: "second", spend: 10_000),
            ]
        }
        return options
    }

    #if DEBUG
        static let causes = [ShopCause.lowerRetention, .weakCity, .costlySource]
    #else
        static let causes = ShopCause.allCases
    #endif

    @Test("a planted cause is ranked first", arguments: causes) func planted(cause: ShopCause) throws {
        let simulation = ShopSimulation(seed: 20_260, cause: cause)
        let metrics = ShopMetrics(of: simulation.ledger(), options: options(for: cause))
        let first = try #require(metrics.findings.first)
        #expect(Self.tells(first.fact, of: cause), "\(cause): \(metrics.findings.map(\.metric)) \(first.fact)")
        #expect((3...7).contains(metrics.findings.count))
    }

    private static func tells(_ fact: FindingFact, of cause: ShopCause) -> Bool {
        switch (cause, fact) {
        case (.fewerNewcomers, .gettingWorse(let change, _)): change.metric == .newCustomers
        case (.fewerSecondPurchases, .gettingWorse(let change, _)): change.metric == .secondOrderWithin90
        case (.lowerRetention, .gettingWorse(let change, _)): change.metric == .retentionRate
        case (.smallerOrders, .gettingWorse(let change, _)): change.metric == .averageOrderValue
        case (.rarerOrders, .gettingWorse(let change, _)):
            [.ordersPerCustomer, .retentionRate, .secondOrderWithin90].contains(change.metric)
        case (.moreRefunds, .gettingWorse(let change, _)), (.moreReversals, .gettingWorse(let change, _)):
            change.metric == .refundRate
        case (.moreNewcomers, .gettingBetter(let change, _)): change.metric == .newCustomers
        case (.largerOrders, .gettingBetter(let change, _)): change.metric == .averageOrderValue
        case (_, .weakValue(let dimension, let value, _, _, _)):
            dimension == cause.weakDimension && (value == .named("first") || value == .couponUsed)
        case (.costlySource, .acquisitionNotRecovered(let source, _, _, _, _)): source == "first"
        case (.costlyWinning, .acquisitionNotRecovered(let source, _, _, _, _)): source == nil
        case (.oneGreatCustomer, .dependsOnFew(let customers, _, _)): customers <= 2
        case (.silentVIPs, .vipsSilent): true
        case (.lapsedVIPs, .lapsedRevenue): true
        case (.lapsedGreatCustomer, .greatCustomersLapsed(let customers, _)): customers == 1
        default: false
        }
    }

    @Test("where nothing changes, hardly any shop is told that it is getting worse") func nothingChanges() {
        #if DEBUG
            let shops = 4
        #else
            let shops = 200
        #endif
        var alarms: [String] = []
        var between = 0
        var lapsed = 0
        for shop in 0..<shops {
            let simulation = ShopSimulation(
                seed: 7_000 + UInt64(shop), days: [400, 600, 800, 1_096][shop % 4],
                arrivalsPerDay: [1, 2, 4][shop % 3])
            let metrics = ShopMetrics(of: simulation.ledger(), options: options(for: nil))
            let worse = metrics.findings.filter { $0.rule == .gettingWorse || $0.rule == .leaversOutrunNewcomers }
            let isClear = metrics.change?.figures.contains(where: \.isClear) ?? false
            let isFinding = metrics.findings.contains { [.gettingWorse, .gettingBetter].contains($0.rule) }
            let saysNothing = metrics.findings.contains { $0.rule == .nothingChanged }
            #expect(!(isClear && saysNothing), "\(simulation.seed)")
            between += isClear && !isFinding ? 1 : 0
            lapsed += metrics.findings.contains { [.lapsedRevenue, .greatCustomersLapsed].contains($0.rule) } ? 1 : 0
            if !worse.isEmpty { alarms.append("\(simulation.seed): \(worse.map(\.metric))") }
        }
        #expect(alarms.count * 20 <= shops, "\(alarms)")
        #expect(lapsed * 20 <= shops)
        #expect(between > 0 || shops < 20)
    }

    // MARK: Shops written down

    private static let first = Day("2023-01-01")!

    /// Orders of 40.00, one on each of a customer's days from the first day on.
    private static func orders(
        _ customer: String, on days: [Int], money: Int64 = 4_000, source: String? = nil
    ) -> [LedgerDocument] {
        days.map { day in
            LedgerDocument(
                customer: customer, day: Day(number: first.number + Int32(day)), minorUnits: money,
                dimensions: source.map { [.source: $0] } ?? [:])
        }
    }

    private static func metrics(_ documents: [LedgerDocument], asOf: Int? = nil) -> ShopMetrics {
        let day = asOf.map { Day(number: first.number + Int32($0)) }
        return ShopMetrics(
            of: Ledger(documents, currency: Currency("EUR")!), options: MetricsOptions(asOf: day, workers: 2))
    }

    @Test("a shop that all but lost its customers is told so") func collapse() throws {
        let early: [LedgerDocument] = (0..<600).flatMap { Self.orders("c\($0)", on: [$0 % 360, $0 % 360 + 30]) }
        let late: [LedgerDocument] = (0..<60).flatMap { Self.orders("late\($0)", on: [450 + $0 * 5]) }
        let metrics: ShopMetrics = Self.metrics(early + late, asOf: 760)
        #expect(!metrics.cannotSay.contains { $0.question == .isItGettingBetter })
        let worse = try #require(metrics.findings.first { $0.rule == .gettingWorse })
        #expect(["change.customers", "change.newCustomers", "change.netRevenue"].contains(worse.metric))
        #expect(!metrics.findings.contains { $0.rule == .nothingChanged })
    }

    @Test("a shop whose customers all fell silent lost more than it won") func silence() throws {
        // New ones come every day for two years, and nobody comes in the ten months after.
        let documents: [LedgerDocument] = (0..<730).flatMap {
            Self.orders("c\($0)", on: [$0, $0 + 20, $0 + 45].filter { $0 < 730 })
        }
        let metrics: ShopMetrics = Self.metrics(documents, asOf: 1_030)
        #expect(metrics.activity.active == 0)
        #expect(
            metrics.findings.contains { $0.rule == .leaversOutrunNewcomers || $0.rule == .gettingWorse },
            "\(metrics.findings.map(\.metric))")
    }

    @Test("what leavers cost is no more than what so many customers brought") func leaversWorth() {
        let documents: [LedgerDocument] = (0..<500).flatMap { Self.orders("c\($0)", on: [$0, $0 + 25]) }
        for asOf in [560, 620, 700, 800] {
            let metrics: ShopMetrics = Self.metrics(documents, asOf: asOf)
            for finding in metrics.findings {
                guard case .leaversOutrunNewcomers(let lost, _, _, _) = finding.fact else { continue }
                #expect(finding.moneyAtStake! <= Int64(lost) * 8_000)
            }
        }
    }

    @Test("best customers who have lapsed are told, and beside the list, with their money") func lapsedVIPs() throws {
        let small: [LedgerDocument] = (0..<300).flatMap { customer in
            Self.orders("c\(customer)", on: Array(stride(from: customer % 25, to: 600, by: 25)), money: 500)
        }
        let great: [LedgerDocument] = (0..<20).flatMap { customer in
            Self.orders("v\(customer)", on: Array(stride(from: customer, to: 450, by: 20)), money: 200_000)
        }
        let metrics: ShopMetrics = Self.metrics(small + great)
        #expect(metrics.vip.customers > 3 && metrics.vip.lapsed == metrics.vip.customers)
        #expect(metrics.vip.lapsedRevenue == metrics.vip.netRevenue)
        // There is no year before to compare with, and nobody alone brought a tenth.
        #expect(metrics.activity.lapsedShareYearEarlier == nil && metrics.vip.greatLapsed == 0)
        #expect(!metrics.findings.contains { $0.rule == .lapsedRevenue })
        // Two years of the same before: the great ones are gone from the day 900 on, and the small ones stay.
        let later: ShopMetrics = Self.metrics(
            (0..<300).flatMap { customer in
                Self.orders("c\(customer)", on: Array(stride(from: customer % 25, to: 1_050, by: 25)), money: 500)
            }
                + (0..<20).flatMap { customer in
                    Self.orders("v\(customer)", on: Array(stride(from: customer, to: 900, by: 20)), money: 20_000)
                })
        #expect(later.activity.lapsedShareYearEarlier == 0)
        let finding = try #require(later.findings.first)
        guard case .lapsedRevenue(let share, 0) = finding.fact else {
            Issue.record("\(finding)")
            return
        }
        #expect(share > 0.5 && share == later.activity.lapsedShare)
        #expect(finding.moneyAtStake == later.activity.lapsedRevenue)
    }

    @Test("one great customer who left is told by that, two as well, but not one who came twice", arguments: [1, 2])
    func great(customers: Int) throws {
        let small: [LedgerDocument] = (0..<300).flatMap { customer in
            Self.orders("c\(customer)", on: Array(stride(from: customer % 25, to: 300, by: 25)), money: 500)
        }
        let great: [LedgerDocument] = (0..<customers).flatMap {
            Self.orders("g\($0)", on: [10, 30, 50, 70], money: 1_000_000)
        }
        let metrics: ShopMetrics = Self.metrics(small + great)
        let first = try #require(metrics.findings.first)
        guard case .greatCustomersLapsed(customers, let share) = first.fact else {
            Issue.record("\(first)")
            return
        }
        #expect(share > 0.6 && first.moneyAtStake == Int64(customers) * 4_000_000)
        #expect(!metrics.findings.contains { $0.rule == .dependsOnFew })
        let once: ShopMetrics = Self.metrics(small + Self.orders("g", on: [10, 30], money: 3_000_000))
        #expect(once.vip.greatLapsed == 0)
    }

    /// Three years of 300 buyers who come about every month and stop some day, and beside them one customer who brings as
    /// much as many.
    private static func beside(
        _ days: [Int], money: Int64, random: inout SeededGenerator
    ) -> ShopMetrics {
        var documents = orders("wholesaler", on: days, money: money)
        for customer in 0..<300 {
            var day = Int.random(in: 0..<1_095, using: &random)
            repeat {
                documents += orders("c\(customer)", on: [day], money: Int64.random(in: 1_000...6_000, using: &random))
                day += 1 + Int(-25 * log(Double.random(in: 0.001..<1, using: &random)))
            } while day < 1_095 && Double.random(in: 0..<1, using: &random) > 0.45
        }
        return metrics(documents + orders("c0", on: [1_094]))
    }

    @Test(
        "a great customer who orders at even gaps has not left, however long they are",
        arguments: [60, 91, 120, 182], 0..<6)
    func evenGaps(gap: Int, seed: UInt64) {
        var random = SeededGenerator(seed: 100 * seed + UInt64(gap))
        // As-of is anywhere between two of the orders.
        let last = 1_094 - Int.random(in: 0..<gap, using: &random)
        let days = Array(stride(from: last % gap, through: last, by: gap))
        let metrics = Self.beside(days, money: Int64(gap) * 2_000, random: &random)
        #expect(metrics.vip.greatLapsed == 0, "\(gap), \(seed)")
        #expect(!metrics.findings.contains { $0.rule == .greatCustomersLapsed }, "\(gap), \(seed)")
    }

    @Test(
        "one who broke with such gaps has, from half a gap's delay on", arguments: [(91, 136, false), (91, 137, true)])
    func brokenGaps(gap: Int, silence: Int, hasLeft: Bool) {
        var random = SeededGenerator(seed: 5)
        let last = 1_094 - silence
        let metrics = Self.beside(
            Array(stride(from: last % gap, through: last, by: gap)), money: 200_000, random: &random)
        #expect(metrics.activity.windowDays < 91)
        #expect(metrics.vip.greatLapsed == (hasLeft ? 1 : 0))
        #expect(metrics.findings.contains { $0.rule == .greatCustomersLapsed } == hasLeft)
    }

    @Test("one who orders by chance alone is told as gone after at most one order in ten", arguments: [2, 3, 4, 8, 30])
    func byChance(gaps: Int) {
        var random = SeededGenerator(seed: UInt64(gaps))
        let rules = CustomerRules(
            windowDays: 14, usualP90: 30,
            scores: ScoreRules(recency: [], frequency: [], nets: SortedMoney([0])), origin: 0, asOf: 0)
        let left = (0..<4_000).count { _ in
            let drawn = (0...gaps).map { _ in Int(-1_000 * log(Double.random(in: 0.001..<1, using: &random))) }
            let own = drawn.dropLast().sorted()
            var summary = CustomerSummary()
            summary.purchaseDays = numericCast(gaps + 1)
            summary.p90Gap = UInt16(own[(gaps * 9 + 9) / 10 - 1])
            summary.lastDay = -Int32(drawn[gaps])
            return rules.hasLeft(summary)
        }
        // Of 10 % one standard error is 0.5 points.
        #expect(left < 460, "\(left)")
    }

    @Test("that best customers leave as they always did is no finding", arguments: 0..<6) func usualVIPs(seed: Int) {
        let simulation = ShopSimulation(seed: 40 + UInt64(seed), arrivalsPerDay: 2)
        let metrics = ShopMetrics(of: simulation.ledger(), options: MetricsOptions(workers: 2))
        #expect(metrics.vip.lapsed > 0)
        for case .vipsSilent(let customers, _, let revenue) in metrics.findings.map(\.fact) {
            #expect(customers == metrics.vip.lapsing && revenue == metrics.vip.lapsingRevenue)
        }
    }

    @Test("a source from which hardly anybody comes back is told, however few they are", arguments: [0, 1, 4, 6])
    func hardlyAnybody(returning: Int) throws {
        let weak: [LedgerDocument] = (0..<500).flatMap { customer in
            Self.orders(
                "w\(customer)", on: customer < returning ? [customer, customer + 20] : [customer], source: "weak")
        }
        let strong: [LedgerDocument] = (0..<500).flatMap { customer in
            Self.orders(
                "s\(customer)", on: customer % 2 == 0 ? [customer, customer + 20] : [customer], source: "strong")
        }
        let metrics: ShopMetrics = Self.metrics(weak + strong)
        let rows = try #require(metrics.breakdowns.first { $0.dimension == .source }?.rows)
        #expect(rows.allSatisfy { !$0.tooFew })
        #expect(
            metrics.findings.contains {
                if case .weakValue(.source, .named("weak"), 500, _, _) = $0.fact { true } else { false }
            })
    }

    @Test("nobody is new twice in one period") func newOnce() throws {
        // A look-back of about four months, and customers who come every five.
        let documents: [LedgerDocument] = (0..<200).flatMap { customer in
            Self.orders("c\(customer)", on: Array(stride(from: customer, to: 850, by: 150)))
        }
        let change = try #require(Self.metrics(documents, asOf: 849).change)
        let figures = Dictionary(uniqueKeysWithValues: change.figures.map { ($0.metric, $0) })
        if let new = figures[.newCustomers], let all = figures[.customers] {
            #expect(new.now <= all.now && new.before <= all.before)
        }
    }

    @Test("who gave everything back counts in refund rates") func everythingBack() throws {
        let kept: [LedgerDocument] = (0..<200).flatMap { Self.orders("k\($0)", on: [$0 * 4], source: "a") }
        let returned: [LedgerDocument] = (0..<40).flatMap { customer in
            Self.orders("r\(customer)", on: [500 + customer * 5], source: customer % 4 == 0 ? "b" : "a").map { order in
                var order = order
                order.kind = .reversed
                return order
            }
        }
        let metrics: ShopMetrics = Self.metrics(kept + returned)
        #expect(abs(metrics.overview.refundRate! - 40.0 / 240) < 1e-12)
        let change = try #require(metrics.change)
        let rate = try #require(change.figures.first { $0.metric == .refundRate })
        func inside(_ days: ClosedRange<Day>, _ documents: [LedgerDocument]) -> Double {
            Double(documents.count { days.contains($0.day) })
        }
        let now = inside(change.now, returned) / inside(change.now, kept + returned)
        #expect(abs(rate.now - now) < 1e-12)
        let rows = try #require(metrics.breakdowns.first { $0.dimension == .source }?.rows)
        // Nobody who kept an order came from the other source.
        #expect(rows.map(\.value) == [.named("a")])
        #expect(abs(rows[0].refundRate! - 30.0 / 230) < 1e-12)
    }

    @Test("a shop of whose customers little else can be told hears what keeping more of them is worth") func keepMore()
    {
        let documents: [LedgerDocument] = (0..<400).flatMap { Self.orders("c\($0)", on: [$0, $0 + 30, $0 + 61]) }
        for asOf in [200, 300, 400] {
            let metrics: ShopMetrics = Self.metrics(documents, asOf: asOf)
            let others = metrics.findings.filter { $0.rule != .keepMore }
            let told = metrics.findings.first { $0.rule == .keepMore }
            #expect(told == nil || others.count < 3)
            #expect(told?.moneyAtStake == (told == nil ? nil : metrics.netFlow.fivePointsMore))
            if others.count < 3, (metrics.netFlow.fivePointsMore ?? 0) > 0 { #expect(told != nil) }
        }
        #expect(
            [200, 300, 400].contains { Self.metrics(documents, asOf: $0).findings.contains { $0.rule == .keepMore } })
    }
}
