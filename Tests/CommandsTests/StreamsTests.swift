import Domain
import Foundation
import Testing

@Suite("Exit codes and streams")
struct StreamsTests {
    @Test("0 for an answer, which alone stands on standard output") func done() throws {
        let run = try Program.run(["report", Reports.shop()])
        #expect(run.code == 0)
        #expect(run.output.contains("Net revenue") && !run.output.contains("order_id"))
        #expect(run.errors.contains("order_id") && !run.errors.contains("Net revenue"))
    }

    @Test("1 when the data is at fault, with nothing on standard output") func failed() throws {
        let run = try Program.run(["report", "nowhere.csv"])
        #expect(run.code == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("nowhere.csv"))
    }

    @Test(
        "64 for misuse, with nothing on standard output",
        arguments: [
            ["report"], ["reprt"], ["report", "x", "--jsn"], ["report", "x", "--as-of", "yesterday"],
            ["report", "x", "--window", "0"], ["report", "x", "--vip-share", "120%"],
            ["report", "x", "--vip-share", "0"], ["report", "x", "--margin", "-1"], ["report", "x", "--window", "-1"],
            ["report", "x", "--html", "-", "--json"], ["report", "x", "--customers", "-", "--rejects", "-"],
            ["report", "x", "--where", "country"], ["report", "x", "--column", "buyer=Name"],
            ["report", "x", "--column", "customer"], ["report", "x", "--status", "Paid=maybe"],
            ["report", "x", "--time-zone", "Mars"], ["report", "x", "--rates", "r.csv"],
            ["report", "x", "--lang", "de"],
            ["report", "x", "--from", "2026-02-01", "--to", "2026-01-01"], ["report", "x", "--html", "./x"],
            ["report", "x", "--customers", "a", "--rejects", "a"], ["report", "x", "--currency", "złoty"],
            ["report", "x", "--encoding", "ebcdic"], ["report", "x", "--amount-per", "month"],
        ])
    func misuse(arguments: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("Error: "))
    }

    @Test(
        "help and version go to standard output with 0",
        arguments: [["--help"], ["report", "--help"], ["--version"], []])
    func help(arguments: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.code == 0)
        #expect(!run.output.isEmpty && run.errors.isEmpty)
    }

    @Test("JSON is pure: nothing stands before or after it") func pureJSON() throws {
        let run = try Program.run(["report", "--json", Reports.shop()])
        #expect(run.output.hasPrefix("{") && run.output.hasSuffix("}\n"))
        #expect(try JSONDocument(run.output).string("schema") == "perennial.report/1")
    }

    @Test("no colour and no progress where there is no terminal") func noTerminal() throws {
        let run = try Program.run(["report", Reports.shop()], environment: ["TERM": "xterm-256color"])
        #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"))
        #expect(!run.errors.contains("\r"))
    }

    @Test("a closed pipe ends quietly, and the files asked for are still written") func closedPipe() throws {
        let folder = try Folder()
        // The shell tells the program's own code on standard error; head reads nothing and goes.
        let line = """
            { "$perennial" report '\(try Reports.shop())' --json --html page.html; echo "code $?" >&2; } | true
            """
        let run = try Program.shell(line, in: folder)
        #expect(run.errors.contains("code 0"))
        #expect(try folder.text("page.html").hasSuffix("</html>\n"))
    }

    @Test(
        "a full disk under standard output is a failure",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        let run = try Program.shell(#""$perennial" report '\#(try Reports.shop())' > /dev/full"#, in: Folder())
        #expect(run.code == 1)
        #expect(run.errors.contains("Standard output cannot be written"))
    }

    @Test("a closed standard output is a failure, and no other file takes its place") func closedOutput() throws {
        let folder = try Folder()
        let line = #""$perennial" report '\#(try Reports.shop())' --html page.html --customers customers.csv >&-"#
        let run = try Program.shell(line, in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains("Standard output cannot be written"))
        #expect(try folder.text("page.html").hasSuffix("</html>\n"))
        #expect(try folder.text("customers.csv").hasPrefix("customer,"))
    }

    @Test(
        "an unwritable result is a failure that names the file",
        arguments: ["--html", "--customers", "--rejects", "--save-mapping"])
    func unwritable(option: String) throws {
        for (language, words) in [
            ("en", "cannot be written"), ("pl", "Nie można zapisać"), ("ru", "Не удалось записать"),
        ] {
            let run = try Program.run(["report", Reports.shop(), option, "no/such/folder/file", "--lang", language])
            #expect(run.code == 1)
            #expect(run.errors.contains(words) && run.errors.contains("no/such/folder/file"))
            #expect(run.output.isEmpty)
        }
    }

    @Test(
        "a file that is read is never overwritten", arguments: ["--html", "--customers", "--rejects", "--save-mapping"])
    func inputIsSafe(option: String) throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        let run = try Program.run(["report", "orders.csv", option, "./orders.csv"], in: folder)
        #expect(run.code == 64)
        #expect(try folder.text("orders.csv") == Reports.three)
    }

    @Test("a mapping may be saved over itself") func mappingAgain() throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        for options in [["--save-mapping", "m.json"], ["--mapping", "m.json", "--save-mapping", "m.json"]] {
            #expect(try Program.run(["report", "orders.csv"] + options, in: folder).code == 0)
        }
        #expect(try folder.text("m.json").contains("customer_id"))
    }
}
