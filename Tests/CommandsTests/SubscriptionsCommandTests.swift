import Domain
import Foundation
import TestSupport
import Testing

@Suite("The command subscriptions") struct SubscriptionsCommandTests {
    private static func file(_ name: String, _ type: String) throws -> String {
        try #require(Bundle.module.url(forResource: name, withExtension: type, subdirectory: "Data")).path
    }

    private static func run(of text: String, _ arguments: [String] = []) throws -> Run {
        let folder = try Folder()
        try folder.write("subs.csv", text)
        return try Program.run(["subscriptions", "subs.csv"] + arguments, in: folder)
    }

    // MARK: A small file, computed by hand

    @Test("tells a small file in every language", arguments: Language.allCases) func screen(language: Language) throws {
        let run = try Program.run(
            [
                "subscriptions", Self.file("boxes", "csv"), "--as-of", "2025-05-31", "--lang", language.rawValue,
                "--name", "Boxes",
            ])
        #expect(run.code == 0)
        try GoldenFile("subscriptions.\(language.rawValue).txt", in: .module).expect(run.output)
        let columns = run.errors.split(separator: "\n").dropFirst().joined(separator: "\n")
        try GoldenFile("subscriptions-said.\(language.rawValue).txt", in: .module).expect(columns + "\n")
    }

    @Test("tells a small file as JSON") func json() throws {
        let folder = try Folder()
        try FileManager.default.copyItem(atPath: Self.file("boxes", "csv"), toPath: folder.path("boxes.csv"))
        let run = try Program.run(["subscriptions", "boxes.csv", "--as-of", "2025-05-31", "--json"], in: folder)
        try GoldenFile("subscriptions.json", in: .module).expect(run.output)
        // By hand: two customers pay 20 at the end of January. February: cyd 240 a year is 20 a month, dan 10, fay 13 a
        // week is 13 × 52 / 12 = 56.33. March: dan from 10 to 30 and ada 5 more, bob leaves; eve comes and goes. April:
        // bob is back, dan leaves, fay takes 10 more, ada gives up 5. May: fay gives up the box.
        let document = try JSONDocument(run.output)
        func row(_ place: Int) throws -> [Int] {
            try ["start", "new", "wonBack", "expansion", "contraction", "lost", "end"].map {
                try document.cents("mrr.monthly.\(place).\($0)")
            }
        }
        #expect(try row(0) == [0, 2_000, 0, 0, 0, 0, 2_000])
        #expect(try row(1) == [2_000, 8_633, 0, 0, 0, 0, 10_633])
        #expect(try row(2) == [10_633, 0, 0, 2_500, 0, 1_000, 12_133])
        #expect(try row(3) == [12_133, 0, 1_000, 1_000, 500, 3_000, 10_633])
        #expect(try row(4) == [10_633, 0, 0, 0, 5_633, 0, 5_000])
        #expect(try document.int("customers.monthly.2.cameAndWent") == 1)
        #expect(try document.double("retention.monthly.3.grossRevenue") == 0.711531)
        #expect(try document.double("retention.monthly.3.netRevenue") == 0.79395)
        #expect(try document.double("retention.monthly.3.logo") == 0.75)
        #expect(document["retention.monthly.0.logo"] == nil)
    }

