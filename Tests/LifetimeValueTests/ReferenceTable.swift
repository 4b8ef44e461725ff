import Foundation
import Testing

/// The rows of a file of References, split at commas.
struct ReferenceTable {
    let rows: [[Substring]]

    init(_ name: String) throws {
        let text = try String(decoding: Self.bytes(name), as: UTF8.self)
        rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    static func bytes(_ name: String) throws -> Data {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("References")
        return try Data(contentsOf: folder.appendingPathComponent(name))
    }
}

/// |value − expected| as a share of max(|expected|, floor); infinite where the value is no number.
func relativeError(_ value: Double, _ expected: Double, floor: Double = 0) -> Double {
    guard value.isFinite, expected.isFinite else { return value == expected ? 0 : .infinity }
    return value == expected ? 0 : abs(value - expected) / max(abs(expected), floor)
}
