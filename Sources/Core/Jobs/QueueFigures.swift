public import Database
public import Domain

/// How the queue stands, for those who watch the house.
public struct QueueFigures: Hashable, Sendable {
    public let waiting: Int
    public let running: Int
    public let deadLetters: Int
    /// When the job that has been due for longest became due; nil: none is due.
    public let dueSince: Instant?
}

extension Session {
    /// Counts what waits, runs and has failed; what is done is not looked at.
    public func queueFigures(at now: Instant) throws -> QueueFigures {
        let dueSince = try JobPriority.allCases.compactMap { priority in
            try value(JobSQL.firstDue, priority, now, as: Instant?.self) ?? nil
        }
        return QueueFigures(
            waiting: try value(JobSQL.countWaiting) ?? 0, running: try value(JobSQL.countRunning) ?? 0,
            deadLetters: try value(JobSQL.countDead) ?? 0, dueSince: dueSince.min())
    }
}
