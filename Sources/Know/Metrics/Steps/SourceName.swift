/// What a source is called, whoever wrote it: `google`, `GOOGLE ` and `Google` are one.
package enum SourceName {
    /// The name in small letters, with single blanks between its words and none around them.
    package static func key(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
