import Domain
import Foundation
import Ledger
import LifetimeValue
import TestSupport
import Testing

@testable import Forecast

/// Every figure of a forecast against numpy, scipy and lifetimes: References/forecast.py.
@Suite("The forecast against other people's numbers") struct ForecastReferenceTests {
    private static func forecast(_ shop: String, _ model: PurchaseModelName) throws -> ShopForecast {
        let isCDNOW = shop == "cdnow"
        return try ShopForecast(
            of: (isCDNOW ? RealShop.cdnowSample : RealShop.onlineRetail).get().ledger,
            options: ForecastOptions(
                horizonDays: isCDNOW ? RealShop.cdnowHoldout : 365, margin: 0.4,
                asOf: isCDNOW ? Day("1997-09-30") : nil,
                model: model))
    }

    private static func figure(_ key: String, of customer: CustomerForecast) -> Double? {
        switch key {
        case "pAlive": customer.pAlive
        case "expectedOrders": customer.expectedOrders
        case "expectedSpend": customer.expectedSpend
        case "expectedValue": customer.expectedValue
        default: nil
        }
    }

    private static func figure(_ who: String, _ key: String, of forecast: ShopForecast) -> Double? {
        switch (who, key) {
        case ("all", "expectedOrders"): return forecast.total.expectedOrders
        case ("all", "expectedValue"): return forecast.total.expectedValue
        case ("all", "expectedAlive"): return forecast.expectedAlive
        case ("all", "fivePointsMore"): return forecast.fivePointsMore()
        case ("newcomer", _): return figure(key, of: forecast.newcomer)
        default:
            guard let place = Int(who) else { return nil }
            return key == "valueAtStake"
                ? forecast.valueAtStake(place) : figure(key, of: forecast.customers[place])
        }
    }

    @Test(
        "customers, totals and newcomers are those of numpy, scipy and lifetimes",
        .enabled(if: !Effort.isDebug, "real bases take long unoptimised"),
        arguments: [
            ("cdnow", "bg-nbd"), ("cdnow", "mbg-nbd"), ("cdnow", "pareto-nbd"), ("retail", "nbd"),
        ])
    func references(shop: String, model: String) throws {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("References")
        let text = try String(
            contentsOf: folder.appendingPathComponent("forecast.csv"), encoding: .utf8)
        let rows = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
            .filter { $0[0] == shop && $0[1] == model }
        #expect(rows.count > 150)
        let forecast = try Self.forecast(shop, try #require(PurchaseModelName(rawValue: model)))
        // The likelihood of Pareto/NBD is flat: its optimisers agree less well.
        let tolerance = model == "pareto-nbd" ? 1e-4 : 2e-5
        for row in rows {
            let own = try #require(Self.figure(row[2], row[3], of: forecast), "\(row)")
            let expected = try #require(Double(row[4]))
            #expect(abs(own - expected) <= tolerance * max(abs(expected), 1e-3), "\(row): \(own)")
        }
    }
}
