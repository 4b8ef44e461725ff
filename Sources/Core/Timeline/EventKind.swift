public import Database

/// What happened, as the wing that tells of it names it: `order-placed`, `consent-given`.
///
///     extension EventKind { static let orderPlaced: EventKind = "order-placed" }
public struct EventKind: RawRepresentable, Hashable, Sendable, ValueConvertible, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    public let rawValue: String

    /// - Parameter rawValue: Not empty, which the database checks.
    public init(rawValue: String) { self.rawValue = rawValue }

    public init(stringLiteral rawValue: String) { self.rawValue = rawValue }

    public var description: String { rawValue }
}
