import Domain
import Foundation
import Testing

@testable import Commands

@Suite("Text out of files")
struct HostileTextTests {
    /// Ids, statuses, column names, cities and a file name with escape sequences, bells, zero bytes, carriage returns,
    /// turned text and line separators.
    private static let name = "orders\u{1B}[31m\u{7}\u{202E}.csv"
    private static let text: String = {
        let rows = (100..<400).map { "\($0),\($0 % 5),2026-01-\($0 % 18 + 10),10.00,paid,Warszawa,PLN\n" }.joined()
        return "nr,klient,data,kwota,status,mia\u{1B}sto,waluta\n" + rows + """
            901,a\u{1B}]0;x\u{7},2026-01-05,10.00,ok\u{1B}[2J,War\u{202E}szawa,PLN
            902,b\u{2028}c,2026-01-06,20.00,paid\u{9B}2J,Ł\u{9B}ódź,PLN
            9\u{1B}3,b\u{2028}d,2026-01-06,20.00,paid,Łódź\u{7F},PLN
            9\u{1B}3,7,2026-01-06,20.00,paid,"a\r\nb\rc",PLN
            904,x\u{0}y,2026-01-06,20.00,paid,z,PLN
            905,"x\ry\u{1B}",2026-0\u{1B}1-06,20.00,paid,z,PLN

            """
    }()

    /// Control characters and their like, apart from what parts lines and columns of text.
    private static func commands(in text: String) -> [String] {
        let text = text.replacing("\r\n", with: "\n")
        return text.unicodeScalars.filter { VisibleText.isCommand($0) && $0 != "\n" && $0 != "\t" }.map {
            "U+" + String($0.value, radix: 16)
        }
    }

    @Test("does not command the terminal, the page or a table, in any language", arguments: Language.allCases)
    func outputs(language: Language) throws {
        let folder = try Folder()
        try folder.write(Self.name, Self.text)
        let arguments = ["report", Self.name, "--encoding", "utf-8", "--lang", language.rawValue]
        let files = ["--html", "page.html", "--customers", "customers.csv", "--rejects", "rejects.csv"]
        let run = try Program.run(arguments + files, in: folder)
        #expect(run.code == 0)
        let json = try Program.run(arguments + ["--json", "--save-mapping", "mapping.json"], in: folder)
        for (place, text) in [
            ("output", run.output), ("errors", run.errors), ("JSON", json.output),
            ("page", try folder.text("page.html")), ("customers", try folder.text("customers.csv")),
            ("rejects", try folder.text("rejects.csv")), ("mapping", try folder.text("mapping.json")),
        ] {
            #expect(Self.commands(in: text).isEmpty, "\(place)")
        }
        // The mapping reads the file again, to the same report.
        let again = try Program.run(arguments + ["--json", "--mapping", "mapping.json"], in: folder)
        #expect(again.output == json.output)
        // The attack is shown as what it is.
        #expect(run.output.contains("orders\\u{1B}[31m\\u{7}\\u{202E}.csv"))
        #expect(run.errors.contains("ok\\u{1B}[2J") && run.errors.contains("Ł\\u{9B}ódź"))
        #expect(run.errors.contains("9\\u{1B}3") && run.errors.contains("#6"))
        let page = try folder.text("page.html")
        #expect(page.contains("War\\u{202E}szawa") && page.contains("mia\\u{1B}sto"))
    }

    @Test("comes whole out of the tables and the JSON") func lossless() throws {
        let folder = try Folder()
        try folder.write(Self.name, Self.text)
        let arguments = [Self.name, "--encoding", "utf-8", "--customers", "customers.csv", "--rejects", "rejects.csv"]
        let report = try Reports.json(arguments, in: folder)
        #expect(report["input.files"] as? [String] == [Self.name])
        let cities = try report.list("breakdowns.city").compactMap { $0["value"] as? String }
        #expect(cities.contains("War\u{202E}szawa") && cities.contains("Łódź\u{7F}"))
        let customers = try folder.text("customers.csv")
        #expect(customers.contains("\na\\u{1B}]0;x\\u{7},") || customers.contains("\r\na\\u{1B}]0;x\\u{7},"))
        #expect(customers.contains("b\\u{2028}c,") && customers.contains("b\\u{2028}d,"))
        let rejects = try folder.text("rejects.csv")
        #expect(rejects.contains(#",307,zeroByte,"904,x\u{0}y,"#))
        #expect(rejects.contains(#"unreadableDate,"905,""x\u{D}y\u{1B}"",2026-0\u{1B}1-06,"#))
    }

    @Test("a backslash of the file stays one, and an escape that it writes itself is told apart")
    func backslash() throws {
        let folder = try Folder()
        let customers = ["SHOP\\ada", #"a\u{1B}"#, "a\u{1B}"] + [String](repeating: "7", count: 90)
        let rows = customers.enumerated().map { "\($0 + 1),\($1),2026-01-05,1.00\n" }
        try folder.write("orders.csv", "nr,klient,data,kwota\n" + rows.joined())
        #expect(try Program.run(["report", "orders.csv", "--customers", "c.csv"], in: folder).code == 0)
        let ids = try folder.text("c.csv").split(whereSeparator: \.isNewline).map { $0.split(separator: ",")[0] }
        #expect(Set(ids) == ["customer", "SHOP\\ada", #"a\u{5C}u{1B}"#, #"a\u{1B}"#, "7"])
    }

    @Test(
        "a name or a value that was typed does not command the terminal either",
        arguments: [
            ["no\u{1B}[31m.csv"], ["orders.csv", "--as-of", "x\u{1B}[31m"], ["orders.csv", "--lang", "\u{9B}"],
            ["orders.csv", "--where", "a\u{1B}=1"], ["orders.csv", "--column", "customer=\u{1B}[31m"],
            ["orders.csv", "--sheet", "\u{1B}"], ["orders.csv", "--mapping", "\u{1B}"],
            ["orders.csv", "--html", "no/\u{7}/x"], ["orders.csv", "--\u{1B}"],
            ["orders.csv", "--time-zone", "\u{202E}"], ["orders.csv", "--status", "\u{1B}=x"],
        ])
    func arguments(arguments: [String]) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        for language in Language.allCases {
            let run = try Program.run(["report"] + arguments, environment: ["LANG": language.rawValue], in: folder)
            #expect(run.code != 0 && run.hasExited)
            #expect(Self.commands(in: run.errors + run.output).isEmpty)
            #expect(run.errors.contains("\\u{"))
        }
    }
}
