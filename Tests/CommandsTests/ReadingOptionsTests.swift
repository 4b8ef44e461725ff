import Foundation
import Testing

@Suite("Options that say how files are read")
struct ReadingOptionsTests {
    @Test("--column says what a column is") func column() throws {
        let text = "nr;who;when;how much\n1;ada;2026-01-05;10.50\n2;bob;2026-01-06;20.50\n"
        let without = try Reports.run(of: text)
        #expect(without.code == 1)
        #expect(without.errors.contains("--column"))
        let report = try Reports.json(
            of: text, ["--column", "customer=who", "--column", "date=when", "--column", "amount=how much"])
        #expect(try report.int("overview.customers") == 2)
        #expect(try report.cents("overview.grossRevenue") == 3_100)
    }

    @Test("a saved mapping reads the file again without options, to the same report") func mapping() throws {
        let folder = try Folder()
        try folder.write("orders.csv", "a,b,c,d\n1,ada,01/02/2026,10.50\n2,bob,03/02/2026,20.50\n")
        let options = [
            "--column", "order=a", "--column", "customer=b", "--column", "date=c", "--column", "amount=d",
            "--date-format", "dmy",
        ]
        let first = try Reports.json(["orders.csv", "--save-mapping", "mapping.json"] + options, in: folder)
        let again = try Reports.json(["orders.csv", "--mapping", "mapping.json"], in: folder)
        #expect(first.text == again.text)
        #expect(try first.string("asOf") == "2026-02-03")
    }

    @Test("a mapping saved from the shop gives the shop's report") func shopMapping() throws {
        let folder = try Folder()
        let first = try Reports.json(
            [Reports.shop(), "--save-mapping", "m.json", "--status", "on desk=exclude"], in: folder)
        let again = try Reports.json([Reports.shop(), "--mapping", "m.json"], in: folder)
        #expect(first.text == again.text)
        #expect(try folder.text("m.json").contains("\"on desk\" : \"exclude\""))
    }

