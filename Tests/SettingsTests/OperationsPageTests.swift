import Domain
import Foundation
import Testing

@testable import Settings

/// The table of docs/operations.md is made from the declarations: `RECORD_GOLDEN=1 swift test --filter SettingsTests`
/// writes it anew.
@Suite("The page of operations")
struct OperationsPageTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../docs/operations.md").standardizedFileURL

    private static var table: String {
        let rows = Setting.all.map { setting in
            let value = setting.shown(in: Settings()).map { "`\($0)`" } ?? "–"
            return "| `\(setting.key)` | \(value) | \(setting.allowed.en) | \(setting.meaning.en) |\n"
        }
        return "| setting | default | allowed | what it is |\n|---|---|---|---|\n" + rows.joined()
    }

    @Test("has a table of all settings") func table() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let start = try #require(text.range(of: "| setting | default |")).lowerBound
        let end = try #require(text.range(of: "\n\n", range: start..<text.endIndex)).lowerBound
        let found = text[start..<end] + "\n"
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            let renewed = text[..<start] + Self.table + text[text.index(after: end)...]
            return try String(renewed).write(to: Self.page, atomically: true, encoding: .utf8)
        }
        #expect(found == Self.table)
    }

    @Test("has examples that are read without a complaint") func example() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let start = try #require(text.range(of: "\n    {\n")).lowerBound
        let end = try #require(text.range(of: "\n    }\n", range: start..<text.endIndex)).upperBound
        #expect(try Installation(["perennial.json": String(text[start..<end])]).problems().isEmpty)
    }
}
