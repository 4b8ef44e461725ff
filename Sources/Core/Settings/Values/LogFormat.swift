/// How the messages of the running program are written.
public enum LogFormat: String, CaseIterable, Sendable {
    /// Lines for people.
    case text
    /// One JSON object a line, for programs.
    case json
}