    @Test("a mapping keeps every option that says what the file means") func everyOption() throws {
        let folder = try Folder()
        let text = """
            order_id;phone;date;kwota;tax;city
            1;601234567;2026-01-05T23:30:00Z;20,00;2,00;Łódź
            1;601234567;2026-01-05T23:30:00Z;20,00;2,00;Łódź
            2;+48601234567;2026-02-05T23:30:00Z;30,00;3,00;Łódź

            """
        try folder.write("orders.csv", bytes: try #require(text.data(using: .windowsCP1250)))
        let options = [
            "--amount-per", "line", "--currency", "PLN", "--time-zone", "Europe/Warsaw", "--encoding", "cp1250",
            "--amounts", "net", "--phone-country", "PL", "--column", "country=", "--status", "type:Abo=exclude",
        ]
        let first = try Reports.json(["orders.csv", "--save-mapping", "m.json"] + options, in: folder)
        #expect(try first.cents("overview.netRevenue") == 6_300)
        #expect(try first.string("asOf") == "2026-02-06" && first.string("input.timeZone") == "Europe/Warsaw")
        #expect(try first.string("currency") == "PLN" && first.int("overview.customers") == 1)
        let again = try Reports.json(["orders.csv", "--mapping", "m.json", "--save-mapping", "n.json"], in: folder)
        #expect(first.text == again.text)
        #expect(try folder.text("m.json") == folder.text("n.json"))
        #expect(try folder.text("m.json").contains("\"country\" : \"\""))
        let other = try Reports.json(
            [
                "orders.csv", "--mapping", "m.json", "--amount-per", "order", "--currency", "EUR", "--time-zone", "UTC",
                "--amounts", "gross",
            ], in: folder)
        #expect(try other.cents("overview.netRevenue") == 5_000)
        #expect(try other.string("currency") == "EUR" && other.string("asOf") == "2026-02-05")
    }

    @Test("of gross and shipping, the one that is not given stays as the mapping has it") func halfBasis() throws {
        let folder = try Folder()
        try folder.write(
            "orders.csv", "order_id,customer_id,date,total,tax,shipping\n1,7,2026-01-05,100.00,18.70,6.00\n")
        try folder.write("m.json", #"{"basis": {"gross": true, "shipping": false}}"#)
        let run = { (options: [String]) in
            try Reports.json(["orders.csv", "--mapping", "m.json"] + options, in: folder).cents("overview.netRevenue")
        }
        #expect(try run([]) == 9_400)
        #expect(try run(["--amounts", "net"]) == run(["--amounts", "net", "--shipping", "excluded"]))
        #expect(try run(["--shipping", "included"]) == 10_000)
    }

    @Test("a status that nobody knows is told as such with a saved mapping too") func unknownStatus() throws {
        let folder = try Folder()
        try folder.write(
            "orders.csv",
            "order_id,customer_id,date,amount,status\n1,7,2026-01-05,10.00,Umbo\n2,7,2026-01-05,10.00,paid\n")
        _ = try Reports.json(["orders.csv", "--save-mapping", "m.json"], in: folder)
        #expect(try !folder.text("m.json").contains("Umbo") && folder.text("m.json").contains("paid"))
        let again = try Program.run(["report", "orders.csv", "--mapping", "m.json"], in: folder)
        #expect(again.errors.contains("Umbo  1  count  it counts (not known)"))
    }

    @Test(
        "a mapping that is not understood is named",
        arguments: [
            ("{", "m.json: "), (#"{"columns": {"buyer": "b"}}"#, "buyer"), (#"{"colums": {}}"#, "colums"),
            (#"{"date-format": "dym"}"#, "dym"), (#"{"columns": 3}"#, "columns"),
            (#"{"encoding": "klingon"}"#, "windows-1250"), (#"{"time-zone": "Nowhere"}"#, "Europe/Warsaw"),
        ])
    func badMapping(mapping: String, words: String) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        try folder.write("m.json", mapping)
        let run = try Program.run(["report", "orders.csv", "--mapping", "m.json"], in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains("m.json: ") && run.errors.contains(words))
    }

    @Test("--status says what a status means") func status() throws {
        let rows = "order_id,customer_id,date,amount,status\n1,7,2026-01-05,10.00,on desk\n2,7,2026-02-05,20.00,paid\n"
        #expect(try Reports.json(of: rows).int("overview.orders") == 2)
        let excluded = try Reports.json(of: rows, ["--status", "on desk=exclude"])
        #expect(try excluded.int("overview.orders") == 1)
        #expect(try excluded.int("input.ignoredByReason.statusExcluded") == 1)
        let reversed = try Reports.json(of: rows, ["--status", "on desk=reverse"])
        #expect(try reversed.int("overview.orders") == 1)
        #expect(try reversed.int("overview.reversedOrders") == 1)
        let refund = try Reports.json(of: rows, ["--status", "On Desk=refund"])
        #expect(try refund.cents("overview.netRevenue") == 1_000)
    }

    @Test(
        "--amounts and --shipping choose the basis",
        arguments: [
            ([], 12_300), (["--amounts", "gross"], 12_300), (["--amounts", "net"], 10_000),
            (["--shipping", "excluded"], 11_300), (["--amounts", "net", "--shipping", "excluded"], 9_000),
        ])
    func basis(options: [String], cents: Int) throws {
        let text = """
            order_id,customer_id,date,total,tax,shipping
            1,7,2026-01-05,100.00,18.70,6.00
            2,7,2026-02-05,23.00,4.30,4.00

            """
        #expect(try Reports.json(of: text, options).cents("overview.netRevenue") == cents)
    }

    @Test(
        "--amount-per decides whether an amount is the order's or the line's",
        arguments: [("order", 5_000), ("line", 7_000)])
    func amountPer(owner: String, cents: Int) throws {
        let text = """
            order_id,customer_id,date,amount
            1,7,2026-01-05,20.00
            1,7,2026-01-05,20.00
            2,7,2026-02-05,30.00

            """
        #expect(try Reports.json(of: text, ["--amount-per", owner]).cents("overview.netRevenue") == cents)
    }

    @Test("--date-format ymd reads days of the year and weeks, which may as well be numbers", arguments: [true, false])
    func daysOfYear(isWeek: Bool) throws {
        let rows = (1...50).map { number in
            let two = number < 10 ? "0\(number)" : "\(number)"
            return "\(isWeek ? "2024-W\(two)-1" : "2024-0\(two)"),c\(number % 7),10.00\n"
        }
        let report = try Reports.json(of: "date,customer,amount\n" + rows.joined(), ["--date-format", "ymd"])
        #expect(try report.int("overview.orders") == 50)
        #expect(try report.string("asOf") == (isWeek ? "2024-12-09" : "2024-02-19"))
    }

    @Test(
        "--date-format decides what the column leaves open",
        arguments: [("dmy", "2026-02-01"), ("mdy", "2026-01-02")])
    func dateFormat(format: String, day: String) throws {
        let text = "order_id,customer_id,date,amount\n1,7,01/02/2026,10.00\n"
        let open = try Reports.run(of: text)
        #expect(open.code == 1)
        #expect(open.errors.contains("--date-format dmy"))
        #expect(try Reports.json(of: text, ["--date-format", format]).string("asOf") == day)
    }

    @Test("--decimal decides what the column leaves open", arguments: [("point", 123_400), ("comma", 123)])
    func decimal(mark: String, cents: Int) throws {
        let text = "order_id;customer_id;date;amount\n1;7;2026-01-05;1,234\n"
        let open = try Reports.run(of: text)
        #expect(open.code == 1)
        #expect(open.errors.contains("--decimal point"))
        #expect(try Reports.json(of: text, ["--decimal", mark]).cents("overview.netRevenue") == cents)
    }

    @Test("--currency names the currency, and without it the files' silence is told") func currency() throws {
        #expect(try Reports.json(of: Reports.three).string("currency") == "XXX")
        #expect(try Reports.run(of: Reports.three).errors.contains("Name it with --currency"))
        let yen = try Reports.run(of: Reports.three.replacing(".00", with: ""), ["--currency", "jpy", "--json"])
        #expect(!yen.errors.contains("--currency"))
        #expect(try JSONDocument(yen.output).string("currency") == "JPY")
        #expect(yen.output.contains("\"netRevenue\": 60,"))
    }

    @Test("--base-currency and --rates bring several currencies together") func rates() throws {
        let folder = try Folder()
        try folder.write(
            "orders.csv",
            "order_id,customer_id,date,amount,currency\n1,7,2026-01-05,10.00,EUR\n2,7,2026-01-10,100.00,PLN\n")
        try folder.write("rates.csv", "day,currency,rate\n2026-01-01,EUR,4.25\n2026-01-08,EUR,9\n")
        let mixed = try Program.run(["report", "orders.csv"], in: folder)
        #expect(mixed.code == 1)
        #expect(mixed.errors.contains("EUR") && mixed.errors.contains("--base-currency"))
        let report = try Reports.json(["orders.csv", "--base-currency", "PLN", "--rates", "rates.csv"], in: folder)
        #expect(try report.string("currency") == "PLN")
        #expect(try report.cents("overview.netRevenue") == 14_250)
    }

    @Test(
        "a rates file that is not understood is named with its line",
        arguments: [
            ("2026-01-01,EUR,4.25\n2026-01-02,EUR,x\n", "rates.csv: line 2"),
            ("\n", "rates.csv: the file has no rates"),
        ])
    func badRates(rates: String, message: String) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        try folder.write("rates.csv", rates)
        let run = try Program.run(
            ["report", "orders.csv", "--base-currency", "PLN", "--currency", "EUR", "--rates", "rates.csv"], in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains(message))
    }

    @Test(
        "--time-zone turns instants into the business's days",
        arguments: [
            ("UTC", "2026-01-05"), ("Europe/Warsaw", "2026-01-06"), ("America/New_York", "2026-01-05"),
            ("Asia/Vladivostok", "2026-01-06"),
        ])
    func timeZone(zone: String, day: String) throws {
        let text = "order_id,customer_id,date,amount\n1,7,2026-01-05T23:30:00Z,10.00\n"
        #expect(try Reports.json(of: text, ["--time-zone", zone]).string("asOf") == day)
    }

    @Test("--encoding says what the bytes mean") func encoding() throws {
        let folder = try Folder()
        let text = "order_id;klient;date;amount;city\n1;7;2026-01-05;10.00;Łódź\n"
        try folder.write("orders.csv", bytes: try #require(text.data(using: .windowsCP1250)))
        let cities = { (name: String) in
            try Reports.json(["orders.csv", "--encoding", name], in: folder).list("breakdowns.city")
                .compactMap { $0["value"] as? String }
        }
        #expect(try cities("windows-1250") == ["Łódź"])
        #expect(try cities("windows-1251") == ["Јуdџ"])
    }

    @Test("--max-rejected says how many rejected rows are too many") func maxRejected() throws {
        let good = (1...19).map { "\($0),7,2026-01-05,10.00\n" }.joined()
        let header = "order_id,customer_id,date,amount\n"
        // One in twenty is five per cent: at most that is allowed.
        let atLimit = try Reports.run(of: header + good + "20,7,2026-01-05,ten\n")
        #expect(atLimit.code == 0)
        #expect(atLimit.errors.contains("Rows rejected: 1 of 20"))
        #expect(atLimit.errors.contains("orders.csv, line 21: 20,7,2026-01-05,ten"))
        let text = header + good + "20,7,2026-01-05,ten\n21,7,soon,10.00\n"
        let beyond = try Reports.run(of: text)
        #expect(beyond.code == 1)
        #expect(beyond.output.isEmpty)
        #expect(beyond.errors.contains("unreadable date") && beyond.errors.contains("--max-rejected"))
        #expect(try Reports.json(of: text, ["--max-rejected", "10%"]).int("input.rejected") == 2)
        #expect(try Reports.run(of: header + good + "20,7,2026-01-05,ten\n", ["--max-rejected", "0"]).code == 1)
    }

    @Test("--phone-country completes numbers without a calling code") func phones() throws {
        let text = """
            order_id,phone,date,amount
            1,+48 601 234 567,2026-01-05,10.00
            2,601234567,2026-02-05,20.00

            """
        #expect(try Reports.json(of: text, ["--phone-country", "PL"]).int("overview.customers") == 1)
        #expect(try Reports.json(of: text, ["--phone-country", "US"]).int("overview.customers") == 2)
    }
}
