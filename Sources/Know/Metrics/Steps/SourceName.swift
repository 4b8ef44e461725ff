/// What a source is called, whoever wrote it: `google`, `GOOGLE ` and `Google` are one.
enum SourceName {
    /// The name in small letters, with single blanks between its words and none around them.
    static func key(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
