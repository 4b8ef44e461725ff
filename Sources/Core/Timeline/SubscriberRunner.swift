public import Database
import Domain
public import Waiting

/// Places events and hands them to subscribers, each at its own pace, until its task is cancelled. Every process may run
/// one: of several runners one at a time holds a subscriber's cursor.
public struct SubscriberRunner: Sendable {
    let database: any Database
    let subscribers: [any Subscriber]
    let clock: any WallClock
    let settings: SubscriberSettings
    let chance: SharedChance
    let tell: @Sendable (SubscriberNotice) -> Void
    /// Signalled when an event was appended.
    let appended: WakeUp
    /// Signalled when events have got positions.
    private let placed = WakeUp()

    /// - Parameters:
    ///   - appended: Signalled by those who append, after their commit.
    ///   - chance: What back-off draws from.
    ///   - tell: Called with every failure, for the log.
    /// - Precondition: No two subscribers have one name.
    public init(
        database: any Database, subscribers: [any Subscriber], appended: WakeUp, clock: any WallClock,
        settings: SubscriberSettings = SubscriberSettings(), chance: SharedChance,
        tell: @escaping @Sendable (SubscriberNotice) -> Void
    ) {
        precondition(Set(subscribers.map(\.name)).count == subscribers.count, "a cursor belongs to one subscriber")
        (self.database, self.subscribers, self.appended, self.clock) = (database, subscribers, appended, clock)
        (self.settings, self.chance, self.tell) = (settings, chance, tell)
    }

    /// Runs until the task is cancelled, which it answers by returning; a transaction that has begun ends whole.
    public func run() async {
        await register()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await place() }
            for subscriber in subscribers { group.addTask { await follow(subscriber) } }
        }
    }

    /// Hands all events that are there to all subscribers, once through, and returns: for commands and tests.
    ///
    /// - Throws: `DatabaseError`. What a subscriber throws is told and kept, as `run` does.
    public func catchUp() async throws {
        let now = clock.now
        try await database.write { session in
            for subscriber in subscribers { try cursor(of: subscriber).register(in: session, at: now) }
        }
        try await Sequencer(batch: settings.placedBatch).run(on: database)
        for subscriber in subscribers {
            var cursor = cursor(of: subscriber)
            while try await step(&cursor) == .moved {}
        }
    }

    private func cursor(of subscriber: any Subscriber) -> SubscriberCursor {
        SubscriberCursor(subscriber: subscriber, batch: settings.batch, backOff: settings.backOff, chance: chance)
    }

    private func step(_ cursor: inout SubscriberCursor) async throws -> SubscriberCursor.Outcome {
        let outcome = try await cursor.step(on: database, at: clock.now)
        if case .failed(let failure) = outcome { tell(.failed(failure)) }
        return outcome
    }

    private func register() async {
        await untilDone {
            let now = clock.now
            try await database.write { session in
                for subscriber in subscribers { try cursor(of: subscriber).register(in: session, at: now) }
            }
        }
    }

    /// Gives positions as events come, and wakes the subscribers when there are new ones, whoever gave them: so one task
    /// looks for all.
    private func place() async {
        let sequencer = Sequencer(batch: settings.placedBatch)
        var known: Int64?
        while !Task.isCancelled {
            let seen = appended.count
            await untilDone {
                try await sequencer.run(on: database)
                let last = try await sequencer.lastPosition(in: database)
                if last != known { placed.signal() }
                known = last
            }
            try? await appended.wait(past: seen, until: clock.now.advanced(by: settings.look), on: clock)
        }
    }

    /// Between looks of a subscriber that nothing wakes.
    private static let longest = Duration.seconds(60)

    /// Walks one subscriber along the timeline.
    private func follow(_ subscriber: any Subscriber) async {
        var cursor = cursor(of: subscriber)
        var outages = 0
        while !Task.isCancelled {
            let seen = placed.count
            do {
                let outcome = try await step(&cursor)
                outages = 0
                switch outcome {
                case .moved: continue
                case .nothing:
                    try await placed.wait(past: seen, until: clock.now.advanced(by: Self.longest), on: clock)
                case .heldElsewhere: try await clock.sleep(for: settings.look)
                case .waits(let time): try await clock.sleep(until: time)
                case .failed(let failure): try await clock.sleep(until: failure.retryAt)
                }
            } catch is CancellationError {
                return
            } catch {
                outages += 1
                await pause(after: error, outages)
            }
        }
    }

    /// Tries until it goes through, or the task is cancelled.
    private func untilDone(_ work: () async throws -> Void) async {
        var outages = 0
        while !Task.isCancelled {
            do {
                return try await work()
            } catch is CancellationError {
                return
            } catch {
                outages += 1
                await pause(after: error, outages)
            }
        }
    }

    private func pause(after error: any Error, _ outages: Int) async {
        tell(.databaseFailed(loggableText(of: error)))
        try? await clock.sleep(for: settings.outage.limit(after: outages))
    }
}
