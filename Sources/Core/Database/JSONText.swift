import Foundation

/// Values as the columns of type `{json}` hold them.
public enum JSONText {
    /// Keys in alphabetical order, so that equal values have equal texts.
    ///
    /// - Throws: `EncodingError` for a number that JSON cannot hold; `DatabaseError` for a text with the character NUL,
    ///   which PostgreSQL cannot hold: so no engine takes what the other refuses.
    public static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = try encoder.encode(value)
        guard !holdsNul(bytes) else {
            throw DatabaseError(.unexpectedValue, "A text holds the character NUL, which cannot be kept.")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Throws: `DecodingError` when the text is no JSON, or not of this shape.
    public static func decoded<Result: Decodable>(_ text: String, as type: Result.Type = Result.self) throws -> Result {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// Looks for `\u0000`, but not where the backslash is itself an escaped one.
    private static func holdsNul(_ json: Data) -> Bool {
        let (backslash, escape) = (UInt8(ascii: "\\"), Data(#"\u0000"#.utf8))
        var rest = json[...]
        while let start = rest.firstIndex(of: backslash) {
            if json[start...].starts(with: escape) { return true }
            // A backslash and what it escapes.
            rest = json[min(start + 2, json.endIndex)...]
        }
        return false
    }
}
