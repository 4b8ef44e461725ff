import Domain
import Foundation
import TestSupport
import Testing

@Suite("The command forecast")
struct ForecastCommandTests {
    private static let calibration = ["--as-of", "1997-09-30", "--horizon", "39w"]

    // MARK: Published numbers

    @Test(
        "the sample of CDNOW has the published parameters, in weeks and in days",
        arguments: [
            (
                "bg-nbd", ["r": 0.2425945, "alpha": 4.4136021, "a": 0.792922, "b": 2.425907], -9582.42921,
                1653.409
            ),
            (
                "pareto-nbd", ["r": 0.5532771, "alpha": 10.577684, "s": 0.606240, "beta": 11.668734],
                -9594.97618, 1665.513
            ),
        ])
    func published(model: String, parameters: [String: Double], logLikelihood: Double, orders: Double)
        throws
    {
        let text = try CDNOWSample.orders.get()
        let arguments = Self.calibration + ["--model", model]
        let weeks = try Forecasts.json(of: text, arguments)
        let days = try Forecasts.json(of: text, arguments + ["--time-unit", "day"])
        #expect(
            try weeks.string("lifetimeValue.model") == model
                && weeks.string("lifetimeValue.chosenBy") == "asked")
        for (key, value) in parameters {
            let own = try weeks.double("lifetimeValue.parameters." + key)
            #expect(abs(own / value - 1) < 2e-3, "\(key) \(own)")
            let isTime = key == "alpha" || key == "beta"
            let inDays = try days.double("lifetimeValue.parameters." + key) / (isTime ? 7 : 1)
            #expect(abs(inDays / own - 1) < 1e-5)
            #expect(try weeks.double("lifetimeValue.standardErrors." + key) > 0)
        }
        let own = try weeks.double("lifetimeValue.logLikelihood")
        #expect(abs(own - logLikelihood) < 1e-3)
        let bic = try weeks.double("lifetimeValue.bic")
        #expect(abs(bic - (4 * log(2357.0) - 2 * own)) < 1e-4)
        let expected = try weeks.double("lifetimeValue.expectedOrders")
        #expect(abs(expected / orders - 1) < 1e-3)
        #expect(
            try weeks.int("lifetimeValue.customers") == 2_357
                && weeks.int("lifetimeValue.repeatCustomers") == 946)
        #expect(try weeks.int("lifetimeValue.horizonDays") == 273 && weeks.list("weeks").count == 39)
        #expect(
            try weeks.double("lifetimeValue.expectedOrders")
                == days.double("lifetimeValue.expectedOrders"))
    }

    @Test("customers of the sample have the published figures") func customers() throws {
        let forecast = try Forecasts.json(
            of: CDNOWSample.orders.get(), Self.calibration + ["--model", "bg-nbd", "--discount", "0%"])
        let rows = try forecast.list("customers")
        func row(_ id: String) throws -> [String: Any] {
            try #require(rows.first { $0["id"] as? String == id })
        }
        let published: [(String, [String: Double])] = [
            (
                "0001",
                [
                    "frequency": 2, "recency": 30.4286, "age": 38.8571, "pAlive": 0.726620,
                    "expectedOrders": 1.225994, "expectedSpend": 24.65,
                ]
            ),
            (
                "0003",
                [
                    "frequency": 0, "recency": 0, "age": 38.8571, "pAlive": 1, "expectedOrders": 0.194794,
                    "expectedSpend": 35.17,
                ]
            ),
            (
                "1516",
                [
                    "frequency": 26, "recency": 30.8571, "age": 31, "pAlive": 0.968854,
                    "expectedOrders": 20.748902, "expectedSpend": 39.89,
                ]
            ),
        ]
        for (id, figures) in published {
            let row = try row(id)
            for (key, value) in figures {
                let own = try #require((row[key] as? NSNumber)?.doubleValue)
                #expect(
                    abs(own - value) <= max(2e-4 * value, key == "expectedSpend" ? 0.006 : 1e-4),
                    "\(id) \(key) \(own)")
            }
            // Without a discount and refunds, value is spend times orders.
            let (spend, orders, value) = try (
                #require(Forecasts.number(row["expectedSpend"])), #require(Forecasts.number(row["expectedOrders"])),
                #require(Forecasts.number(row["expectedValue"]))
            )
            #expect(abs(value - spend * orders) < 0.01 * max(1, orders))
        }
        #expect(try row("0003")["monetaryValue"] is NSNull)
    }

    // MARK: The contract

    private static let figures = """
        lifetimeValue.logLikelihood lifetimeValue.bic lifetimeValue.customers lifetimeValue.repeatCustomers \
        lifetimeValue.horizonDays lifetimeValue.discount lifetimeValue.margin lifetimeValue.expectedAlive \
        lifetimeValue.expectedOrders lifetimeValue.expectedValue lifetimeValue.interval90.0 lifetimeValue.interval90.1 \
        lifetimeValue.ordersInterval90.0 lifetimeValue.ordersInterval90.1 lifetimeValue.newcomer.expectedOrders \
        lifetimeValue.newcomer.expectedValue lifetimeValue.spend.parameters.p lifetimeValue.spend.parameters.q \
        lifetimeValue.spend.parameters.gamma lifetimeValue.spend.standardErrors.p lifetimeValue.spend.customers \
        lifetimeValue.spend.logLikelihood lifetimeValue.spend.correlation lifetimeValue.choice.sampledCustomers \
        weeks.0.expectedOrders weeks.0.ordersLower weeks.0.ordersUpper weeks.0.expectedValue weeks.0.lower \
        weeks.0.upper tracking.0.actualOrders tracking.0.expectedOrders customers.0.frequency customers.0.recency \
        customers.0.age customers.0.pAlive customers.0.expectedOrders customers.0.ordersLower customers.0.ordersUpper \
        customers.0.expectedSpend customers.0.expectedValue customers.0.lower customers.0.upper \
        customers.0.valueAtStake input.rows
        """.split(separator: " ").map(String.init)

    private static func shop(_ arguments: [String] = []) throws -> JSONDocument {
        let run = try Program.run(
            ["forecast", Reports.shop(), "--json", "--margin", "35%"] + arguments)
        try #require(run.code == 0, "\(run.errors)")
        return try JSONDocument(run.output)
    }

    @Test("has every key with its type, and sums that hold") func keys() throws {
        let forecast = try Self.shop()
        for path in Self.figures { #expect(forecast[path] is NSNumber, "\(path)") }
        for path in [
            "schema", "firstDay", "asOf", "currency", "lifetimeValue.model", "lifetimeValue.chosenBy",
            "lifetimeValue.choice.text", "lifetimeValue.valueIs", "lifetimeValue.timeUnit",
            "weeks.0.start",
            "weeks.0.end", "tracking.0.start", "tracking.0.end", "customers.0.id",
        ] { #expect(forecast[path] is String, "\(path)") }
        #expect(
            forecast["lifetimeValue.warnings"] is [Any]
                && forecast["lifetimeValue.spend.warnings"] is [Any])
        #expect(try forecast.string("schema") == "perennial.forecast/1")
        #expect(try forecast.string("lifetimeValue.valueIs") == "contribution")
        #expect(try forecast.int("lifetimeValue.customers") == forecast.list("customers").count)
        #expect(try forecast.list("weeks").count == 53)
        for key in ["expectedOrders", "expectedValue"] {
            let total = try forecast.double("lifetimeValue." + key)
            for list in ["customers", "weeks"] {
                let sum = try forecast.list(list).reduce(0) {
                    $0 + (($1[key] as? NSNumber)?.doubleValue ?? .nan)
                }
                #expect(
                    abs(sum - total) < 1e-5 * total + 0.01 * Double(try forecast.list(list).count),
                    "\(list) \(key)")
            }
        }
        let lower = try forecast.double("lifetimeValue.interval90.0")
        #expect(try lower < forecast.double("lifetimeValue.expectedValue"))
        // Money has all its decimals and no exponent.
        for value in forecast.text.matches(
            of: /"(?:expectedValue|lower|upper|valueAtStake|expectedSpend)": ([^,}\n]+)/)
        {
            #expect(value.1.wholeMatch(of: /(0|[1-9][0-9]*)\.[0-9]{2}/) != nil, "\(value.1)")
        }
    }

    @Test("tells times in the asked unit") func unit() throws {
        let (weeks, days) = (try Self.shop(), try Self.shop(["--time-unit", "day"]))
        #expect(
            try weeks.string("lifetimeValue.timeUnit") == "week"
                && days.string("lifetimeValue.timeUnit") == "day")
        for (week, day) in zip(try weeks.list("customers"), try days.list("customers")) {
            let (age, recency) = (
                try #require(Forecasts.number(day["age"])), try #require(Forecasts.number(day["recency"]))
            )
            #expect(age == age.rounded() && abs(age / 7 - (Forecasts.number(week["age"]) ?? 0)) < 1e-6)
            #expect(abs(recency / 7 - (Forecasts.number(week["recency"]) ?? 0)) < 1e-6)
            #expect(Forecasts.number(day["expectedValue"]) == Forecasts.number(week["expectedValue"]))
        }
    }

    @Test("--as-of and --to leave later orders out") func days() throws {
        let text = Forecasts.orders((0..<240).map { ($0 % 40, $0 + $0 % 7, "10.00") })
        let asOf = try Forecasts.json(of: text, ["--as-of", "2025-06-01"])
        let to = try Forecasts.json(of: text, ["--to", "2025-06-01"])
        #expect(try asOf.string("asOf") == "2025-06-01")
        #expect(try asOf.int("lifetimeValue.customers") == to.int("lifetimeValue.customers"))
        #expect(try to.string("asOf") <= "2025-06-01")
        let later = try Forecasts.json(of: text, ["--to", "2025-06-01", "--as-of", "2025-12-01"])
        #expect(try later.string("asOf") == "2025-12-01")
        #expect(
            try later.double("lifetimeValue.expectedOrders") < asOf.double("lifetimeValue.expectedOrders")
        )
    }

    // MARK: The customers' file

    @Test("the customers' file says the same as the JSON") func file() throws {
        let folder = try Folder()
        let text = try CDNOWSample.orders.get()
        let table = try Forecasts.run(
            of: text, Self.calibration + ["--customers", "customers.csv"], in: folder)
        #expect(table.code == 0 && table.output.contains("Forecast: orders.csv"))
        let forecast = try Forecasts.json(of: text, Self.calibration)
        let rows = Forecasts.records(try folder.text("customers.csv"))
        let customers = try forecast.list("customers")
        #expect(rows.count == customers.count)
        let columns = [
            ("frequency", "frequency"), ("recency", "recency"), ("age", "age"),
            ("monetary_value", "monetaryValue"),
            ("p_alive", "pAlive"), ("expected_orders", "expectedOrders"), ("orders_lower", "ordersLower"),
            ("orders_upper", "ordersUpper"), ("expected_spend", "expectedSpend"),
            ("expected_value", "expectedValue"),
            ("value_lower", "lower"), ("value_upper", "upper"), ("value_at_stake", "valueAtStake"),
        ]
        for (row, customer) in zip(rows, customers) {
            #expect(row["customer"] == customer["id"] as? String && row["time_unit"] == "week")
            for (column, key) in columns {
                #expect(Double(try #require(row[column])) == Forecasts.number(customer[key]), "\(column)")
            }
        }
        let vips = rows.filter { $0["expected_vip"] == "yes" }
        #expect(!vips.isEmpty && vips.count < rows.count / 2)
        let value = { (rows: [[String: String]]) in
            rows.reduce(0) { $0 + (Double($1["expected_value"] ?? "") ?? .nan) }
        }
        #expect(value(vips) >= 0.5 * value(rows) && value(vips) < 0.52 * value(rows))
    }

    @Test("the customers' file on standard output, and the table on standard error")
    func standardOutput() throws {
        let run = try Program.run(["forecast", Reports.shop(), "--customers", "-"])
        #expect(run.code == 0 && run.output.hasPrefix("customer,frequency,recency,age,time_unit,"))
        #expect(run.errors.contains("What to expect"))
        let both = try Program.run(["forecast", Reports.shop(), "--customers", "-", "--json"])
        #expect(both.code == 64 && both.output.isEmpty)
        let over = try Forecasts.run(of: Reports.three, ["--customers", "orders.csv"])
        #expect(over.code == 64 && over.errors.contains("would overwrite"))
    }

    @Test("an identifier that a spreadsheet would run, quotes and escapes") func hostile() throws {
        let folder = try Folder()
        let ids = ["=1+1", "\"a\"\"b,c\"", "x\u{1B}[2J", "+48123"]
        let rows = (0..<80).map { "\(ids[$0 % 4]),2026-0\(1 + $0 / 20)-\(10 + $0 / 4 % 5 * 3),10.00\n" }
        let run = try Forecasts.run(
            of: "customer_id,date,amount\n" + rows.joined(), ["--customers", "customers.csv"], in: folder)
        #expect(run.code == 0 && !run.output.contains("\u{1B}"))
        let csv = try folder.text("customers.csv")
        for text in ["\r\n'=1+1,", "\r\n\"a\"\"b,c\",", "\r\nx\\u{1B}[2J,", "\r\n+48123,"] {
            #expect(csv.contains(text), "\(text)")
        }
        let forecast = try Forecasts.json(of: "customer_id,date,amount\n" + rows.joined())
        #expect(
            Set(try forecast.list("customers").compactMap { $0["id"] as? String })
                == ["=1+1", "a\"b,c", "x\u{1B}[2J", "+48123"])
    }

    // MARK: Golden files

    @Test("the table, the JSON and the help, byte for byte", arguments: Language.allCases)
    func golden(language: Language) throws {
        let folder = try Folder()
        try FileManager.default.copyItem(atPath: Reports.shop(), toPath: folder.path("shop.csv"))
        func run(_ arguments: [String]) throws -> String {
            let run = try Program.run(
                ["forecast"] + arguments + ["--lang", language.rawValue], in: folder)
            #expect(run.code == 0, "\(run.errors)")
            return run.output
        }
        let name = language.rawValue
        try GoldenFile("forecast.\(name).txt", in: .module).expect(
            run(["shop.csv", "--margin", "35%", "--as-of", "2025-01-20"]))
        try GoldenFile("help-forecast.\(name).txt", in: .module).expect(run(["--help"]))
        let json = try run(["shop.csv", "--json", "--model", "pareto-nbd", "--horizon", "8w"])
        // What differs by language stands before the weeks.
        let end = try #require(json.range(of: "  \"weeks\""))
        try GoldenFile("forecast.\(name).json", in: .module).expect(
            language == .english ? json : String(json[..<end.lowerBound]))
    }
}
