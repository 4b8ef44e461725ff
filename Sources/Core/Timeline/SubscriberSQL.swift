import Database

/// The statements of the subscribers' cursors.
enum SubscriberSQL {
    /// A new subscriber; one that there is stays as it is. $2: 1 to begin at the present, 0 at the beginning.
    static let register: SQL = """
        INSERT INTO subscriber (name, position, failures, retry_at, changed_at)
        SELECT CAST($1 AS {text}), position * $2, 0, 0, CAST($3 AS {integer}) FROM sequencer WHERE id = 1
        ON CONFLICT (name) DO NOTHING
        """

    /// Whether there are events behind its cursor, and when it may try again.
    static let outlook: SQL = """
        SELECT CASE WHEN subscriber.position < sequencer.position THEN 1 ELSE 0 END, retry_at
        FROM subscriber, sequencer WHERE subscriber.name = $1 AND sequencer.id = 1
        """

    /// The cursor, held until the transaction ends; no row while another transaction holds it.
    static let take: SQL = "SELECT position, failures, retry_at FROM subscriber WHERE name = $1{skip locked}"

    static let move: SQL = """
        UPDATE subscriber SET position = $2, failures = 0, retry_at = 0, failed_event_id = NULL, last_error = NULL,
            changed_at = $3
        WHERE name = $1
        """

    /// Only when nobody has moved the cursor since.
    static let fail: SQL = """
        UPDATE subscriber SET failures = failures + 1, retry_at = $3, failed_event_id = $4, last_error = $5, changed_at = $6
        WHERE name = $1 AND position = $2
        """

    static let status: SQL = """
        SELECT subscriber.name, subscriber.position, sequencer.position - subscriber.position, failures, retry_at,
            failed_event_id, last_error
        FROM subscriber, sequencer WHERE sequencer.id = 1 ORDER BY subscriber.name
        """
}
