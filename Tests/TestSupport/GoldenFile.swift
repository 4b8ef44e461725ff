public import Foundation
public import Testing

/// A text that was recorded beside the tests and must come out again byte for byte.
///
/// `RECORD_GOLDEN=1 swift test --filter GoldenTests` records what comes out now.
public struct GoldenFile {
    private let name: String
    private let recorded: URL
    private let source: URL

    /// - Parameters:
    ///   - bundle: The test target's, which has a copy of its folder `Golden`.
    ///   - test: A file of the test target: recording writes beside it, into the sources.
    public init(_ name: String, in bundle: Bundle, beside test: String = #filePath) throws {
        self.name = name
        let folder = try #require(bundle.url(forResource: "Golden", withExtension: nil))
        recorded = folder.appendingPathComponent(name)
        source = URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent("Golden/" + name)
    }

    /// Records an issue that shows the first line that differs, if one does.
    public func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            return try text.write(to: source, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOf: recorded, encoding: .utf8)
        guard text != golden else { return }
        let lines = zip(text.components(separatedBy: "\n"), golden.components(separatedBy: "\n"))
        let first = lines.enumerated().first { $0.element.0 != $0.element.1 }
        Issue.record(
            """
            \(name) differs, first in line \((first?.offset ?? 0) + 1):
            now:    \(first?.element.0.prefix(300) ?? "another length")
            golden: \(first?.element.1.prefix(300) ?? "another length")
            """, sourceLocation: sourceLocation)
    }
}
