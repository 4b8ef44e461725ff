import Database
import DatabaseTestSupport
import Domain
import Synchronization
import TestSupport
import Waiting

@testable import Timeline

let noon = Instant(milliseconds: 1_772_366_400_000)

/// Notes every event that it handles in a table, in the same transaction, and throws on demand.
final class Recorder: Subscriber {
    struct Refusal: Error {}

    let name: String
    let actsOnPeople: Bool
    let kinds: Set<EventKind>?
    let start: SubscriberStart
    /// Data of events that it cannot handle.
    private let refused: Mutex<Set<String>>
    private let sizes = Mutex<[Int]>([])

    init(
        _ name: String, actsOnPeople: Bool = false, kinds: Set<EventKind>? = nil, start: SubscriberStart = .beginning,
        refusing refused: Set<String> = []
    ) {
        (self.name, self.actsOnPeople, self.kinds, self.start) = (name, actsOnPeople, kinds, start)
        self.refused = Mutex(refused)
    }

    /// How many events came at a time.
    var batches: [Int] { sizes.withLock { $0 } }

    func refuseNothing() { refused.withLock { $0 = [] } }

    func handle(_ events: [Event], in session: any Session) throws {
        sizes.withLock { $0.append(events.count) }
        for event in events {
            try session.execute(
                "INSERT INTO audit_entry (at, actor, action, subject) VALUES ($1, $2, $3, $4)", event.position, name,
                event.kind, event.data)
            if refused.withLock({ $0.contains(event.data) }) { throw Refusal() }
        }
    }

    /// The data of what was handled, in order.
    func seen(in database: any Database) async throws -> [String] {
        let name = name
        return try await database.read { session in
            try session.all("SELECT subject FROM audit_entry WHERE actor = $1 ORDER BY id", name) { try $0.get(0) }
        }
    }
}

extension Database {
    /// Appends events whose data are these numbers, in one transaction.
    func append(
        _ numbers: some Sequence<Int> & Sendable, kind: EventKind = "told", isHistorical: Bool = false
    ) async throws {
        try await write { session in
            let events = try numbers.map {
                try NewEvent(kind, occurredAt: noon, isHistorical: isHistorical, data: $0)
            }
            try session.append(events, at: noon)
        }
    }

    func positions() async throws -> [Int64?] {
        try await read { try $0.all("SELECT position FROM event ORDER BY position") { try $0.get(0) } }
    }
}

func runner(
    on database: any Database, _ subscribers: [any Subscriber], clock: TestClock = TestClock(noon), batch: Int = 500,
    appended: WakeUp = WakeUp(), tell: @escaping @Sendable (SubscriberNotice) -> Void = { _ in }
) -> SubscriberRunner {
    var settings = SubscriberSettings()
    settings.batch = batch
    return SubscriberRunner(
        database: database, subscribers: subscribers, appended: appended, clock: clock, settings: settings,
        chance: SharedChance(SeededGenerator(seed: 7)), tell: tell)
}

func texts(_ numbers: some Sequence<Int>) -> [String] { numbers.map(String.init) }
