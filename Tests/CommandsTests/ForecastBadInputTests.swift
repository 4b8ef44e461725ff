import Domain
import Foundation
import TestSupport
import Testing

@Suite("Bad input of the command forecast")
struct ForecastBadInputTests {
    // MARK: Options

    @Test(
        "a nonsensical option is misuse, told with its name",
        arguments: [
            ("--horizon", "0d"), ("--horizon", "-5d"), ("--horizon", "52"), ("--horizon", "soon"),
            ("--horizon", "11y"),
            ("--horizon", ""), ("--horizon", "1.5y"), ("--horizon", "99999999999999999999w"),
            ("--discount", "-5%"),
            ("--discount", "101%"), ("--discount", "nan"), ("--discount", "inf"), ("--margin", "101%"),
            ("--margin", "-1%"), ("--margin", "much"), ("--model", "prophet"), ("--time-unit", "year"),
            ("--as-of", "yesterday"), ("--to", "2026-02-30"),
        ], Language.allCases)
    func options(option: (name: String, value: String), language: Language) throws {
        let run = try Forecasts.run(
            of: Reports.three, [option.name, option.value, "--lang", language.rawValue])
        #expect(run.code == 64 && run.output.isEmpty, "\(run.errors)")
        #expect(run.errors.contains(option.name), "\(run.errors)")
    }

    @Test("a margin of nothing: no value, and a sentence that says so", arguments: Language.allCases)
    func noMargin(language: Language) throws {
        let table = try Program.run([
            "forecast", Reports.shop(), "--margin", "0%", "--lang", language.rawValue,
        ])
        let words = [
            Language.english: "no order is worth anything", .polish: "nie jest nic warte",
            .russian: "ничего не стоит",
        ]
        let sentence = try #require(words[language])
        #expect(table.code == 0 && table.output.contains(sentence), "\(table.output)")
        let run = try Program.run(["forecast", Reports.shop(), "--margin", "0%", "--json"])
        let forecast = try JSONDocument(run.output)
        #expect(try forecast.double("lifetimeValue.expectedValue") == 0)
        #expect(try forecast.double("lifetimeValue.interval90.1") == 0)
        #expect(try forecast.double("lifetimeValue.expectedOrders") > 1)
        #expect(try forecast.list("customers").allSatisfy { Forecasts.number($0["expectedValue"]) == 0 })
    }

    // MARK: Orders

    @Test(
        "where no model can be fitted, the reason is told and nothing else, in three languages",
        arguments: [
            (
                [(1, 0, "10.00"), (2, 1, "20.00"), (3, 40, "5.00")], "customers who bought a second time: 0"
            ),
            (
                [(1, 0, "10.00"), (1, 30, "20.00"), (1, 60, "5.00")],
                "customers who bought a second time: 1"
            ),
            ([(1, 0, "-10.00"), (1, 30, "-20.00")], "no customers"),
        ], Language.allCases)
    func unfitted(orders: ([(Int, Int, String)], String), language: Language) throws {
        let text = Forecasts.orders(orders.0.map { ($0.0, $0.1, $0.2) })
        for form in [[], ["--json"]] {
            let run = try Forecasts.run(of: text, form + ["--lang", language.rawValue])
            #expect(run.hasExited && run.code == 1 && run.output.isEmpty, "\(run.output)")
            if language == .english {
                #expect(run.errors.lowercased().contains(orders.1), "\(run.errors)")
            }
        }
        let before = try Forecasts.run(of: text, ["--as-of", "2020-01-01"])
        #expect(before.code == 1 && before.output.isEmpty)
    }

    private static func shop(amount: (Int) -> String) -> String {
        var random = SeededGenerator(seed: 12)
        return Forecasts.orders(
            (0..<120).flatMap { customer in
                (0..<Int.random(in: 1...5, using: &random)).map { _ in
                    (customer, Int.random(in: 0..<250, using: &random), amount(customer))
                }
            })
    }

