import Domain
import Foundation
import Testing

@Suite("Options that say what comes out")
struct OutputOptionsTests {
    @Test("--html writes one page in the language asked for", arguments: Language.allCases)
    func html(language: Language) throws {
        let folder = try Folder()
        let run = try Program.run(
            ["report", Reports.shop(), "--html", "page.html", "--lang", language.rawValue, "--name", "Sklep & Syn"],
            in: folder)
        #expect(run.code == 0)
        let page = try folder.text("page.html")
        #expect(page.hasPrefix("<!doctype html>") || page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("<html lang=\"\(language.rawValue)\""))
        #expect(page.contains("Sklep &amp; Syn"))
        #expect(!page.contains("http://") && !page.contains("https://") || !page.contains("src="))
        #expect(run.errors.contains("page.html"))
    }

    @Test("--customers writes a row for every customer") func customers() throws {
        let folder = try Folder()
        let report = try Reports.json([Reports.shop(), "--customers", "customers.csv"], in: folder)
        let rows = try folder.text("customers.csv").split(whereSeparator: \.isNewline)
        // Those who have only refunds are customers of the file too, though not of the overview.
        let expected = try report.int("overview.customers") + report.int("overview.refundOnlyCustomers")
        #expect(rows.count == expected + 1)
        #expect(rows.first?.hasPrefix("customer,") == true)
        let width = rows.first?.split(separator: ",", omittingEmptySubsequences: false).count
        #expect(rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == width })
    }

    @Test("--rejects keeps file, line, reason and text of every rejected row") func rejects() throws {
        let folder = try Folder()
        let rows = (1...40).map { "\($0),7,2026-01-05,10.00\n" }.joined()
        try folder.write(
            "orders.csv", "order_id,customer_id,date,amount\n" + rows + "41,7,2026-01-05,\"te\"\"n\"\n42,7,,10.00\n")
        let run = try Program.run(["report", "orders.csv", "--rejects", "rejects.csv"], in: folder)
        #expect(run.code == 0)
        let expected = [
            "file,line,reason,text", #""orders.csv",42,unreadableAmount,"41,7,2026-01-05,""te""""n""""#,
            #""orders.csv",43,missingDate,"42,7,,10.00""#, "",
        ]
        #expect(try folder.text("rejects.csv") == expected.joined(separator: "\n"))
    }

    @Test("--rejects is written although too many rows were rejected") func rejectsBeforeFailure() throws {
        let folder = try Folder()
        let rows = (1...10).map { "\($0),7,2026-01-05,10.00\n" }.joined()
        try folder.write("orders.csv", "order_id,customer_id,date,amount\n" + rows + "41,7,2026-01-05,ten\n")
        let run = try Program.run(["report", "orders.csv", "--rejects", "rejects.csv"], in: folder)
        #expect(run.code == 1)
        #expect(try folder.text("rejects.csv").split(separator: "\n").count == 2)
    }

    @Test("a link is written through, not replaced") func link() throws {
        let folder = try Folder()
        for option in ["--html", "--customers", "--save-mapping"] {
            try folder.write("there", "")
            try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "there")
            let run = try Program.run(["report", "-", option, "link"], input: Data(Reports.three.utf8), in: folder)
            #expect(run.code == 0)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == "there")
            #expect(try !folder.text("there").isEmpty)
            try FileManager.default.removeItem(at: folder.url("link"))
        }
    }

    @Test("results may go to the standard streams") func device() throws {
        let run = try Program.run(
            ["report", "-", "--json", "--customers", "/dev/stderr"], input: Data(Reports.three.utf8))
        #expect(run.code == 0)
        #expect(run.errors.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("7,") })
    }

    @Test(
        "- is standard output, which the summary leaves to the result",
        arguments: [("--html", "<!doctype html>"), ("--customers", "customer,"), ("--rejects", "file,line,")])
    func standardOutput(option: String, start: String) throws {
        let folder = try Folder()
        let run = try Program.run(["report", "-", option, "-"], input: Data(Reports.three.utf8), in: folder)
        #expect(run.code == 0)
        #expect(run.output.hasPrefix(start) && !run.output.contains("Net revenue  "))
        #expect(run.errors.contains("Net revenue") && !run.errors.contains("The report is in"))
        let toFile = try Program.run(["report", "-", option, "there"], input: Data(Reports.three.utf8), in: folder)
        #expect(toFile.code == 0)
        #expect(try folder.text("there") == run.output)
        #expect(!FileManager.default.fileExists(atPath: folder.path("-")))
    }

    @Test("a mapping may go to standard output too") func mappingOut() throws {
        let run = try Program.run(
            ["report", "-", "--save-mapping", "-", "--json"], input: Data(Reports.three.utf8), in: Folder())
        #expect(run.code == 64)
        let alone = try Program.run(["report", "-", "--save-mapping", "-"], input: Data(Reports.three.utf8))
        #expect(alone.code == 0)
        #expect(try JSONDocument(alone.output)["columns"] != nil)
    }

    @Test(
        "--lang, or else the locale, chooses the language",
        arguments: [
            (["--lang", "pl"], [:], "Klienci"), (["--lang=ru"], ["LANG": "pl_PL.UTF-8"], "Клиенты"),
            ([], ["LANG": "pl_PL.UTF-8"], "Klienci"), ([], ["LANG": "ru_RU"], "Клиенты"),
            ([], ["LANG": "pl_PL", "LC_ALL": "ru_RU.UTF-8"], "Клиенты"), ([], ["LANG": "de_DE.UTF-8"], "Customers"),
            ([], ["LANG": ""], "Customers"), ([], ["LANG": "C"], "Customers"),
        ])
    func language(options: [String], environment: [String: String], word: String) throws {
        let run = try Program.run(
            ["report", "-"] + options, input: Data(Reports.three.utf8), environment: environment)
        #expect(run.code == 0)
        #expect(run.output.contains(word))
    }

    @Test("the findings of the JSON are told in the language asked for, and nothing else changes") func jsonLanguage()
        throws
    {
        let reports = try Language.allCases.map { try Reports.json([Reports.shop(), "--lang", $0.rawValue]) }
        let texts = try reports.map { try $0.string("findings.0.text") }
        #expect(Set(texts).count == 3)
        let figures = Set(try reports.map { try $0.double("overview.netRevenue") })
        #expect(figures.count == 1)
    }
}
