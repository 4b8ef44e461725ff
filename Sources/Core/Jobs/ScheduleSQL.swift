import Database

/// The statements of the schedules. The table has some tens of rows.
enum ScheduleSQL {
    static let all: SQL =
        "SELECT name, kind, payload, priority, most_attempts, rule, next_at FROM job_schedule ORDER BY name{locked}"

    static let insert: SQL = """
        INSERT INTO job_schedule (name, kind, payload, priority, most_attempts, rule, next_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, payload = excluded.payload, priority = excluded.priority,
            most_attempts = excluded.most_attempts, rule = excluded.rule, next_at = excluded.next_at,
            changed_at = excluded.changed_at
        """

    static let remove: SQL = "DELETE FROM job_schedule WHERE name = $1"

    static let earliest: SQL = "SELECT MIN(next_at) FROM job_schedule"

    static let due: SQL = """
        SELECT name, kind, payload, priority, most_attempts, rule, next_at FROM job_schedule
        WHERE next_at <= $1 ORDER BY next_at, name{skip locked}
        """

    static let move: SQL = "UPDATE job_schedule SET next_at = $2, changed_at = $3 WHERE name = $1"
}
