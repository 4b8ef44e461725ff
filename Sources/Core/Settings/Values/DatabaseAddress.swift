/// Where the database is: a file of SQLite or a server of PostgreSQL.
///
/// What describes or prints it shows no password.
public enum DatabaseAddress: Hashable, Sendable {
    /// A file; a relative path starts in the working directory.
    case sqlite(path: String)
    /// A connection URI as libpq understands it, with whatever password it holds.
    case postgresql(uri: String)

    /// Reads `sqlite:PATH`, `postgres://…` or `postgresql://…`; nil for any other text, and for a URI in which it is not
    /// certain what is the password: one with `/`, `?`, `#` or `@` has to write them as `%2F`, `%3F`, `%23`, `%40`.
    public init?(_ text: String) {
        if text.hasPrefix(Self.sqlitePrefix) {
            let path = text.dropFirst(Self.sqlitePrefix.count)
            // `sqlite://FILE` of other programs would be a file in the root.
            guard !path.isEmpty, !path.hasPrefix("//"), !path.utf8.contains(where: { $0 < 0x20 }) else { return nil }
            self = .sqlite(path: String(path))
        } else {
            // Beyond ASCII a colon and an accent are one character, in which nobody would find the password's beginning.
            guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), ServerAddress(text) != nil else { return nil }
            self = .postgresql(uri: text)
        }
    }

    static let sqlitePrefix = "sqlite:"

    /// As it is written in a configuration, with the password.
    public var exposed: String {
        switch self {
        case .sqlite(let path): Self.sqlitePrefix + path
        case .postgresql(let uri): uri
        }
    }

    /// Whether a password is in it.
    public var hasPassword: Bool { description != exposed }
}

extension DatabaseAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// As it is written in a configuration, with `••••` in the place of passwords.
    public var description: String {
        switch self {
        case .sqlite: exposed
        case .postgresql(let uri): ServerAddress(uri)?.masked ?? Secret.mask
        }
    }

    public var debugDescription: String { description }

    /// `dump` shows what a mirror has.
    public var customMirror: Mirror { Mirror(self, children: ["address": description]) }

    /// A text that was given for an address, fit to be shown: in one that is none, everything that may be a password is
    /// masked.
    static func masked(_ text: String) -> String {
        if let address = DatabaseAddress(text) { return address.description }
        guard !text.hasPrefix(sqlitePrefix) else { return text }
        let isSuspect = text.utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") }
        guard isSuspect || text.lowercased().contains("pass") else { return text }
        let scheme = text.prefix { $0 != ":" }
        let isScheme = scheme.count < text.count && scheme.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
        return isScheme ? scheme + ":" + Secret.mask : Secret.mask
    }
}
