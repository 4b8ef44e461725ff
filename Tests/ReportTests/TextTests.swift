import Domain
import Foundation
import Intake
import Metrics
import Testing

@testable import Report

/// Reads the texts where they are written, so that no text can be forgotten.
@Suite("Texts") struct TextTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/Faces/Report")

    /// Every literal after `label:` in the texts of the report.
    private func literals(_ label: String) throws -> [(file: String, text: String)] {
        let files = try #require(FileManager.default.enumerator(at: Self.folder, includingPropertiesForKeys: nil))
        var found: [(String, String)] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let source = try String(contentsOf: file, encoding: .utf8)
            for match in source.matches(of: try Regex("[^A-Za-z]\(label):\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")) {
                found.append((file.lastPathComponent, match.output[1].substring.map(String.init) ?? ""))
            }
        }
        return found
    }

    /// The words of a literal without what is put into it.
    private func words(_ text: String) -> String {
        text.replacing(/\\\([^()]*(\([^()]*\)[^()]*)*\)/, with: "")
    }

    @Test("there are as many in each language, and none is empty") func complete() throws {
        let english = try literals("en")
        #expect(english.count > 200)
        #expect(try literals("pl").count == english.count)
        #expect(try literals("ru").count == english.count)
        for label in ["en", "pl", "ru"] {
            for text in try literals(label) { #expect(!text.text.isEmpty, "\(text.file)") }
        }
    }

    @Test("Russian is written in Cyrillic, English and Polish are not") func scripts() throws {
        let cyrillic = /[А-Яа-яЁё]/
        for text in try literals("ru") where words(text.text).contains(/[a-zA-Z]{3,}/) {
            let rest = words(text.text).replacing(
                /--[a-z-]+( line)?|VIP|RFM|[Pp]erennial( backtest)?|e-mail|MRR|ARR|CLV|BIC|sBG|BdW|docs\/[a-z\/-]+\.md/,
                with: "")
            #expect(!rest.contains(/[a-zA-Z]{3,}/), "\(text.file): \(text.text)")
        }
        for label in ["en", "pl"] {
            for text in try literals(label) { #expect(!text.text.contains(cyrillic), "\(text.file): \(text.text)") }
        }
        for text in try literals("en") { #expect(!text.text.contains(/[ąćęłńóśźż]/), "\(text.file): \(text.text)") }
    }

    @Test("each segment has a name and an advice of its own in every language") func segments() {
        for pick in [\Phrase.en, \Phrase.pl, \Phrase.ru] as [KeyPath<Phrase, String>] {
            #expect(Set(RFMSegment.allCases.map { SegmentTexts.name($0)[keyPath: pick] }).count == 11)
            #expect(Set(RFMSegment.allCases.map { SegmentTexts.advice($0)[keyPath: pick] }).count == 11)
        }
    }

    @Test("each role of a column has a name of its own", arguments: ColumnRole.allCases) func roles(role: ColumnRole) {
        let name = ColumnTexts.name(role)
        #expect(name.ru.contains(/[А-Яа-я]/))
        #expect(ColumnRole.allCases.filter { ColumnTexts.name($0) == name } == [role])
    }
}
