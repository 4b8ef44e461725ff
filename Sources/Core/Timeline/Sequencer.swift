public import Database

/// Gives committed events their positions: 1, 2, 3, … without gaps.
///
/// An event's id is taken when it is appended, so that one with a low id may be committed after one with a high id; who
/// read on by id would miss it. The sequencer sees committed events alone, so that what commits late comes late, and a
/// transaction that stays open holds nobody up. Of two events of which one was appended when the other was committed, the
/// later one has the higher position. One transaction gives positions at a time, whatever process it belongs to.
public struct Sequencer: Sendable {
    /// How many events a transaction places.
    let batch: Int

    /// - Precondition: batch > 0
    public init(batch: Int = 5_000) {
        precondition(batch > 0, "a batch holds at least one event")
        self.batch = batch
    }

    /// Places all events that are committed when it looks.
    ///
    /// - Returns: How many.
    @discardableResult
    public func run(on database: any Database) async throws -> Int {
        // Read first: with nothing to do nobody's writing is held up.
        let hasWork = try await database.read { try $0.value(TimelineSQL.hasUnplaced, as: Int64.self) != nil }
        guard hasWork else { return 0 }
        var placed = 0
        while true {
            let count = try await database.write { try place(in: $0) }
            placed += count
            guard count == batch else { return placed }
        }
    }

    /// Places one batch. The lock is held until the transaction ends.
    func place(in session: any Session) throws -> Int {
        try session.lock(.sequencer)
        let last = try lastPosition(in: session)
        let placed = try session.execute(TimelineSQL.place, last, batch)
        if placed > 0 { try session.execute(TimelineSQL.movePosition, placed) }
        return placed
    }

    /// Of the event that was placed last; 0 before the first.
    func lastPosition(in database: any Database) async throws -> Int64 {
        try await database.read { try lastPosition(in: $0) }
    }

    private func lastPosition(in session: any Session) throws -> Int64 {
        guard let last = try session.value(TimelineSQL.lastPosition, as: Int64.self) else {
            throw DatabaseError(.damaged, "The table sequencer has lost its row.")
        }
        return last
    }
}