    @Test("the page needs nobody, and every class that it uses is in its stylesheet", arguments: Language.allCases)
    func page(language: Language) throws {
        let run = try Program.run(
            [
                "subscriptions", Self.file("subscriptions", "csv"), "--as-of", "2026-03-18", "--html", "-", "--lang",
                language.rawValue, "--name", "Box & <Sons>",
            ])
        #expect(run.code == 0)
        let page = run.output
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"))
        for forbidden in ["<script", " style=", "http", "@import", "src=", "url(//", "<link", "<Sons>", "NaN"] {
            #expect(!page.contains(forbidden), "\(forbidden)")
        }
        let parts = page.components(separatedBy: "</style>")
        let used = Set(
            parts[1].matches(of: /class="([^"]*)"/).flatMap { $0.1.split(separator: " ").map(String.init) })
        for name in used { #expect(parts[0].contains("." + name), ".\(name)") }
        for id in ["pulse", "mrr", "retention", "survival", "value", "plans", "cohorts", "reasons", "method"] {
            #expect(page.contains("<section id=\"\(id)\"") && page.contains("<a href=\"#\(id)\">"), "\(id)")
        }
        // Each chart has a title, a text alternative and its data.
        for figure in page.components(separatedBy: "<figure id=").dropFirst() {
            let own = figure.components(separatedBy: "</details>")[0]
            #expect(own.contains("<h3>") && own.contains("role=\"img\" aria-label=\"") && own.contains("<td"))
        }
    }

    // MARK: A large file, computed elsewhere

    /// Every number of the reference that the document must have too: path, value, tolerance.
    @Test("says what an independent computation says") func reference() throws {
        let given = try Program.run(
            [
                "subscriptions", Self.file("subscriptions", "csv"), "--as-of", "2026-03-18", "--currency", "EUR",
                "--json",
            ])
        let document = try JSONDocument(given.output)
        let reference = try JSONDocument(
            String(contentsOfFile: Self.file("subscriptions", "json"), encoding: .utf8))
        func expectEqual(_ path: String, _ other: String? = nil, tolerance: Double = 1e-6) throws {
            let (ours, theirs) = (document[other ?? path], reference[path])
            if let text = theirs as? String {
                // Money and names; money is written without quotes.
                let number = (ours as? NSNumber).map { String(format: "%.2f", $0.doubleValue) }
                #expect(ours as? String == text || number == text, "\(path)")
            } else if let number = theirs as? NSNumber {
                let value = try #require((ours as? NSNumber)?.doubleValue, "\(path)")
                #expect(abs(value - number.doubleValue) <= tolerance * max(1, abs(number.doubleValue)), "\(path)")
            } else {
                #expect(theirs == nil && ours == nil, "\(path)")
            }
        }
        for key in ["customers", "active", "wonBack", "activeSubscriptions", "mrr"] {
            try expectEqual("overview." + key)
        }
        try expectEqual("overview.free", "input.freeSubscriptions")
        try expectEqual("overview.endedAtOnce", "input.endedAtOnce")
        for key in ["months", "grossRevenue", "netRevenue", "logo"] {
            try expectEqual("meanMonth." + key, "overview.meanMonth." + key)
        }
        for key in ["from", "customers", "stayed", "grossRevenue", "netRevenue"] {
            try expectEqual("trailingYear." + key, "overview.trailingYear." + key)
        }
        for unit in ["monthly", "yearly"] {
            #expect(try reference.list(unit).count == document.list("mrr." + unit).count)
            for place in try reference.list(unit).indices {
                for key in ["period", "grossRevenue", "netRevenue", "logo"] {
                    try expectEqual("\(unit).\(place).\(key)", "retention.\(unit).\(place).\(key)")
                }
                for table in ["mrr", "customers"] {
                    for key in try #require(reference["\(unit).\(place).\(table)"] as? [String: Any]).keys {
                        try expectEqual("\(unit).\(place).\(table).\(key)", "\(table).\(unit).\(place).\(key)")
                    }
                }
            }
        }
        #expect(try reference.list("survival").count == document.list("survival").count)
        for place in try reference.list("survival").indices {
            for key in ["period", "atRisk", "lost", "share", "lower", "upper", "lower95", "upper95"] {
                try expectEqual("survival.\(place).\(key)")
            }
        }
        for (model, keys) in [("sbg", ["alpha", "beta"]), ("bdw", ["alpha", "beta", "c"])] {
            for key in keys { try expectEqual("models.\(model).parameters.\(key)", tolerance: 1e-3) }
            try expectEqual("models.\(model).logLikelihood")
        }
        try expectEqual("sbgValue.discountedPeriods", "models.sbg.discountedPeriods", tolerance: 1e-4)
        #expect(try document.string("clv.model") == "sbg")
        for key in ["newCustomer", "activeCustomers"] {
            try expectEqual("sbgValue." + key, "clv." + key, tolerance: 1e-4)
        }
        for (unit, place) in [("month", "monthly"), ("year", "yearly")] {
            for cohort in try reference.list("cohorts." + unit).indices {
                let (theirs, ours) = ("cohorts.\(unit).\(cohort)", "byCohort.\(place).\(cohort)")
                for key in ["cohort", "customers"] { try expectEqual("\(theirs).\(key)", "\(ours).\(key)") }
                #expect(document[ours + ".active"] as? [Int] == reference[theirs + ".active"] as? [Int])
                let money = (document[ours + ".mrr"] as? [NSNumber])?.map { String(format: "%.2f", $0.doubleValue) }
                #expect(money == reference[theirs + ".mrr"] as? [String], "\(theirs)")
                try expectEqualValue(document[ours + ".clv"], reference[theirs + ".clv"])
            }
        }
        try expectGroups(document, reference)
    }

