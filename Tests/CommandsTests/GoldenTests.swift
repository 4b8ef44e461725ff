import Domain
import Foundation
import Testing

/// What the program prints, byte for byte. `RECORD_GOLDEN=1 swift test --filter CommandsTests` writes it anew.
@Suite("Golden files of the command")
struct GoldenTests {
    @Test("the help", arguments: Language.allCases) func help(language: Language) throws {
        let run = try Program.run(["report", "--help", "--lang", language.rawValue])
        try Golden.expect(run.output, "help.\(language.rawValue).txt")
        let root = try Program.run(["--help", "--lang", language.rawValue])
        try Golden.expect(root.output, "help-root.\(language.rawValue).txt")
    }

    @Test("what was recognised, and what is said of the reading", arguments: Language.allCases)
    func recognition(language: Language) throws {
        let folder = try Folder()
        try FileManager.default.copyItem(atPath: Reports.shop(), toPath: folder.path("shop.csv"))
        try folder.write(
            "sklep.csv",
            bytes: try #require(
                """
                Numer zamówienia;Klient;Data złożenia;Wartość zamówienia;Stan;Uwagi
                5;7;01.03.2025;1 234,50 zł;Zrealizowane;
                5;8;02.03.2025;10,00 zł;Anulowane;pilne
                6;8;31.03.2025;10,00 zł;Dziwny;
                5;8;31.03.2025;12,00 zł;Dziwny;
                7;8;31.02.2025;10,00 zł;Dziwny;
                """.data(using: .windowsCP1250)))
        let run = try Program.run(
            ["report", "shop.csv", "shop.csv", "sklep.csv", "--lang", language.rawValue, "--max-rejected", "0.1%"],
            in: folder)
        try Golden.expect(run.errors, "said.\(language.rawValue).txt")
    }

    @Test("the JSON of the shop") func json() throws {
        let folder = try Folder()
        try FileManager.default.copyItem(atPath: Reports.shop(), toPath: folder.path("shop.csv"))
        let report = try Reports.json(["shop.csv", "--margin", "35%", "--from", "2024-11-01"], in: folder)
        try Golden.expect(report.text, "shop.json")
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
