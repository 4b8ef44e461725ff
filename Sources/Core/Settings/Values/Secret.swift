/// A text that is never shown: what describes or prints it gets a mask.
public struct Secret: Hashable, Sendable {
    /// What stands in a secret's place wherever it is shown; as long for every secret.
    public static let mask = "••••"

    /// The secret itself. Whoever asks for it keeps it out of logs, messages and pages.
    public let exposed: String

    public init(_ text: String) { exposed = text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { Self.mask }
    public var debugDescription: String { Self.mask }
    /// `dump` shows what a mirror has.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