    @Test("orders that cost nothing: orders are foretold, and why there is no model of spend")
    func zero() throws {
        let text = Self.shop { _ in "0.00" }
        let forecast = try Forecasts.json(of: text)
        #expect(forecast["lifetimeValue.spend"] == nil)
        #expect(try forecast.string("lifetimeValue.spendReason").contains("above zero: 0"))
        #expect(try forecast.double("lifetimeValue.expectedValue") == 0)
        #expect(try forecast.double("lifetimeValue.expectedOrders") > 1)
        let table = try Forecasts.run(of: text)
        #expect(
            table.code == 0 && Self.words(table.output).contains("Money is foretold with the mean order of all."))
    }

    @Test("everybody spends the same: a warning, not a failure") func constant() throws {
        // One order a day and customer, so that sums of a day are the same too.
        let text = Forecasts.orders(
            (0..<300).map { ($0 % 60, $0 % 60 * 2 + $0 / 60 * 37, "19.99") })
        let forecast = try Forecasts.json(of: text)
        let said =
            [forecast["lifetimeValue.spendReason"] as? String].compactMap(\.self)
            + (forecast["lifetimeValue.spend.warnings"] as? [String] ?? [])
        #expect(!said.isEmpty)
        #expect(
            try forecast.list("customers").allSatisfy {
                abs((Forecasts.number($0["expectedSpend"]) ?? 0) - 19.99) < 0.02
            })
    }

    @Test("everybody bought exactly twice, and a base that is long dead") func twice() throws {
        let twice = Forecasts.orders(
            (0..<80).flatMap { [($0, $0, "12.00"), ($0, $0 + 9 + $0 % 50, "15.00")] })
        let forecast = try Forecasts.json(of: twice)
        #expect(try forecast.int("lifetimeValue.repeatCustomers") == 80)
        let dead = try Forecasts.json(of: Self.shop { "\($0 + 5).00" }, ["--as-of", "2090-01-01"])
        #expect(try dead.double("lifetimeValue.expectedOrders") < 1)
        #expect(try dead.string("asOf") == "2090-01-01")
    }

    @Test("thousands of orders of one, first orders on the last day, last orders on it") func edges() throws {
        // One customer orders on 700 days; two thirds of the others come back, one of them on the last day, and five come
        // on the last day for the first time.
        let often = (0..<700).map { (0, $0, "9.00") }
        let others = (1...60).flatMap { customer -> [(Int, Int, String)] in
            let first = customer * 7
            let again = customer % 3 == 0 ? [] : [(customer, customer == 1 ? 699 : first + 40 + customer, "20.00")]
            return [(customer, first, "15.00")] + again
        }
        let late = (61...65).map { ($0, 699, "30.00") }
        let forecast = try Forecasts.json(of: Forecasts.orders(often + others + late), ["--time-unit", "day"])
        let rows = try forecast.list("customers")
        func row(_ id: Int) throws -> [String: Any] { try #require(rows.first { $0["id"] as? String == "\(id + 1)" }) }
        #expect(try row(0)["frequency"] as? Int == 699 && Forecasts.number(row(0)["pAlive"]) ?? 0 > 0.9)
        #expect(try Forecasts.number(row(0)["expectedOrders"]) ?? 0 > 150)
        #expect(try row(1)["recency"] as? Int == row(1)["age"] as? Int)
        #expect(try row(61)["age"] as? Int == 0 && Forecasts.number(row(61)["expectedOrders"]) ?? -1 > 0)
        for row in rows {
            for key in ["pAlive", "expectedOrders", "expectedValue"] { #expect(Forecasts.number(row[key]) ?? -1 >= 0) }
        }
    }

    /// Without the breaks of lines.
    private static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Units

    @Test("another unit of money changes nothing but the unit") func unit() throws {
        let (one, thousand) = (
            try Forecasts.json(of: Self.shop { "\(10 + $0 % 37).00" }),
            try Forecasts.json(of: Self.shop { "\((10 + $0 % 37) * 1_000).00" })
        )
        func figure(_ path: String) throws -> (Double, Double) {
            (try one.double(path), try thousand.double(path))
        }
        let same = [
            "parameters.r", "parameters.alpha", "logLikelihood", "bic", "expectedOrders", "expectedAlive",
            "ordersInterval90.0", "ordersInterval90.1", "newcomer.expectedOrders", "spend.parameters.p",
            "spend.parameters.q", "spend.correlation",
        ]
        for path in same {
            let (small, large) = try figure("lifetimeValue." + path)
            #expect(abs(small - large) <= 2e-5 * abs(small), "\(path): \(small), \(large)")
        }
        for path in [
            "expectedValue", "interval90.0", "interval90.1", "newcomer.expectedValue",
            "spend.parameters.gamma",
        ] {
            let (small, large) = try figure("lifetimeValue." + path)
            #expect(abs(1_000 * small - large) <= 2e-5 * large + 5, "\(path): \(small), \(large)")
        }
        for (small, large) in zip(try one.list("customers"), try thousand.list("customers")) {
            for key in ["id", "pAlive", "expectedOrders", "ordersLower", "ordersUpper", "recency", "age"] {
                #expect(String(describing: small[key]) == String(describing: large[key]), "\(key)")
            }
            let (less, more) = (
                Forecasts.number(small["expectedValue"]) ?? -1, Forecasts.number(large["expectedValue"]) ?? -1
            )
            #expect(abs(1_000 * less - more) <= 5 + 2e-5 * more)
        }
    }

    // MARK: Figures

    @Test(
        "whatever the orders, the JSON and the table of customers hold numbers alone", arguments: 0..<24
    )
    func finite(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let (customers, days) = (
            Int.random(in: 2...60, using: &random), [1, 9, 90, 900].randomElement(using: &random)!
        )
        let most = [0, 1, 100, 10_000_000_000].randomElement(using: &random)!
        let text = Forecasts.orders(
            (0..<customers).flatMap { customer in
                (0..<Int.random(in: 1...9, using: &random)).map { _ in
                    let sign = Int.random(in: 0..<8, using: &random) == 0 ? "-" : ""
                    let amount =
                        "\(sign)\(Int.random(in: 0...most, using: &random)).0\(Int.random(in: 0...9, using: &random))"
                    return (customer, Int.random(in: 0..<days, using: &random), amount)
                }
            })
        let models = [[], ["nbd"], ["bg-nbd"], ["mbg-nbd"], ["pareto-nbd"], ["bg-bb"]]
        let model = models[Int(seed) % models.count].flatMap { ["--model", $0] }
        let horizon = ["1d", "3w", "1y", "10y"][Int(seed / 6) % 4]
        let folder = try Folder()
        let arguments =
            model + ["--horizon", horizon, "--margin", ["0%", "33.33%", "100%"][Int(seed) % 3]]
        let run = try Forecasts.run(
            of: text, arguments + ["--json", "--customers", "customers.csv"], in: folder)
        #expect(run.hasExited && (run.code == 0 || run.code == 1), "seed \(seed): \(run.errors)")
        guard run.code == 0 else {
            #expect(
                run.output.isEmpty && run.errors.contains("No model could be fitted"),
                "seed \(seed): \(run.errors)")
            return
        }
        let forecast = try JSONDocument(run.output)
        #expect(run.output.firstMatch(of: /(?i)\b(nan|inf|infinity)\b/) == nil, "seed \(seed)")
        let rows = Forecasts.records(try folder.text("customers.csv"))
        #expect(try rows.count == forecast.list("customers").count)
        for row in rows {
            for (column, text) in row
            where !["customer", "time_unit", "currency", "expected_vip"].contains(column) {
                let isFine = text.isEmpty ? column == "monetary_value" : Double(text)?.isFinite == true
                #expect(isFine, "seed \(seed), \(column): \(text)")
            }
        }
        let table = try Forecasts.run(of: text, arguments)
        #expect(
            table.code == 0 && table.output.firstMatch(of: /(?i)\b(nan|inf)\b/) == nil, "seed \(seed)")
    }
}
