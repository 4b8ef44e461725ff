import Database
import Domain

extension Session {
    /// Whether a schedule or a lease that ran out waits for somebody: read, so that nobody's writing is held up when not.
    ///
    /// - Parameter longest: As in `expiredLeases`.
    func queueOutlook(longest: Duration, at now: Instant) throws -> (hasSchedule: Bool, hasExpired: Bool) {
        let earliest = try value(ScheduleSQL.earliest, as: Instant?.self) ?? nil
        let hasExpired = try value(JobSQL.hasExpired, now, now.advanced(by: longest), as: Int64.self) != nil
        return (earliest.map { $0 <= now } ?? false, hasExpired)
    }

    func hasDueJob(at now: Instant) throws -> Bool { try value(JobSQL.hasDue, now, as: Int64.self) != nil }

    /// Jobs that a clock far ahead of the time enqueued would wait for as long: they keep their delay from now on.
    func bringBackFutureJobs(createdAfter future: Instant, to now: Instant) throws {
        try execute(JobSQL.bringBack, now, future)
    }
}
