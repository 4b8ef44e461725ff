import Database
import DatabaseTestSupport
import Domain
import Foundation
import Synchronization
import TestSupport
import Testing
import Waiting

@testable import Timeline

@Suite("Subscribers")
struct SubscriberTests {
    @Test("are handed every event once and in order, in batches", arguments: Engine.allCases)
    func inOrder(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let recorder = Recorder("recorder")
            let runner = runner(on: database, [recorder], batch: 4)
            try await database.append(1...10)
            try await runner.catchUp()
            try await runner.catchUp()
            try await database.append(11...11)
            try await runner.catchUp()
            #expect(try await recorder.seen(in: database) == texts(1...11))
            #expect(recorder.batches == [4, 4, 2, 1])
        }
    }

    @Test("that act on people never see what is historical", arguments: Engine.allCases)
    func historical(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let (sender, counter) = (Recorder("sender", actsOnPeople: true), Recorder("counter"))
            let runner = runner(on: database, [sender, counter])
            try await database.append(1...2)
            try await database.append(3...4, isHistorical: true)
            try await database.append(5...5)
            try await runner.catchUp()
            #expect(try await sender.seen(in: database) == ["1", "2", "5"])
            #expect(try await counter.seen(in: database) == texts(1...5))
        }
    }

    @Test("see the kinds that they want, and pass over the others for good", arguments: Engine.allCases)
    func kinds(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let recorder = Recorder("recorder", kinds: ["wanted"])
            let runner = runner(on: database, [recorder], batch: 3)
            try await database.append(1...7, kind: "other")
            try await database.append(8...9, kind: "wanted")
            try await database.append(10...16, kind: "other")
            try await runner.catchUp()
            #expect(try await recorder.seen(in: database) == ["8", "9"])
            let status = try #require(try await database.read { try $0.subscriberStatuses() }.first)
            #expect(status.position == 16)
            #expect(status.behind == 0)
        }
    }

    @Test("begin at the beginning or at the present, as they say", arguments: Engine.allCases)
    func start(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            try await database.append(1...3)
            try await runner(on: database, []).catchUp()
            let (late, early) = (Recorder("late", start: .present), Recorder("early", start: .beginning))
            let runner = runner(on: database, [late, early])
            try await runner.catchUp()
            try await database.append(4...5)
            try await runner.catchUp()
            #expect(try await late.seen(in: database) == ["4", "5"])
            #expect(try await early.seen(in: database) == texts(1...5))
        }
    }

    @Test(
        "wait at the event that they cannot handle, told and kept, while the others go on",
        arguments: Engine.allCases)
    func failing(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let (failing, healthy) = (Recorder("failing", refusing: ["3"]), Recorder("healthy"))
            let clock = TestClock(noon)
            let failures = Mutex<[SubscriberFailure]>([])
            let runner = runner(on: database, [failing, healthy], clock: clock) { notice in
                if case .failed(let failure) = notice { failures.withLock { $0.append(failure) } }
            }
            try await database.append(1...5)
            try await runner.catchUp()
            // The whole batch, then one by one up to the event at fault; what the handler wrote of it is undone.
            #expect(failing.batches == [5, 1, 1, 1])
            #expect(try await failing.seen(in: database) == ["1", "2"])
            #expect(try await healthy.seen(in: database) == texts(1...5))
            // Not again before its time.
            try await runner.catchUp()
            #expect(failing.batches.count == 4)
            for _ in 1..<SubscriberStatus.stalledAfter {
                clock.move(by: .seconds(300))
                try await runner.catchUp()
            }
            let told = failures.withLock { $0 }
            #expect(told.map(\.failures) == Array(1...SubscriberStatus.stalledAfter))
            #expect(told.last?.isStalled == true && told.dropLast().allSatisfy { !$0.isStalled })
            for failure in told { #expect(failure.reason == "Refusal") }
            let status = try await database.read { try $0.subscriberStatuses() }[0]
            let third = try await database.read {
                try $0.value("SELECT id FROM event WHERE position = 3", as: Event.ID.self)
            }
            #expect(status.name == "failing" && status.isStalled && status.position == 2 && status.behind == 3)
            #expect(status.failedEventID == third && told.allSatisfy { $0.eventID == third })
            // Mended, it goes on where it stood and nothing is lost.
            failing.refuseNothing()
            clock.move(by: .seconds(300))
            try await runner.catchUp()
            #expect(try await failing.seen(in: database) == texts(1...5))
            let mended = try await database.read { try $0.subscriberStatuses() }[0]
            #expect(mended.failures == 0 && mended.failedEventID == nil && mended.retryAt == nil)
        }
    }

    @Test("try again at once when the clock that told them to wait has been set back", arguments: Engine.allCases)
    func clockSetBack(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let recorder = Recorder("recorder", refusing: ["1"])
            let clock = TestClock(noon.advanced(by: .seconds(86_400 * 365)))
            let runner = runner(on: database, [recorder], clock: clock)
            try await database.append(1...1)
            try await runner.catchUp()
            clock.move(to: noon)
            recorder.refuseNothing()
            try await runner.catchUp()
            #expect(try await recorder.seen(in: database) == ["1"])
        }
    }

    @Test(
        "of one name are handed each event once, however many runners there are",
        arguments: Engine.allCases, Effort.seeds(3, soak: 40, debug: 1))
    func twoRunners(engine: Engine, seed: UInt64) async throws {
        try await TestDatabase.make(engine) { database in
            let recorders = (0..<3).map { _ in Recorder("recorder") }
            try await runner(on: database, [recorders[0]]).catchUp()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for recorder in recorders {
                    group.addTask {
                        let runner = runner(on: database, [recorder], batch: 3)
                        for _ in 0..<15 { try await runner.catchUp() }
                    }
                }
                group.addTask {
                    var random = SeededGenerator(seed: seed)
                    var next = 1
                    while next < 60 {
                        let count = Int.random(in: 1...6, using: &random)
                        try await database.append(next..<next + count)
                        next += count
                    }
                }
                try await group.waitForAll()
            }
            try await runner(on: database, [recorders[0]]).catchUp()
            let seen = try await recorders[0].seen(in: database)
            #expect(seen == texts(1...seen.count), "seed \(seed)")
            #expect(seen.count == (try await database.positions().count))
        }
    }

    @Test(
        "run on their own, are woken by what is appended, and miss nothing when they are cancelled",
        arguments: Engine.allCases, Effort.seeds(3, soak: 40, debug: 1))
    func running(engine: Engine, seed: UInt64) async throws {
        try await TestDatabase.make(engine) { database in
            var random = SeededGenerator(seed: seed)
            // The clock stands: nothing but the signals wakes anybody.
            let (clock, appended, recorder) = (TestClock(noon), WakeUp(), Recorder("recorder"))
            var count = 0
            for _ in 0..<4 {
                let runner = runner(on: database, [recorder], clock: clock, batch: 2, appended: appended)
                let task = Task { await runner.run() }
                let isEnd = count >= 6
                try await database.append(count + 1...count + 3)
                count += 3
                appended.signal()
                if isEnd {
                    let expected = count
                    try await eventually("all are handled, seed \(seed)") {
                        try await recorder.seen(in: database).count == expected
                    }
                } else {
                    try await Task.sleep(for: .microseconds(Int.random(in: 0...8_000, using: &random)))
                }
                task.cancel()
                await task.value
            }
            #expect(try await recorder.seen(in: database) == texts(1...count), "seed \(seed)")
        }
    }

    @Test("go on where they stood when their database is restored elsewhere", arguments: Engine.allCases)
    func restored(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let recorder = Recorder("recorder")
            try await database.append(1...4)
            try await runner(on: database, [recorder]).catchUp()
            try await database.append(5...6)
            let copy = try await Copy(of: database)
            try await TestDatabase.make(engine) { restored in
                // A new database counts its transactions anew: cursors over their numbers would not hold.
                try await copy.write(to: restored)
                try await restored.write { session in
                    try session.append(try NewEvent("told", occurredAt: noon, data: 7), at: noon)
                }
                try await runner(on: restored, [recorder]).catchUp()
                #expect(try await recorder.seen(in: restored) == ["5", "6", "7"])
                #expect(try await restored.positions() == (1...7).map { Int64($0) })
            }
        }
    }
}