    /// What a new customer of a group is worth, or that it is not known.
    private func expectEqualValue(_ ours: Any?, _ theirs: Any?) throws {
        guard let theirs = theirs as? [String: Any] else {
            #expect(!(ours is [String: Any]))
            return
        }
        let ours = try #require(ours as? [String: Any])
        #expect(ours["model"] as? String == theirs["model"] as? String)
        for (key, tolerance) in [("meanPerPeriod", 0.005), ("newCustomer", 0.02)] {
            let pair = [ours, theirs].compactMap { ($0[key] as? NSNumber)?.doubleValue }
            #expect(pair.count == 2 && abs(pair[0] - pair[1]) <= tolerance + 1e-9, "\(key): \(pair)")
        }
    }

    /// Plans and reasons, which the two have in different orders.
    private func expectGroups(_ document: JSONDocument, _ reference: JSONDocument) throws {
        func name(_ group: [String: Any], _ key: String) -> String { group[key] as? String ?? "" }
        let plans = Dictionary(uniqueKeysWithValues: try document.list("byPlan").map { (name($0, "plan"), $0) })
        for plan in try reference.list("byPlan") {
            let ours = try #require(plans[name(plan, "plan")])
            for key in ["activeCustomers", "activeSubscriptions", "began", "beganAndActive"] {
                #expect(ours[key] as? Int == plan[key] as? Int, "\(key)")
            }
            #expect((ours["mrr"] as? NSNumber).map { String(format: "%.2f", $0.doubleValue) } == plan["mrr"] as? String)
            try expectEqualValue(ours["clv"], plan["clv"])
            let steps = try #require(ours["survival"] as? [[String: Any]])
            let expected = try #require(plan["survival"] as? [[NSNumber]])
            #expect(steps.count == expected.count)
            for (step, values) in zip(steps, expected) {
                for (key, value) in zip(["period", "share", "lower", "upper"], values) {
                    let ours = try #require((step[key] as? NSNumber)?.doubleValue)
                    #expect(abs(ours - value.doubleValue) < 1e-6)
                }
            }
        }
        let reasons = Dictionary(uniqueKeysWithValues: try document.list("byReason").map { (name($0, "reason"), $0) })
        for reason in try reference.list("byReason") {
            let ours = try #require(reasons[name(reason, "reason")])
            for key in ["lost", "cameBack", "medianTenure"] { #expect(ours[key] as? Int == reason[key] as? Int) }
        }
    }

    @Test("groups are told with what their customers are worth, where that is known", arguments: Language.allCases)
    func groupValues(language: Language) throws {
        for (arguments, dashes) in [([], 1), (["--margin", "50%"], 1)] {
            let run = try Program.run(
                [
                    "subscriptions", Self.file("subscriptions", "csv"), "--as-of", "2026-03-18", "--currency", "EUR",
                    "--lang", language.rawValue,
                ] + arguments)
            #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
            // Of the years of start the last one is too young.
            let years = run.output.split(separator: "\n").filter { $0.hasPrefix("  202") && $0.contains("%") }
            #expect(years.suffix(4).count { $0.hasSuffix("–") } == dashes)
            let plan = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("  Start  ") })
            let value = arguments.isEmpty ? "577" : "288"
            #expect(plan.contains(value), "\(plan)")
        }
    }

    // MARK: Published data

    /// The published cohorts as files of subscriptions: all start on one day, and each year so many end. Fader and Hardie
    /// (2007), “How to Project Customer Retention”, Journal of Interactive Marketing 21(1), tables 1 and 2.
    @Test(
        "gives published cohorts their published parameters",
        arguments: [
            ([1000, 631, 468, 382, 326, 289, 262, 241], 0.704, 1.182, -1680.3),
            ([1000, 869, 743, 653, 593, 551, 517, 491], 0.668, 3.806, -1611.2),
        ])
    func published(survivors: [Int], alpha: Double, beta: Double, logLikelihood: Double) throws {
        var text = "subscriber;plan;start;end;annual fee\n"
        for customer in 0..<1_000 {
            let left = survivors.firstIndex { $0 <= customer }
            text += "m\(customer);member;01.07.2001;\(left.map { "01.07.\(2001 + $0)" } ?? "");120,00\n"
        }
        let run = try Self.run(of: text, ["--as-of", "2008-07-01", "--json", "--tenure", "year"])
        let document = try JSONDocument(run.output)
        #expect(abs(try document.double("models.sbg.parameters.alpha") - alpha) < 0.0005)
        #expect(abs(try document.double("models.sbg.parameters.beta") - beta) < 0.0005)
        #expect(abs(try document.double("models.sbg.logLikelihood") - logLikelihood) < 0.05)
        #expect(try document.list("models.sbg.forecast").count == 12)
        #expect(try document.cents("overview.meanMRR") == 1_000)
    }

    // MARK: Bad input

    private static let header = "customer,plan,started,ended,amount,period,reason\n"
    private static let good = (0..<30).map { "c\($0),Pro,2026-01-0\($0 % 9 + 1),2026-03-0\($0 % 9 + 1),10.00,month,\n" }
        .joined()

    @Test("writes rejected rows with file, line, reason and text, and goes on below five percent") func rejects() throws
    {
        let folder = try Folder()
        let bad = "c1,Pro,2026-01-05,2026-01-01,10.00,month,\n"
        try folder.write("subs.csv", Self.header + Self.good + bad)
        let run = try Program.run(["subscriptions", "subs.csv", "--rejects", "bad.csv", "--json"], in: folder)
        #expect(run.code == 0)
        #expect(
            try folder.text("bad.csv")
                == "file,line,reason,text\n\"subs.csv\",32,endBeforeStart,\"\(bad.dropLast())\"\n")
        let document = try JSONDocument(run.output)
        #expect(try document.int("input.rows") == 31 && document.int("input.accepted") == 30)
        #expect(try document.int("input.rejectedByReason.endBeforeStart") == 1)
    }

    @Test("gives no figures beyond five percent, unless more are allowed", arguments: Language.allCases)
    func tooMany(language: Language) throws {
        let text = Self.header + Self.good + String(repeating: "c1,Pro,2026-01-05,,,month,\n", count: 3)
        let run = try Self.run(of: text, ["--json", "--lang", language.rawValue])
        #expect(run.code == 1 && run.output.isEmpty)
        #expect(run.errors.contains("--max-rejected"))
        #expect(try Self.run(of: text, ["--json", "--max-rejected", "10%"]).code == 0)
    }

    private static let failing: [(text: String, arguments: [String], message: String)] = [
        ("", [], "the file is empty"), ("customer,started,amount\n", [], "no row below it"),
        ("plan,started,amount\nPro,2026-01-05,1\n", [], "--column customer="),
        ("customer,started,amount\n7,03/04/2026,1\n", [], "--date-format dmy or --date-format mdy"),
        ("customer,started,amount,currency\n7,2026-01-05,1,EUR\n8,2026-01-05,1,USD\n", [], "--base-currency"),
        ("customer,started,amount,currency\n7,2026-01-05,1,EUR\n", ["--base-currency", "PLN"], "--rates FILE"),
        ("customer,started,amount\n7,2026-01-05,1\n", ["--as-of", "2025-01-01"], "No row tells of a subscription"),
        ("customer,started,amount\n7,2026-01-05,1\n", ["--column", "plan=Tarif"], "no column “Tarif”"),
    ]

    @Test("says what is wrong and what to do", arguments: failing)
    func fails(text: String, arguments: [String], message: String) throws {
        let run = try Self.run(of: text, arguments)
        #expect(run.code == 1 && run.output.isEmpty)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(!run.errors.contains("--where"))
    }

    @Test(
        "misuse ends with 64",
        arguments: [
            ["--discount", "0"], ["--discount", "101%"], ["--margin", "2"], ["--tenure", "decade"],
            ["--period", "often"],
            ["--column", "start=x"], ["--column", "started"], ["--as-of", "yesterday"], ["--rates", "r.csv"],
            ["--json", "--rejects", "-"], ["--customers", "x"],
        ])
    func misuse(arguments: [String]) throws {
        #expect(try Self.run(of: Self.header + Self.good, arguments).code == 64)
    }

    @Test("discount and margin are told as they were given", arguments: Language.allCases)
    func givenShares(language: Language) throws {
        for (discount, margin) in [("12.5", "37.5"), ("0.01", "99.99"), ("8", "70")] {
            let run = try Program.run(
                [
                    "subscriptions", Self.file("boxes", "csv"), "--as-of", "2025-05-31", "--lang", language.rawValue,
                    "--discount", discount + "%", "--margin", margin + "%",
                ])
            let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for share in [discount, margin] {
                let told = language == .english ? share : share.replacing(".", with: ",")
                #expect(text.contains(language == .russian ? told + " %" : told + "%"), "\(told)")
            }
        }
        let run = try Self.run(of: Self.header + Self.good, ["--discount", "0.0001%", "--lang", "en"])
        #expect(run.code == 64 && run.errors.contains("0.01% to 100%, in steps of 0.01%"))
    }

    @Test("refuses to write over the file that it reads") func overwrite() throws {
        let run = try Self.run(of: Self.header + Self.good, ["--rejects", "subs.csv"])
        #expect(run.code == 64 && run.errors.contains("would overwrite"))
    }

    @Test("brings money together by the rates of the start") func rates() throws {
        let folder = try Folder()
        try folder.write("subs.csv", "customer,started,amount,currency\n7,2026-01-05,10,EUR\n8,2026-02-05,10,PLN\n")
        try folder.write("rates.csv", "2026-01-01,EUR,4.20\n")
        let run = try Program.run(
            ["subscriptions", "subs.csv", "--base-currency", "PLN", "--rates", "rates.csv", "--json"], in: folder)
        #expect(try JSONDocument(run.output).cents("overview.mrr") == 5_200)
    }

    @Test("reads standard input and other encodings as report does") func input() throws {
        let text =
            "klient;plan;od;do;kwota;powód\nżółw;Mały;2026-01-05;;10,00 zł;\nkot;Duży;2026-01-06;2026-03-01;20,00 zł;drożyzna\n"
        let data = try #require(text.data(using: .windowsCP1250))
        let run = try Program.run(["subscriptions", "-", "--json"], input: data)
        let document = try JSONDocument(run.output)
        #expect(try document.string("currency") == "PLN" && document.string("byReason.0.reason") == "drożyzna")
        #expect(Set(try document.list("byPlan").compactMap { $0["plan"] as? String }) == ["Mały", "Duży"])
    }

    /// Words that compare two models, and words of the one that is there.
    private static let saidOfModels: [(language: Language, better: String, alone: String)] = [
        (.english, "fits better", "BdW takes 3 observed periods or more."),
        (.polish, "Lepiej pasuje", "BdW wymaga co najmniej 3 okresów obserwacji."),
        (.russian, "Лучше подходит", "Для BdW нужно не меньше 3 периодов наблюдений."),
    ]

    @Test("a model is said to fit better only where there are two", arguments: saidOfModels)
    func models(language: Language, better: String, alone: String) throws {
        let rows = (0..<40).map { "c\($0),Pro,2026-01-05,\($0 < 20 ? "2026-0\(2 + $0 % 3)-05" : ""),10.00,month,\n" }
        for (asOf, isAlone) in [("2026-03-20", true), ("2026-05-20", false)] {
            for answer in [[], ["--html", "-"]] {
                let run = try Self.run(
                    of: Self.header + rows.joined(), ["--as-of", asOf, "--lang", language.rawValue] + answer)
                let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(text.contains(alone) == isAlone && text.contains(better) != isAlone)
            }
        }
    }

    @Test("a price that rounds to nothing a month is told apart from none", arguments: Language.allCases)
    func smallPrices(language: Language) throws {
        let small = "a,P,2026-01-05,,0.05,year,\nb,P,2026-01-05,,0.000001,month,\nc,P,2026-01-05,,0,month,\n"
        for (rows, isAnybody) in [(small, false), (small + "d,P,2026-01-05,,10.00,month,\n", true)] {
            let document = try JSONDocument(Self.run(of: Self.header + rows, ["--json"]).output)
            #expect(try document.int("input.freeSubscriptions") == 1 && document.int("input.roundedToNothing") == 2)
            #expect(try document.int("overview.customers") == (isAnybody ? 1 : 0))
            for answer in [[], ["--html", "-"]] {
                let run = try Self.run(of: Self.header + rows, ["--lang", language.rawValue] + answer)
                let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                let said = Phrase(
                    en: "rounds to nothing a month: 2.", pl: "zaokrągla się do zera: 2.", ru: "округляется до нуля: 2.")
                let free = Phrase(en: "without a price: 1.", pl: "bez ceny: 1.", ru: "без цены: 1.")
                let nobody = Phrase(en: "once it is rounded", pl: "po zaokrągleniu", ru: "после округления")
                #expect(text.contains(said[language]) && text.contains(free[language]))
                #expect(text.contains(nobody[language]) != isAnybody)
            }
        }
    }

    @Test("names that command a terminal are made visible") func hostile() throws {
        let text = Self.header + "a,\u{202E}red,2026-01-05,2026-02-01,10,month,\u{2067}x\nb,p,2026-01-05,,10,month,\n"
        for arguments in [[], ["--json"], ["--html", "-"]] {
            let run = try Self.run(of: text, arguments)
            #expect(run.code == 0)
            for command in ["\u{202E}", "\u{2067}"] {
                #expect(!run.output.contains(command) && !run.errors.contains(command))
            }
        }
    }

    @Test("money is written exactly: no exponent, as many decimals as the currency has") func decimals() throws {
        let text = "customer,started,amount,currency\n7,2026-01-05,99999999999.99,EUR\n8,2026-01-05,0.01,EUR\n"
        let run = try Self.run(of: text, ["--json"])
        #expect(run.output.contains("\"mrr\": 100000000000.00"))
        let yen = try Self.run(of: "customer,started,amount,currency\n7,2026-01-05,1000,JPY\n", ["--json"])
        #expect(yen.output.contains("\"mrr\": 1000,"))
    }

    @Test("no figure is NaN or infinite, whatever is in the file", arguments: [1, 2, 3, 40]) func finite(customers: Int)
        throws
    {
        for end in ["", "2026-01-05", "2026-02-05", "2026-03-05"] {
            let rows = (0..<customers).map { "c\($0),Pro,2026-01-05,\(end),10.00,month,\n" }.joined()
            for arguments in [["--json"], ["--json", "--as-of", "2026-04-30"], ["--as-of", "2027-04-30"]] {
                let run = try Self.run(of: Self.header + rows, arguments)
                #expect(run.code == 0)
                for word in ["nan", "NaN", "inf\"", ": inf", "∞"] { #expect(!run.output.contains(word)) }
            }
        }
    }

    @Test("help has every option in every language", arguments: Language.allCases) func help(language: Language) throws
    {
        let run = try Program.run(["subscriptions", "--help", "--lang", language.rawValue])
        #expect(run.code == 0)
        try GoldenFile("help-subscriptions.\(language.rawValue).txt", in: .module).expect(run.output)
    }
}
