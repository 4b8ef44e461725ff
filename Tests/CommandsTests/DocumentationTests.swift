import Foundation
import Testing

/// The examples of the documentation are run as they stand there.
@Suite("The documentation's examples")
struct DocumentationTests {
    /// The indented block of a page of docs that begins with `firstLine`.
    private static func example(_ firstLine: String, of page: String = "report.md") throws -> String {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let page = tests.appendingPathComponent("../../docs/" + page).standardizedFileURL
        let lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: "    " + firstLine))
        return lines[start...].prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) + "\n" }.joined()
    }

    @Test("the costs file") func costs() throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.fromJanuary)
        try folder.write("costs.csv", Self.example("month,source,spend,new customers"))
        let report = try Reports.json(
            ["orders.csv", "--costs", "costs.csv", "--margin", "40%", "--as-of", "2026-02-28"], in: folder)
        #expect(try report.cents("acquisition.0.spend") == 424_050)
        #expect(try report.list("acquisition").count == 4)
    }

    @Test("the rates file") func rates() throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        try folder.write("rates.csv", Self.example("day,currency,rate"))
        let report = try Reports.json(
            ["orders.csv", "--currency", "EUR", "--base-currency", "PLN", "--rates", "rates.csv"], in: folder)
        // 10 at 4.215, then 20 and 30 at 4.23.
        #expect(try report.cents("overview.netRevenue") == 25_365)
    }

    @Test("the mapping file") func mapping() throws {
        let folder = try Folder()
        try folder.write("orders.csv", "nr,Buyer,created_at,total\n1,ada,2026-01-05,10.00\n")
        try folder.write("mapping.json", Self.example("{"))
        let report = try Reports.json(["orders.csv", "--mapping", "mapping.json"], in: folder)
        #expect(try report.int("overview.customers") == 1)
    }

    @Test("the file of subscriptions") func subscriptions() throws {
        let folder = try Folder()
        let first = "customer,plan,started,ended,amount,period,currency,reason"
        try folder.write("subs.csv", Self.example(first, of: "lifetime-value/subscriptions.md"))
        let run = try Program.run(["subscriptions", "subs.csv", "--json"], in: folder)
        let document = try JSONDocument(run.output)
        #expect(try document.int("input.accepted") == 3 && document.string("asOf") == "2025-03-05")
        // Ten of ada, and a twelfth of 240 of cyd; bob has left.
        #expect(try document.cents("overview.mrr") == 3_000)
    }

    // MARK: What the documents say of the sources

    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../..").standardizedFileURL

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("architecture.md names the files that touch unsafe memory, and no others") func unsafeMemory() throws {
        let document = try Self.text("docs/architecture.md")
        let start = try #require(document.range(of: "## Where unsafe memory is touched\n"))
        let section = document[start.upperBound...].components(separatedBy: "\n## ")[0]
        let named = section.matches(of: /`([A-Za-z0-9+]+)`/).map { String($0.output.1) }
        let folder = Self.repository.appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var touching: [String] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let source = try String(contentsOf: file, encoding: .utf8)
            if source.contains("Unsafe") || source.contains("unsafe") {
                touching.append(file.deletingPathExtension().lastPathComponent)
            }
        }
        #expect(Set(touching).subtracting(named).sorted() == [], "not named")
        #expect(Set(named).subtracting(touching).sorted() == [], "named for nothing")
    }

    @Test("README.md names every command that is run before a change lands") func commands() throws {
        let readme = try Self.text("README.md")
        let runs = try Self.text(".ci/run") + Self.text("Makefile")
        let targets = Set(runs.matches(of: /(?:^|[^@])\bmake ([a-z]+)\b/).map { String($0.output.1) })
        #expect(targets.isSuperset(of: ["lint", "test", "kernels", "soak"]))
        for target in targets { #expect(readme.contains("make \(target)"), "\(target)") }
    }
}
