public import Database
public import Domain

/// How far a subscriber has come, for those who watch the house.
public struct SubscriberStatus: Hashable, Sendable {
    /// From so many failures on end a subscriber is stalled: a person must look.
    public static let stalledAfter = 10

    public let name: String
    /// Of the last event that it has handled; 0 before the first.
    public let position: Int64
    /// How many events are behind that, wanted or not.
    public let behind: Int64
    /// How often on end the same event has failed.
    public let failures: Int
    /// Nil: nothing has failed.
    public let retryAt: Instant?
    public let failedEventID: Event.ID?
    /// Without personal data.
    public let lastError: String?

    public var isStalled: Bool { failures >= Self.stalledAfter }

    init(_ row: any ResultRow) throws {
        name = try row.get(0)
        position = try row.get(1)
        behind = try row.get(2)
        failures = try row.get(3)
        let retryAt: Instant = try row.get(4)
        self.retryAt = failures == 0 ? nil : retryAt
        failedEventID = try row.get(5)
        lastError = try row.get(6)
    }
}

extension Session {
    /// All subscribers that have ever run, by name.
    public func subscriberStatuses() throws -> [SubscriberStatus] {
        try all(SubscriberSQL.status, as: SubscriberStatus.init)
    }
}
