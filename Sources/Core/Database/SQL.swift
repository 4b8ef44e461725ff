/// The text of one statement, the same for both engines, with its values as `$1`, `$2`, ….
///
/// It is written as a literal without interpolation, so that no value can ever become part of it. What the engines write
/// differently stands in braces (`{integer}`) and is filled in by the driver's dialect.
public struct SQL: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let text: String

    public init(stringLiteral text: StaticString) { self.text = text.description }

    fileprivate init(text: String) { self.text = text }

    /// The name of a table or column.
    public init(_ name: StaticString) { self.init(stringLiteral: name) }

    /// `$number`.
    public static func parameter(_ number: Int) -> SQL { SQL(text: "$\(number)") }

    /// Both, one after the other, with nothing between them.
    public static func + (first: SQL, second: SQL) -> SQL { SQL(text: first.text + second.text) }

    public var description: String { text }
}

extension [SQL] {
    public func joined(by separator: SQL) -> SQL {
        SQL(text: map(\.text).joined(separator: separator.text))
    }
}

/// What one engine writes differently.
public struct Dialect: Sendable {
    /// By the word that stands in braces.
    let words: [String: String]

    public init(_ words: [String: String]) { self.words = words }

    /// The words that both dialects must know.
    public static let words: Set<String> = [
        "integer", "real", "text", "blob", "json", "id", "lasting id", "strict", "clustered", "locked", "skip locked",
        "numbers",
    ]

    /// The statement as the engine understands it.
    ///
    /// - Precondition: Every word in braces is known. `{numbers}` is followed by the number of a value in JSON: `{numbers}1`.
    public func text(of sql: SQL) -> String {
        guard sql.text.utf8.contains(UInt8(ascii: "{")) else { return sql.text }
        var result = ""
        var rest = sql.text[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { break }
            let word = String(rest[rest.index(after: open)..<close])
            guard let own = words[word] else { preconditionFailure("no engine knows {\(word)} in: \(sql.text)") }
            result += rest[..<open] + own
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
