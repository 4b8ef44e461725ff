/// Why a text is no JSON object that could be a configuration.
public enum JSONFault: Error, Hashable, Sendable {
    /// Nothing is in it but blanks.
    case empty
    case notUTF8
    /// It begins with something other than `{`.
    case notObject
    /// A character that may not stand there; nil for one that could be part of a value, such as a secret without
    /// quotation marks.
    case unexpected(Character?, line: Int)
    /// It ends before all that was opened is closed.
    case unfinished(line: Int)
    case tooDeep(line: Int)
}
