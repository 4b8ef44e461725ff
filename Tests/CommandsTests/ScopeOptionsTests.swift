import Foundation
import Testing

@Suite("Options that choose what is looked at")
struct ScopeOptionsTests {
    @Test("--as-of and --to leave later orders out; --as-of alone is the day of the figures") func lastDay() throws {
        let asOf = try Reports.json(of: Reports.three, ["--as-of", "2026-02-05"])
        #expect(try asOf.string("asOf") == "2026-02-05")
        #expect(try asOf.int("input.ignoredByReason.afterAsOf") == 1)
        #expect(try asOf.int("overview.orders") == 2)
        let later = try Reports.json(of: Reports.three, ["--as-of", "2026-12-31"])
        #expect(try later.string("asOf") == "2026-12-31")
        #expect(try later.int("overview.orders") == 3)
        let to = try Reports.json(of: Reports.three, ["--to", "2026-01-31"])
        #expect(try to.string("asOf") == "2026-01-05")
        #expect(try to.int("overview.orders") == 1)
    }

    @Test("--from limits the periods shown and makes nobody new") func from() throws {
        let all = try Reports.json([Reports.shop()])
        let some = try Reports.json([Reports.shop(), "--from", "2024-07-01"])
        #expect(try some.string("newVsReturning.0.month") == "2024-07")
        #expect(try some.string("retention.monthly.0.period") == "2024-07")
        #expect(try some.int("overview.customers") == all.int("overview.customers"))
        let july = try #require(try all.list("newVsReturning").first { $0["month"] as? String == "2024-07" })
        #expect(try some.int("newVsReturning.0.newCustomers") == (july["newCustomers"] as? NSNumber)?.intValue)
    }

    @Test("--window is the window") func window() throws {
        let report = try Reports.json(of: Reports.three, ["--window", "1"])
        #expect(try report.int("activity.windowDays") == 1)
        #expect(report["activity.windowGiven"] as? Bool == true)
        #expect(try Reports.json(of: Reports.three)["activity.windowGiven"] as? Bool == false)
    }

    @Test(
        "--vip-share is the share that the VIP list brings", arguments: [("20%", 0.2), ("0,8", 0.8), ("0.805", 0.805)])
    func vipShare(argument: String, share: Double) throws {
        let report = try Reports.json([Reports.shop(), "--vip-share", argument])
        #expect(try report.double("vip.share") == share)
        let half = try Reports.json([Reports.shop()])
        #expect(try (report.int("vip.customers") < half.int("vip.customers")) == (share < 0.5))
    }

    @Test("--margin puts contribution beside revenue") func margin() throws {
        #expect(try Reports.json(of: Reports.three)["overview.contribution"] == nil)
        let report = try Reports.json(of: Reports.three, ["--margin", "40%"])
        #expect(try report.cents("overview.contribution") == 2_400)
    }

    @Test(
        "a share that is none is told with what the option takes",
        arguments: [
            (["--margin", "-1"], "The value '-1' is invalid for '--margin <share>'", "40%; 100% at most"),
            (["--margin", "150%"], "The value '150%' is invalid for '--margin <share>'", "40%; 100% at most"),
            (["--vip-share", "0"], "--vip-share takes more than 0% and at most 100%", "such as 50%"),
            (["--vip-share", "0.00%", "--lang", "pl"], "--vip-share przyjmuje więcej niż 0%", "50%"),
            (["--vip-share", "-20%", "--lang", "ru"], "--vip-share <доля> не принимает «-20%»", "VIP"),
            (["--window", "-1"], "--window takes 1 to 3650 days, not -1.", "Usage"),
        ])
    func wrongShares(options: [String], message: String, help: String) throws {
        let run = try Program.run(["report", "x"] + options)
        #expect(run.code == 64)
        #expect(run.errors.contains(message) && run.errors.contains(help))
    }

    @Test("--costs tells what winning a customer costs") func costs() throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.fromJanuary)
        try folder.write("costs.csv", "month,source,spend,new customers\n2026-01,,50.00,\n2026-02,,40.00,4\n")
        let report = try Reports.json(["orders.csv", "--costs", "costs.csv", "--margin", "50%"], in: folder)
        #expect(try report.cents("acquisition.0.spend") == 9_000)
        // One customer was won in January by the orders, four in February by the file's own count.
        #expect(try report.int("acquisition.0.newCustomers") == 5)
        #expect(try report.cents("acquisition.0.cac") == 1_800)
        #expect(try Reports.json(["orders.csv"], in: folder).list("acquisition").isEmpty)
    }

    @Test(
        "--costs reads the words and numbers of three languages",
        arguments: [
            "Miesiąc;Źródło;Koszt\n2026-01;Google;1 234,50\n", "месяц;источник;расходы\n2026-01;Google;1234,5 ₽\n",
            "\u{FEFF}Month\tSource\tSpend\r\n2026-01-31\tGoogle\t1234.50\r\n",
        ])
    func costsInThreeLanguages(costs: String) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.fromJanuary)
        try folder.write("costs.csv", costs)
        let report = try Reports.json(["orders.csv", "--costs", "costs.csv"], in: folder)
        let google = try #require(try report.list("acquisition").first { $0["source"] as? String == "Google" })
        #expect((google["spend"] as? NSNumber)?.doubleValue == 1_234.5)
    }

    @Test(
        "a costs file that is not understood is named with its line",
        arguments: [
            ("date,source,money\n1,2,3\n", "costs.csv: there is no column “month”"),
            ("month,spend\n2026-01,10\nMarch,20\n", "costs.csv: line 3: “March”"),
            ("month,spend\n2026-01,ten\n", "costs.csv: line 2: “ten”"),
            ("month,spend\n2026-01,-5\n", "costs.csv: line 2: “-5”"),
            ("month,spend,new customers\n2026-01,5,few\n", "costs.csv: line 2: “few”"),
        ])
    func badCosts(costs: String, message: String) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        try folder.write("costs.csv", costs)
        let run = try Program.run(["report", "orders.csv", "--costs", "costs.csv"], in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains(message))
    }

    @Test(
        "--where looks at a part of the rows",
        arguments: [
            (["country=DE"], ["DE"]), (["country!=PL"], ["DE", "CZ"]), (["country!=PL", "country!=DE"], ["CZ"]),
        ])
    func filters(conditions: [String], kept: [String]) throws {
        let shop = try String(contentsOfFile: Reports.shop(), encoding: .utf8)
        let countries = shop.split(separator: "\n").dropFirst().map { row in
            String(row.split(separator: ",", omittingEmptySubsequences: false)[8])
        }
        let report = try Reports.json([Reports.shop()] + conditions.flatMap { ["--where", $0] })
        #expect(try report.int("input.ignoredByReason.filtered") == countries.filter { !kept.contains($0) }.count)
    }

    @Test("--where names a column by its own name too, and says which there are") func filterColumns() throws {
        let byName = try Reports.json(of: Reports.three, ["--where", "customer_id=7"])
        #expect(try byName.int("overview.orders") == 2)
        let run = try Reports.run(of: Reports.three, ["--where", "shoe size=44"])
        #expect(run.code == 1)
        #expect(run.errors.contains("shoe size") && run.errors.contains("customer_id"))
    }
}
