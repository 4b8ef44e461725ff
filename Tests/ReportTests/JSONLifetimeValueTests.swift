import Domain
import Forecast
import Foundation
import Ledger
import LifetimeValue
import TestSupport
import Testing

@testable import Report

@Suite("What JSON says of lifetime value") struct JSONLifetimeValueTests {
    private static func result(
        _ documents: [LedgerDocument], model: PurchaseModelName? = nil
    ) -> Result<ShopForecast, ModelChoice.Failure> {
        Result { () throws(ModelChoice.Failure) in
            try ShopForecast(
                of: Ledger(documents, currency: Currency("PLN")!), options: ForecastOptions(model: model))
        }
    }

    private static let twice = (0..<60).flatMap { customer in
        [0, 11 + customer % 40, 150].prefix(1 + customer % 3).map {
            LedgerDocument(
                customer: "c\(customer)", day: Day("2026-01-01")!.advanced(by: customer + $0),
                minorUnits: Int64(1_000 + customer))
        }
    }

    @Test("a failed choice is null beside its reason", arguments: Language.allCases) func failure(
        language: Language
    ) {
        let once = [LedgerDocument(customer: "a", day: Day("2026-01-01")!, minorUnits: 100)]
        let value = JSONLifetimeValue(Self.result(once), language: language)
        #expect(value.value == .null)
        guard case .string(let reason) = value.reason else {
            Issue.record("no reason")
            return
        }
        #expect(reason.contains("0"))
        #expect(reason.contains(FitError.tooFewRepeatCustomers(0).message(in: language)))
    }

    @Test("a forecast has no reason why there is none") func success() throws {
        let value = JSONLifetimeValue(Self.result(Self.twice))
        #expect(value.reason == .null)
        let text = value.value.description
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let keys = [
            "model", "chosenBy", "choice", "timeUnit", "parameters", "standardErrors", "logLikelihood",
            "bic",
            "customers", "repeatCustomers", "horizonDays", "discount", "margin", "valueIs",
            "expectedAlive",
            "expectedOrders", "ordersInterval90", "expectedValue", "interval90", "newcomer", "spend",
            "spendReason",
            "warnings",
        ]
        #expect(Set(object.keys) == Set(keys))
        #expect(object["margin"] is NSNull && object["valueIs"] as? String == "netRevenue")
        #expect((object["choice"] as? [String: Any])?["noBacktestBecause"] is String)
    }

    @Test("figures keep six digits that count, whatever their size") func figures() {
        let texts: [(Double, String)] = [
            (0.2425945, "0.2425945"), (4.41360214, "4.413602"), (0.00000123456789, "0.00000123456789"),
            (1e-9, "0.000000001"),
            (0, "0"), (1_234_567.25, "1234567.25"), (3, "3"), (0.1, "0.1"), (1e15, "1000000000000000.0"),
        ]
        for (value, text) in texts {
            guard case .number(let own) = JSONValue.figure(value) else {
                Issue.record("\(value) is no number")
                continue
            }
            #expect(
                abs((Double(own) ?? .nan) - value) <= 5e-6 * abs(value) && own.count <= text.count, "\(own)"
            )
        }
        #expect(
            JSONValue.figure(.nan) == .null && JSONValue.figure(.infinity) == .null
                && JSONValue.figure(nil) == .null)
    }

    @Test("rows are written as values are") func rows() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let fraction =
                Double.random(in: -1e4...1e4, using: &random) * [1, 0.001, 1e6].randomElement(
                    using: &random)!
            let money =
                Int64.random(in: Int64.min...Int64.max, using: &random)
                >> Int64.random(in: 0...60, using: &random)
            let digits = Int.random(in: 0...4, using: &random)
            var rows = JSONRows()
            rows.beginRow()
            rows.append("id", text: "a\"b\u{1B}")
            rows.append("count", count: 12)
            rows.append("fraction", fraction: fraction)
            rows.append("nothing", fraction: .nan)
            rows.append("money", minorUnits: money, digits: digits)
            rows.append("unknown", minorUnits: nil, digits: digits)
            rows.endRow()
            let expected =
                "\n    {\"id\": \(JSONValue.string("a\"b\u{1B}")), \"count\": 12, \"fraction\": \(JSONValue.fraction(fraction)), "
                + "\"nothing\": null, \"money\": \(JSONValue.money(money, digits: digits)), \"unknown\": null}"
            #expect(String(decoding: rows.bytes, as: UTF8.self) == expected)
        }
    }
}
