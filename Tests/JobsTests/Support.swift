import Database
import DatabaseTestSupport
import Domain
import Foundation
import Synchronization
import TestSupport
import Testing
import Waiting

@testable import Jobs

let noon = Instant(milliseconds: 1_772_366_400_000)

/// 2026-03-01 12:00 UTC, seconds later.
func noon(_ seconds: Int) -> Instant { noon.advanced(by: .seconds(seconds)) }

struct Work: JobPayload, Equatable {
    static let kind = "work"
    static let mostAttempts = 3

    let number: Int
    var note: String?
}

struct OtherWork: JobPayload {
    static let kind = "other-work"
    static let priority = JobPriority.high
}

let utc = TimeZone(identifier: "UTC")!

extension Database {
    @discardableResult
    func enqueue(
        _ number: Int, at now: Instant = noon, runAt: Instant? = nil, key: String? = nil,
        priority: JobPriority? = nil
    ) async throws -> Job.ID? {
        try await write {
            try $0.enqueue(Work(number: number), at: now, runAt: runAt, uniqueKey: key, priority: priority)
        }
    }

    /// For a minute.
    func lease(_ count: Int = 1, at now: Instant = noon, owner: String = "a") async throws -> [JobLease] {
        try await write { try $0.leaseJobs(count, owner: owner, until: now.advanced(by: .seconds(60)), at: now) }
    }

    func job(_ id: Job.ID) async throws -> Job { try #require(try await read { try $0.job(id) }) }

    func jobs() async throws -> [Job] {
        try await read { try $0.all("SELECT " + JobSQL.columns + " FROM job ORDER BY id", as: Job.init) }
    }
}

extension JobLease {
    /// Of a job of `Work`.
    var work: Int { (try? JSONText.decoded(payload, as: Work.self).number) ?? -1 }
}

/// A worker with its clock, and what it told.
final class TestWorker: Sendable {
    let worker: JobWorker
    let clock: TestClock
    let enqueued: WakeUp
    let notices = Notices()

    init(
        on database: any Database, clock: TestClock = TestClock(noon), owner: String = "a", seed: UInt64 = 1,
        enqueued: WakeUp = WakeUp(), schedules: [JobSchedule] = [], settings: JobWorkerSettings = .testing,
        _ register: (inout JobHandlers) -> Void
    ) {
        var handlers = JobHandlers()
        register(&handlers)
        (self.clock, self.enqueued) = (clock, enqueued)
        let notices = notices
        worker = JobWorker(
            database: database, handlers: handlers, schedules: schedules, settings: settings, owner: owner,
            enqueued: enqueued, clock: clock, chance: SharedChance(SeededGenerator(seed: seed)),
            tell: { notices.append($0) })
    }

    /// Runs the worker while `body` does something, then stops it.
    func run<Result>(_ body: () async throws -> Result) async throws -> Result {
        let task = Task { await worker.run() }
        do {
            let result = try await body()
            worker.stop()
            await finish(task)
            return result
        } catch {
            worker.stop()
            await finish(task)
            throw error
        }
    }

    /// Moves the clock on until the worker has stopped.
    func finish(_ task: Task<Void, Never>) async {
        let isDone = Mutex(false)
        let watch = Task {
            await task.value
            isDone.withLock { $0 = true }
        }
        while !isDone.withLock({ $0 }) {
            try? await Task.sleep(for: .milliseconds(1))
            clock.move(by: .seconds(1))
        }
        await watch.value
    }
}

final class Notices: Sendable {
    private let notices = Mutex<[JobNotice]>([])

    func append(_ notice: JobNotice) { notices.withLock { $0.append(notice) } }

    var all: [JobNotice] { notices.withLock { $0 } }
}

extension JobWorkerSettings {
    static var testing: JobWorkerSettings { JobWorkerSettings(timeZone: utc) }
}

/// Counts and keeps what handlers did.
final class Log<Element: Sendable>: Sendable {
    private let entries = Mutex<[Element]>([])

    func append(_ element: Element) { entries.withLock { $0.append(element) } }

    var all: [Element] { entries.withLock { $0 } }
}

/// How many are inside at once, and how many there were at most.
final class Occupancy: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var now: Int { counts.withLock { $0.now } }
    var most: Int { counts.withLock { $0.most } }

    func enter() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }

    func leave() { counts.withLock { $0.now -= 1 } }
}

/// Lets handlers wait until a test opens it.
final class Door: Sendable {
    private let (stream, continuation) = AsyncStream<Void>.makeStream()

    func open() { continuation.finish() }

    /// - Throws: `CancellationError` when the task is cancelled.
    func pass() async throws {
        for await _ in stream {}
        try Task.checkCancellation()
    }
}
