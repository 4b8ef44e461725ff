import Database
public import Domain

/// An event that is about to be appended.
public struct NewEvent: Hashable, Sendable {
    public let kind: EventKind
    public let customerID: Int64?
    public let occurredAt: Instant
    public let isHistorical: Bool
    /// JSON.
    public let data: String

    /// - Parameters:
    ///   - customerID: Nil: of the business.
    ///   - isHistorical: Of an imported past, on which nobody must act.
    ///   - data: What subscribers need beyond the ids; numbers of rows rather than copies of what is personal.
    /// - Throws: What `JSONText.encoded` throws.
    public init(
        _ kind: EventKind, customerID: Int64? = nil, occurredAt: Instant, isHistorical: Bool = false,
        data: some Encodable
    ) throws {
        (self.kind, self.customerID, self.occurredAt) = (kind, customerID, occurredAt)
        (self.isHistorical, self.data) = (isHistorical, try JSONText.encoded(data))
    }

    /// With no data.
    public init(_ kind: EventKind, customerID: Int64? = nil, occurredAt: Instant, isHistorical: Bool = false) {
        (self.kind, self.customerID, self.occurredAt) = (kind, customerID, occurredAt)
        (self.isHistorical, data) = (isHistorical, "{}")
    }
}
