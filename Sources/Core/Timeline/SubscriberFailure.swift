public import Domain

/// A subscriber could not handle an event. It is handed the same event again, and none behind it before.
public struct SubscriberFailure: Hashable, Sendable {
    public let subscriber: String
    public let eventID: Event.ID
    /// How often on end, this one included.
    public let failures: Int
    public let retryAt: Instant
    /// Without personal data.
    public let reason: String

    public var isStalled: Bool { failures >= SubscriberStatus.stalledAfter }
}