/// The tables of the timeline, as a backup has them.
private struct Copy: Sendable {
    private let events: [[Value]]
    private let subscribers: [[Value]]
    private let position: Int64

    init(of database: any Database) async throws {
        (events, subscribers, position) = try await database.read { session in
            (
                try session.all(
                    "SELECT id, position, customer_id, kind, is_historical, occurred_at, recorded_at, data FROM event "
                ) { row in try (0..<8).map { try row.value(at: $0) } },
                try session.all("SELECT name, position, changed_at FROM subscriber") { row in
                    try (0..<3).map { try row.value(at: $0) }
                },
                try session.value("SELECT position FROM sequencer") ?? 0
            )
        }
    }

    func write(to database: any Database) async throws {
        try await database.write { session in
            for event in events {
                try session.execute(
                    """
                    INSERT INTO event (id, position, customer_id, kind, is_historical, occurred_at, recorded_at, data)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                    """, values: event)
            }
            for subscriber in subscribers {
                try session.execute(
                    """
                    INSERT INTO subscriber (name, position, failures, retry_at, changed_at) VALUES ($1, $2, 0, 0, $3)
                    """, values: subscriber)
            }
            try session.execute("UPDATE sequencer SET position = $1", position)
            // As a restored backup has it: ids go on behind the last one.
            if session.engine == .postgresql {
                try session.script("SELECT setval(pg_get_serial_sequence('event', 'id'), (SELECT MAX(id) FROM event))")
            }
        }
    }
}
