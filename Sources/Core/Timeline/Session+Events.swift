public import Database
public import Domain

extension Session {
    /// Appends to the timeline, in the transaction of the change that the event tells of. Whoever waits for events is
    /// woken with `WakeUp.signal()` when the transaction has ended.
    ///
    /// - Throws: `DatabaseError`, as when there is no such customer.
    public func append(_ event: NewEvent, at now: Instant) throws {
        try execute(
            TimelineSQL.append, event.customerID, event.kind, event.isHistorical, event.occurredAt, now, event.data)
    }

    /// Appends many, in their order.
    public func append(_ events: [NewEvent], at now: Instant) throws {
        guard events.count > 8 else { return try events.forEach { try append($0, at: now) } }
        try load(Self.appended) { writer in
            for event in events {
                try writer.write(event.customerID)
                try writer.write(event.kind.rawValue)
                try writer.write(event.isHistorical ? 1 : 0)
                try writer.write(event.occurredAt.milliseconds)
                try writer.write(now.milliseconds)
                try writer.write(event.data)
                try writer.endRow()
            }
        }
    }

    private static var appended: LoadedTable {
        LoadedTable(
            "event",
            [
                .init("customer_id", .integer), .init("kind", .text), .init("is_historical", .integer),
                .init("occurred_at", .integer), .init("recorded_at", .integer), .init("data", .text),
            ])
    }

    /// A customer's events, the last first.
    ///
    /// - Parameters:
    ///   - earlierThan: The last event of the page before; nil: from the end.
    ///   - limit: How many at most.
    public func events(ofCustomer customerID: Int64, earlierThan: Event? = nil, limit: Int) throws -> [Event] {
        try all(
            TimelineSQL.ofCustomer, customerID, earlierThan?.occurredAt ?? Instant(milliseconds: .max),
            earlierThan?.id ?? Event.ID(rawValue: .max), limit, as: Event.init)
    }
}
