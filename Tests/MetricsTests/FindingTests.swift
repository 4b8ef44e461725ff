import Domain
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
            if !worse.isEmpty { alarms.append("\(simulation.seed): \(worse.map(\.metric))") }
        }
        #expect(alarms.count * 20 <= shops, "\(alarms)")
        #expect(between > 0 || shops < 20)
    }
}
