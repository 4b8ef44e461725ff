import Database

/// The statements of the job queue.
enum JobSQL {
    /// As `Job` reads them.
    static let columns: SQL = """
        id, kind, state, priority, unique_key, run_at, attempts, most_attempts, failure, last_error, created_at,
        ended_at
        """

    /// As `JobLease` reads them.
    static let leased: SQL = "id, kind, payload, attempts, most_attempts, priority, run_at, lease_number"

    /// No row when a job with this key waits already. Index: job_waiting_key.
    static let enqueue: SQL = """
        INSERT INTO job (
            kind, payload, unique_key, priority, state, run_at, attempts, most_attempts, lease_number, created_at)
        VALUES ($1, $2, $3, $4, 'waiting', $5, 0, $6, 0, $7)
        ON CONFLICT (unique_key) WHERE unique_key IS NOT NULL AND state = 'waiting' DO NOTHING
        RETURNING id
        """

    static let one: SQL = "SELECT " + columns + " FROM job WHERE id = $1"

    /// Takes the jobs that are due at $1, $2 at most, for owner $3 until $4. Each priority is walked on its own, so that
    /// jobs for later are not walked over; the outer limit ends the walk before lower priorities are touched.
    /// Index: job_waiting; job_running_key.
    static let lease: SQL =
        "WITH due AS MATERIALIZED (" + [due("4"), due("3"), due("2"), due("1")].joined(by: " UNION ALL ") + " LIMIT $2)"
            + """

            UPDATE job SET state = 'running', attempts = attempts + 1, lease_number = lease_number + 1, lease_owner = $3,
                lease_until = $4
            WHERE id IN (SELECT id FROM due)
            RETURNING\u{20}
            """ + leased

    /// A job whose key another one runs under waits for its end.
    private static func due(_ priority: SQL) -> SQL {
        "SELECT id FROM (SELECT id FROM job WHERE state = 'waiting' AND priority = " + priority + """
             AND run_at <= $1 AND (unique_key IS NULL OR NOT EXISTS (
                SELECT 1 FROM job AS first WHERE first.unique_key = job.unique_key AND first.state = 'running'))
            ORDER BY run_at, id LIMIT $2{skip locked}) AS of_priority
            """
    }

    /// Of a lease that holds, locked until the transaction ends. Index: the primary key.
    static let held: SQL =
        "SELECT unique_key FROM job WHERE id = $1 AND lease_number = $2 AND state = 'running'{locked}"

    static let extend: SQL =
        "UPDATE job SET lease_until = $3 WHERE id = $1 AND lease_number = $2 AND state = 'running'"

    static let complete: SQL = """
        UPDATE job SET state = 'done', ended_at = $3, failure = NULL, last_error = NULL,
            lease_owner = NULL, lease_until = NULL
        WHERE id = $1 AND lease_number = $2 AND state = 'running'
        """

    static let retryLater: SQL = """
        UPDATE job SET state = 'waiting', run_at = $3, failure = $4, last_error = $5,
            lease_owner = NULL, lease_until = NULL
        WHERE id = $1 AND lease_number = $2 AND state = 'running'
        """

    static let bury: SQL = """
        UPDATE job SET state = 'dead', ended_at = $3, failure = $4, last_error = $5,
            lease_owner = NULL, lease_until = NULL
        WHERE id = $1 AND lease_number = $2 AND state = 'running'
        """

    /// The attempt does not count.
    static let release: SQL = """
        UPDATE job SET state = 'waiting', attempts = attempts - 1, run_at = $3,
            lease_owner = NULL, lease_until = NULL
        WHERE id = $1 AND lease_number = $2 AND state = 'running'
        """

    /// Ends the job that waits under key $1: another one with the same work goes back to waiting.
    /// Index: job_waiting_key.
    static let joinWaiting: SQL =
        "UPDATE job SET state = 'done', ended_at = $2 WHERE unique_key = $1 AND state = 'waiting'"

    /// Leases that ran out before $1, or that would end after $2: those were given by a clock that has been set back
    /// since. Index: job_running.
    static let expired: SQL =
        "SELECT " + leased + """
             FROM job WHERE state = 'running' AND (lease_until <= $1 OR lease_until > $2)
            ORDER BY lease_until LIMIT 100{skip locked}
            """

    /// Whether there is such a lease. Index: job_running.
    static let hasExpired: SQL =
        "SELECT 1 FROM job WHERE state = 'running' AND (lease_until <= $1 OR lease_until > $2) LIMIT 1"

    /// Whether a job is due at $1, in whatever priority. Index: job_waiting.
    static let hasDue: SQL = """
        SELECT 1 FROM job WHERE state = 'waiting' AND priority IN (1, 2, 3, 4) AND run_at <= $1 LIMIT 1
        """

    /// Since when a job of priority $1 has been due at $2. Index: job_waiting.
    static let firstDue: SQL =
        "SELECT MIN(run_at) FROM job WHERE state = 'waiting' AND priority = $1 AND run_at <= $2"

    /// Index: job_waiting.
    static let countWaiting: SQL = "SELECT COUNT(*) FROM job WHERE state = 'waiting' AND priority BETWEEN 1 AND 4"

    /// Index: job_running.
    static let countRunning: SQL = "SELECT COUNT(*) FROM job WHERE state = 'running' AND lease_until IS NOT NULL"

    /// Index: job_ended.
    static let countDead: SQL = "SELECT COUNT(*) FROM job WHERE state = 'dead' AND ended_at IS NOT NULL"

    /// Jobs that wait and were created after $2, as far ahead of their creation from $1 on. Index: job_waiting.
    static let bringBack: SQL = """
        UPDATE job SET run_at = run_at - (created_at - $1), created_at = $1
        WHERE state = 'waiting' AND priority BETWEEN 1 AND 4 AND created_at > $2
        """

    /// Dead letters that ended before instant $1, and of that instant those before id $2; $3 at most.
    /// Index: job_ended.
    static let dead: SQL =
        "SELECT " + columns + """
             FROM job WHERE state = 'dead' AND ended_at IS NOT NULL AND ended_at <= $1 AND (ended_at < $1 OR id < $2)
            ORDER BY ended_at DESC, id DESC LIMIT $3
            """

    static let deadKey: SQL = "SELECT unique_key FROM job WHERE id = $1 AND state = 'dead'{locked}"

    /// A dead letter goes back to waiting as if it were new. Index: the primary key.
    static let revive: SQL = """
        UPDATE job SET state = 'waiting', run_at = $2, attempts = 0, ended_at = NULL, failure = NULL, last_error = NULL
        WHERE id = $1 AND state = 'dead'
        """

    /// Removes jobs done before $1, $2 at most. Index: job_ended.
    static let sweep: SQL = """
        DELETE FROM job WHERE id IN (
            SELECT id FROM job WHERE state = 'done' AND ended_at IS NOT NULL AND ended_at < $1
            ORDER BY ended_at, id LIMIT $2)
        """
}
