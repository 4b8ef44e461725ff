import Domain
import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("perennial backtest") struct BacktestTests {
    private static func cdnow() throws -> Folder {
        let folder = try Folder()
        try folder.write("cdnow_sample.csv", try RealOrders.cdnowSample())
        return folder
    }

    private static func run(_ arguments: [String], in folder: Folder) throws -> Run {
        try Program.run(["backtest"] + arguments, in: folder)
    }

    private static func json(_ arguments: [String]) throws -> JSONDocument {
        let run = try run(["cdnow_sample.csv", "--json"] + arguments, in: cdnow())
        try #require(run.code == 0, "\(run.errors)")
        return try JSONDocument(run.output)
    }

    // MARK: What it prints

    @Test("the verdict on CDNOW, byte for byte", arguments: Language.allCases) func cdnow(language: Language) throws {
        let arguments = ["--holdout", "39w", "--currency", "USD", "--lang", language.rawValue]
        let run = try Self.run(["cdnow_sample.csv"] + arguments, in: Self.cdnow())
        #expect(run.code == 0)
        try GoldenFile("backtest-cdnow.\(language.rawValue).txt", in: .module).expect(run.output)
    }

    @Test("the verdict on Online Retail, byte for byte", arguments: Language.allCases)
    func onlineRetail(language: Language) throws {
        let run = try Program.run([
            "backtest", RealOrders.onlineRetail, "--holdout", "100d", "--currency", "GBP", "--lang", language.rawValue,
        ])
        #expect(run.code == 0)
        try GoldenFile("backtest-retail.\(language.rawValue).txt", in: .module).expect(run.output)
    }

    @Test("the JSON of CDNOW, byte for byte") func goldenJSON() throws {
        let answer = try Self.json(["--holdout", "39w", "--currency", "USD"])
        try GoldenFile("backtest-cdnow.json", in: .module).expect(answer.text)
    }

    @Test("the help", arguments: Language.allCases) func help(language: Language) throws {
        let run = try Program.run(["backtest", "--help", "--lang", language.rawValue])
        try GoldenFile("help-backtest.\(language.rawValue).txt", in: .module).expect(run.output)
    }

    // MARK: JSON

    @Test("has the keys of the schema") func schema() throws {
        let answer = try Self.json(["--holdout", "39w", "--currency", "USD"])
        #expect(try answer.string("schema") == "perennial.backtest/1")
        #expect(try answer.string("cutoff") == "1997-09-30" && answer.string("asOf") == "1998-06-30")
        #expect(try answer.int("holdoutDays") == 273 && answer.int("customers") == 2_357)
        #expect(try answer.int("actualOrders") == 1_882 && answer.cents("actualValue") == 7_097_639)
        let names = try answer.list("forecasts").compactMap { $0["name"] as? String }
        #expect(names == ["nbd", "bg-nbd", "mbg-nbd", "pareto-nbd", "lastYear", "hiatus", "mean"])
        for path in ["verdict.orders.errorReduction", "verdict.orders.lower", "verdict.value.upper"] {
            #expect(answer[path] is NSNumber, "\(path)")
        }
        #expect(try answer.string("verdict.orders.verdict") == "model")
        #expect((answer["forecasts.3.orders.deciles"] as? [Any])?.count == 10)
        #expect((answer["forecasts.3.ordersByWeek"] as? [Any])?.count == 39)
        #expect((answer["weeks.lastDays"] as? [Any])?.count == 39)
        #expect(abs(try answer.double("forecasts.1.fit.parameters.alpha") - 4.4136) < 1e-3)
        #expect(abs(try answer.double("forecasts.1.orders.expected") / 1653.409 - 1) < 1e-3)
        #expect(try answer.int("hiatus.windowDays") == 136)
        #expect(try answer.int("input.rows") == answer.int("input.accepted"))
    }

    // MARK: Options

    @Test("--model tries what is named, once each; --time-unit tells times in it") func models() throws {
        let days = try Self.json(
            ["--holdout", "9m", "--model", "bg-nbd", "--model", "bg-nbd", "--model", "bg-bb", "--time-unit", "day"])
        let names = try days.list("forecasts").compactMap { $0["name"] as? String }
        #expect(names == ["bg-nbd", "bg-bb", "lastYear", "hiatus", "mean"])
        #expect(try days.string("timeUnit") == "day")
        let weeks = try Self.json(["--holdout", "9m", "--model", "bg-nbd"])
        let (inDays, inWeeks) = (
            try days.double("forecasts.0.fit.parameters.alpha"), try weeks.double("forecasts.0.fit.parameters.alpha")
        )
        #expect(abs(inDays / inWeeks - 7) < 1e-4)
    }

    @Test("without --holdout a quarter is held out; --as-of ends it") func defaults() throws {
        let answer = try Self.json([])
        #expect(try answer.int("holdoutDays") == 133)
        let earlier = try Self.json(["--as-of", "1998-01-31"])
        #expect(try earlier.string("asOf") == "1998-01-31")
        #expect(try earlier.int("holdoutDays") == 98)
    }

    @Test(
        "a duration is days, weeks, months or years",
        arguments: [
            ("26w", 182), ("180d", 180), ("1d", 1), ("6m", 183), ("12m", 365), ("1y", 365), ("10Y", 3_653),
            ("521w", 3_647), ("522w", nil), ("11y", nil), ("26", nil), ("w", nil), ("", nil), ("0w", nil), ("-5w", nil),
            ("1.5y", nil), ("26 w", nil), ("99999d", nil), ("٣w", nil), ("26W", 182),
        ] as [(String, Int?)])
    func duration(text: String, days: Int?) { #expect(DurationArgument(argument: text).days == days) }

    @Test(
        "says what is wrong with a duration, in each language",
        arguments: [
            ("en", "--holdout takes days, weeks, months or years"), ("pl", "--holdout przyjmuje dni"),
            ("ru", "--holdout принимает дни"),
        ])
    func wrongDuration(language: String, words: String) throws {
        for text in ["26", "-3w", "soon"] {
            let run = try Self.run(["x.csv", "--holdout", text, "--lang", language], in: Folder())
            #expect(run.code == 64)
            #expect(run.errors.contains(words) && run.errors.contains(text), "\(run.errors)")
        }
        let run = try Self.run(["x.csv", "--model", "magic", "--lang", language], in: Folder())
        #expect(run.code == 64 && run.errors.contains("mbg-nbd"))
    }

    // MARK: Where there is none

    @Test(
        "a holdout of everything, nobody who came again, no orders: code 1 and the reason",
        arguments: [
            ("en", "cannot be held out", "Customers who bought a second time: 0", "no orders"),
            ("pl", "nie można odłożyć", "Klienci, którzy kupili ponownie: 0", "nie ma zamówień"),
            ("ru", "отложить 90 дней нельзя", "Клиенты, купившие повторно: 0", "нет заказов"),
        ])
    func reasons(language: String, tooLong: String, nobody: String, none: String) throws {
        let folder = try Folder()
        try folder.write("three.csv", Reports.three)
        try folder.write("once.csv", "customer,date,amount\n1,2026-01-05,1\n2,2026-02-05,2\n3,2026-03-05,2\n")
        try folder.write("refund.csv", "customer,date,amount\n1,2026-01-05,-1.00\n2,2026-02-05,-2.00\n")
        for (file, holdout, words) in [("three", "90d", tooLong), ("once", "2w", nobody), ("refund", "2w", none)] {
            let run = try Self.run([file + ".csv", "--holdout", holdout, "--lang", language], in: folder)
            #expect(run.code == 1 && run.output.isEmpty)
            #expect(run.errors.replacing("\u{A0}", with: " ").contains(words), "\(run.errors)")
        }
    }
}
