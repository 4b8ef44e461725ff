public import Database
public import Domain
public import Foundation

extension Session {
    /// Makes these the schedules, and no others. One that is there keeps its next time, be it missed, unless its rule has
    /// changed or that time lies further ahead than the rule says: then the clock or the time zone was changed.
    ///
    /// - Precondition: No two have one name.
    public func keepSchedules(_ schedules: [JobSchedule], in zone: TimeZone, at now: Instant) throws {
        precondition(Set(schedules.map(\.name)).count == schedules.count, "a name belongs to one schedule")
        let kept = try Dictionary(
            uniqueKeysWithValues: all(ScheduleSQL.all, as: KeptSchedule.init).map { ($0.name, $0) })
        for name in Set(kept.keys).subtracting(schedules.map(\.name)) { try execute(ScheduleSQL.remove, name) }
        for schedule in schedules {
            let next = schedule.schedule.next(after: now, in: zone)
            let before = kept[schedule.name]
            let isSame = before?.rule == schedule.schedule.description
            let order = schedule.order
            try execute(
                ScheduleSQL.insert, schedule.name, order.kind, order.payload, order.priority, order.mostAttempts,
                schedule.schedule.description, isSame ? min(before?.nextAt ?? next, next) : next, now)
        }
    }

    /// Enqueues the jobs whose time has come, each once however many times were missed, and moves their schedules on.
    ///
    /// - Returns: How many schedules moved.
    /// - Throws: `DatabaseError`, also when a rule in the database is none.
    @discardableResult
    public func enqueueScheduled(in zone: TimeZone, at now: Instant) throws -> Int {
        let due = try all(ScheduleSQL.due, now, as: KeptSchedule.init)
        for kept in due {
            guard let schedule = try? Schedule(kept.rule) else {
                throw DatabaseError(.unexpectedValue, "The schedule \(kept.name) has a rule that cannot be read.")
            }
            _ = try enqueue(kept.order, at: now, runAt: kept.nextAt, uniqueKey: "schedule:" + kept.name)
            try execute(ScheduleSQL.move, kept.name, schedule.next(after: now, in: zone), now)
        }
        return due.count
    }
}

/// A row of `job_schedule`.
private struct KeptSchedule {
    let name: String
    let order: JobOrder
    let rule: String
    let nextAt: Instant

    init(_ row: any ResultRow) throws {
        name = try row.get(0)
        order = try JobOrder(
            kind: row.get(1), payload: row.get(2), priority: row.get(3), mostAttempts: row.get(4))
        rule = try row.get(5)
        nextAt = try row.get(6)
    }
}
