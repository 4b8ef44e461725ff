import Domain
import Foundation
import Report
import Testing

/// The faces of one shop, byte for byte. `RECORD_GOLDEN=1 swift test --filter GoldenTests` writes them anew.
@Suite("Golden files") struct GoldenTests {
    @Test("the terminal summary", arguments: Language.allCases) func terminal(language: Language) throws {
        let text = TerminalReport(SampleShop.garden).text(width: 96, colour: false, language: language)
        try Golden.expect(text, "garden.\(language.rawValue).txt")
    }

    @Test("the terminal summary in colour and in sixty columns") func narrow() throws {
        let text = TerminalReport(SampleShop.garden).text(width: 60, colour: true, language: .polish)
        try Golden.expect(text, "garden-narrow.pl.txt")
    }

    @Test("the page", arguments: Language.allCases) func page(language: Language) throws {
        try Golden.expect(HTMLReport(SampleShop.garden).page(language: language), "garden.\(language.rawValue).html")
    }

    @Test("the JSON", arguments: Language.allCases) func json(language: Language) throws {
        try Golden.expect(JSONReport(SampleShop.garden).text(language: language), "garden.\(language.rawValue).json")
    }

    @Test("the customers' file") func customers() throws {
        var bytes: [UInt8] = []
        CustomersFile(SampleShop.garden.metrics).write { bytes.append(contentsOf: $0) }
        try Golden.expect(String(decoding: bytes, as: UTF8.self), "garden-customers.csv")
    }

    @Test("a shop with one order, and a shop with none", arguments: Language.allCases) func small(language: Language)
        throws
    {
        let single = TerminalReport(SampleShop.single).text(width: 80, colour: false, language: language)
        try Golden.expect(single, "single.\(language.rawValue).txt")
        let empty = TerminalReport(SampleShop.empty).text(width: 80, colour: false, language: language)
        try Golden.expect(empty, "empty.\(language.rawValue).txt")
    }
}

private enum Golden {
    /// Beside this file: recording writes into the sources, not into a copy of them.
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")

    static func expect(_ text: String, _ name: String) throws {
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            return try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        let recorded = try #require(Bundle.module.url(forResource: "Golden", withExtension: nil))
        let golden = try String(contentsOf: recorded.appendingPathComponent(name), encoding: .utf8)
        guard text != golden else { return }
        let lines = zip(text.components(separatedBy: "\n"), golden.components(separatedBy: "\n"))
        let first = lines.enumerated().first { $0.element.0 != $0.element.1 }
        Issue.record(
            """
            \(name) differs, first in line \((first?.offset ?? 0) + 1):
            now:    \(first?.element.0.prefix(300) ?? "another length")
            golden: \(first?.element.1.prefix(300) ?? "another length")
            """)
    }
}
