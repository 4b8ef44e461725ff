import Database
import Domain
import Waiting

/// One subscriber's walk along the timeline, a batch a transaction.
struct SubscriberCursor: Sendable {
    let subscriber: any Subscriber
    /// How many events a transaction looks at.
    let batch: Int
    let backOff: BackOff
    let chance: SharedChance
    /// After a batch has failed its events come one by one up to this position, so that the one at fault is known and
    /// those before it are done.
    var singlesUntil: Int64 = 0

    enum Outcome: Equatable, Sendable {
        /// The cursor moved; there may be more.
        case moved
        case nothing
        /// Another runner holds the cursor.
        case heldElsewhere
        /// It failed before, and its time has not come.
        case waits(until: Instant)
        case failed(SubscriberFailure)
    }

    func register(in session: any Session, at now: Instant) throws {
        try session.execute(SubscriberSQL.register, subscriber.name, subscriber.start == .present ? 1 : 0, now)
    }

    /// Hands on the next events, if there are any.
    mutating func step(on database: any Database, at now: Instant) async throws -> Outcome {
        let name = subscriber.name
        let outlook = try await database.read { session in
            try session.first(SubscriberSQL.outlook, name) { row in
                (isBehind: try row.get(0, as: Bool.self), retryAt: try row.get(1, as: Instant.self))
            }
        }
        guard let outlook else {
            throw DatabaseError(.unexpectedValue, "The subscriber \(name) has lost its cursor.")
        }
        guard outlook.isBehind else { return .nothing }
        if isTooEarly(outlook.retryAt, at: now) { return .waits(until: outlook.retryAt) }
        return try await handle(on: database, at: now)
    }

    /// A time that lies further ahead than any back-off was set by a clock that has been set back since.
    private func isTooEarly(_ retryAt: Instant, at now: Instant) -> Bool {
        retryAt > now && retryAt <= now.advanced(by: backOff.most)
    }

    private mutating func handle(on database: any Database, at now: Instant) async throws -> Outcome {
        let cursor = self
        do {
            return try await database.write { session in
                let found = try session.first(SubscriberSQL.take, cursor.subscriber.name) { row in
                    (position: try row.get(0, as: Int64.self), failures: try row.get(1, as: Int.self))
                }
                guard let found else { return .heldElsewhere }
                return try cursor.handle(after: found.position, failures: found.failures, in: session, at: now)
            }
        } catch let stop as HandlerStop {
            guard stop.events == 1 else {
                singlesUntil = stop.last
                return .moved
            }
            return .failed(try await record(stop, on: database, at: now))
        }
    }

    private func handle(
        after position: Int64, failures: Int, in session: any Session, at now: Instant
    ) throws -> Outcome {
        var wanted: [Event] = []
        var last = position
        let isSingle = failures > 0 || position < singlesUntil
        for event in try session.all(TimelineSQL.behind, position, batch, as: Event.init) {
            last = event.position ?? last
            guard subscriber.wants(event) else { continue }
            wanted.append(event)
            if isSingle { break }
        }
        guard last > position else { return .nothing }
        if let first = wanted.first {
            do {
                try subscriber.handle(wanted, in: session)
            } catch {
                throw HandlerStop(
                    position: position, last: last, events: wanted.count, failures: failures + 1, eventID: first.id,
                    reason: loggableText(of: error))
            }
        }
        try session.execute(SubscriberSQL.move, subscriber.name, last, now)
        return .moved
    }

    /// Keeps what failed, after the handler's own transaction was undone.
    private func record(
        _ stop: HandlerStop, on database: any Database, at now: Instant
    ) async throws -> SubscriberFailure {
        let retryAt = now.advanced(by: chance.wait(after: stop.failures, of: backOff))
        let name = subscriber.name
        _ = try await database.write { session in
            try session.execute(
                SubscriberSQL.fail, name, stop.position, retryAt, stop.eventID, stop.reason, now)
        }
        return SubscriberFailure(
            subscriber: name, eventID: stop.eventID, failures: stop.failures, retryAt: retryAt, reason: stop.reason)
    }
}

/// What a handler threw, with what it was given.
private struct HandlerStop: Error {
    let position: Int64
    let last: Int64
    let events: Int
    let failures: Int
    let eventID: Event.ID
    let reason: String
}
