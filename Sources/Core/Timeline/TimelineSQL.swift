import Database

/// The statements of the timeline.
enum TimelineSQL {
    /// As `Event` reads them.
    static let columns: SQL = "id, position, customer_id, kind, is_historical, occurred_at, recorded_at, data"

    static let append: SQL = """
        INSERT INTO event (customer_id, kind, is_historical, occurred_at, recorded_at, data)
        VALUES ($1, $2, $3, $4, $5, $6)
        """

    /// Whether events wait for their positions. Index: event_without_position.
    static let hasUnplaced: SQL = "SELECT 1 FROM event WHERE position IS NULL LIMIT 1"

    /// The last position that was given. A table keeps it, since the event that has it may be deleted.
    static let lastPosition: SQL = "SELECT position FROM sequencer WHERE id = 1"

    /// Positions from $1 + 1 for the first $2 events that have none, in the order of their ids.
    /// Indexes: event_without_position, the primary key.
    static let place: SQL = """
        UPDATE event SET position = $1 + numbered.place
        FROM (
            SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS place
            FROM (SELECT id FROM event WHERE position IS NULL ORDER BY id LIMIT $2) AS unplaced
        ) AS numbered
        WHERE event.id = numbered.id
        """

    static let movePosition: SQL = "UPDATE sequencer SET position = position + $1 WHERE id = 1"

    /// Events behind position $1, $2 at most. Index: that of the unique position.
    static let behind: SQL =
        "SELECT " + columns + " FROM event WHERE position > $1 ORDER BY position LIMIT $2"

    /// A customer's last events before instant $2, and of that instant those before id $3; $4 at most.
    /// Index: event_customer.
    static let ofCustomer: SQL =
        "SELECT " + columns + """
             FROM event
            WHERE customer_id = $1 AND occurred_at <= $2 AND (occurred_at < $2 OR id < $3)
            ORDER BY occurred_at DESC, id DESC LIMIT $4
            """
}
