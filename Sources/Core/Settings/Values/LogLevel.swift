/// How much is told while the program runs: messages of this level and of those after it.
public enum LogLevel: String, CaseIterable, Sendable {
    case trace, debug, info, notice, warning, error, critical
}
