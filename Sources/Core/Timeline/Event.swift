import Database
public import Domain

/// Something that happened to a customer, as the timeline keeps it.
public struct Event: Hashable, Sendable {
    public typealias ID = Identifier<Event>

    public let id: ID
    /// Its place in the order of commits, from 1; nil for the moment between the commit and the `Sequencer`.
    public let position: Int64?
    /// Nil: of the business, as an import is.
    public let customerID: Int64?
    public let kind: EventKind
    /// Told long after it happened: what acts on people never sees it.
    public let isHistorical: Bool
    public let occurredAt: Instant
    public let recordedAt: Instant
    /// JSON.
    public let data: String

    /// - Throws: `DecodingError` when the data has another shape.
    public func decoded<Data: Decodable>(as type: Data.Type = Data.self) throws -> Data {
        try JSONText.decoded(data, as: type)
    }

    /// A row of `TimelineSQL.columns`.
    init(_ row: any ResultRow) throws {
        id = try row.get(0)
        position = try row.get(1)
        customerID = try row.get(2)
        kind = try row.get(3)
        isHistorical = try row.get(4)
        occurredAt = try row.get(5)
        recordedAt = try row.get(6)
        data = try row.get(7)
    }
}
