import Database
import DatabaseTestSupport
import Domain
import TestSupport
import Testing
import Waiting

@testable import Jobs

@Suite("Workers")
struct WorkerTests {
    private struct Secret: Error, CustomStringConvertible { var description: String { "ada@example.com" } }

    @Test("do what is enqueued as soon as they are woken", arguments: Engine.allCases)
    func wokenUp(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let done = Log<Int>()
            let worker = TestWorker(on: database) { handlers in
                handlers.register(Work.self) { work, _ in done.append(work.number) }
            }
            // The clock stands: nothing but the signal wakes the worker.
            try await worker.run {
                try await eventually("it sleeps") { worker.clock.sleepers > 0 }
                let id = try #require(try await database.enqueue(7))
                worker.enqueued.signal()
                try await eventually("it is done") { try await database.job(id).state == .done }
            }
            #expect(done.all == [7])
            #expect(worker.notices.all.isEmpty)
        }
    }

    @Test("run so many jobs at once, and no more", arguments: Engine.allCases)
    func concurrency(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let (occupancy, door, ended) = (Occupancy(), Door(), Log<Int>())
            var settings = JobWorkerSettings.testing
            settings.concurrency = 3
            let worker = TestWorker(on: database, settings: settings) { handlers in
                handlers.register(Work.self) { work, _ in
                    occupancy.enter()
                    try await door.pass()
                    occupancy.leave()
                    ended.append(work.number)
                }
            }
            for number in 0..<10 { try await database.enqueue(number) }
            try await worker.run {
                try await eventually("three run") { occupancy.now == 3 }
                #expect(try await database.jobs().filter { $0.state == .running }.count == 3)
                door.open()
                try await eventually("all are done") {
                    try await database.jobs().allSatisfy { $0.state == .done }
                }
            }
            #expect(ended.all.sorted() == Array(0..<10))
            #expect(occupancy.most == 3)
        }
    }

    @Test("keep the lease of a job that runs for days", arguments: Engine.allCases)
    func extends(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let (door, begun) = (Door(), Log<Int>())
            let register: (inout JobHandlers) -> Void = { handlers in
                handlers.register(Work.self) { work, _ in
                    begun.append(work.number)
                    try await door.pass()
                }
            }
            let worker = TestWorker(on: database, register)
            let other = TestWorker(on: database, clock: worker.clock, owner: "b", register)
            let id = try #require(try await database.enqueue(1))
            try await worker.run {
                try await eventually("it runs") { begun.all.count == 1 }
                try await other.run {
                    for _ in 0..<40 {
                        // Both workers, and what extends the lease.
                        try await eventually("all sleep") { worker.clock.sleepers == 3 }
                        worker.clock.move(by: .seconds(20))
                        let until = worker.clock.now.advanced(by: .seconds(60))
                        try await eventually("the lease is extended") {
                            try await database.leaseEnd(of: id) == until
                        }
                    }
                }
                door.open()
                try await eventually("it is done") { try await database.job(id).state == .done }
            }
            #expect(begun.all == [1])
            #expect(worker.notices.all.isEmpty && other.notices.all.isEmpty)
        }
    }

    @Test(
        "try again with growing waits, until a job is done or a dead letter, and keep nothing personal",
        arguments: Engine.allCases)
    func retries(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let attempts = Log<(number: Int, attempt: Int)>()
            let worker = TestWorker(on: database) { handlers in
                handlers.register(Work.self) { work, job in
                    attempts.append((work.number, job.attempt))
                    if work.number == 1 && job.attempt == 3 { return }
                    if work.number == 3 { throw FinalFailure("there is no such campaign") }
                    throw Secret()
                }
            }
            let ids = try await [1, 2, 3].asyncMap { try #require(try await database.enqueue($0)) }
            try await worker.run {
                try await eventually("all have ended") {
                    worker.clock.move(by: .seconds(10))
                    return try await database.jobs().allSatisfy { $0.endedAt != nil }
                }
            }
            let jobs = try await ids.asyncMap { try await database.job($0) }
            #expect(jobs.map(\.state) == [.done, .dead, .dead])
            #expect(jobs.map(\.attempts) == [3, 3, 1])
            #expect(jobs[1].failure == JobFailure(.thrown, "Secret"))
            #expect(jobs[2].failure == JobFailure(.final, "there is no such campaign"))
            #expect(attempts.all.filter { $0.number == 2 }.map(\.attempt) == [1, 2, 3])
            #expect(!"\(worker.notices.all)".contains("ada@"))
            #expect(worker.notices.all.count == 6)
        }
    }

    @Test("make dead letters of what they do not know and cannot read", arguments: Engine.allCases)
    func unknown(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let worker = TestWorker(on: database) { handlers in handlers.register(Work.self) { _, _ in } }
            try await database.write { session in
                try session.enqueue(OtherWork(), at: noon)
                _ = try session.enqueue(
                    JobOrder(kind: "work", payload: #"{"numbre":"ada"}"#, priority: .normal, mostAttempts: 5), at: noon,
                    runAt: noon, uniqueKey: nil)
            }
            try await worker.run {
                try await eventually("both are dead") {
                    try await database.jobs().allSatisfy { $0.state == .dead }
                }
            }
            let failures = try await database.read { try $0.deadLetters(limit: 10).compactMap(\.failure) }
            let expected = [
                JobFailure(.unknownKind, "No handler for jobs of kind “other-work”."),
                JobFailure(.unreadablePayload, "The payload lacks “number”."),
            ]
            #expect(Set(failures) == Set(expected))
        }
    }

    @Test("say why a job failed in every language", arguments: JobFailure.Reason.allCases)
    func phrases(reason: JobFailure.Reason) {
        let phrase = JobFailure(reason, "").phrase
        #expect(Set(Language.allCases.map { phrase[$0] }).count == 3)
    }

    @Test(
        "take over from a worker that is gone, whose own writing then counts for nothing",
        arguments: Engine.allCases)
    func takesOver(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let id = try #require(try await database.enqueue(1))
            let gone = try await database.lease()[0]
            let done = Log<Int>()
            let worker = TestWorker(on: database, owner: "b") { handlers in
                handlers.register(Work.self) { work, job in done.append(job.attempt) }
            }
            try await worker.run {
                try await eventually("it is done") {
                    worker.clock.move(by: .seconds(10))
                    return try await database.job(id).state == .done
                }
            }
            #expect(done.all == [2])
            let late = RunningJob(gone, database: database, clock: worker.clock)
            await #expect(throws: LeaseLost(jobID: id)) {
                try await late.write { try $0.execute("DELETE FROM source WHERE id = 0") }
            }
            await #expect(throws: LeaseLost(jobID: id)) { try await late.complete { _ in } }
            #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM source", as: Int.self) } == 1)
        }
    }

    @Test("end a job in the transaction of its own last write", arguments: Engine.allCases)
    func completesItself(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let id = try #require(try await database.enqueue(1))
            let worker = TestWorker(on: database) { handlers in
                handlers.register(Work.self) { work, job in
                    try await job.complete { session in
                        try session.execute("INSERT INTO source (id, name, created_at) VALUES (9, 'shop', 0)")
                    }
                    throw Secret()
                }
            }
            try await worker.run {
                try await eventually("it is done") { try await database.job(id).state == .done }
            }
            #expect(worker.notices.all.isEmpty)
            #expect(try await database.job(id).failure == nil)
        }
    }

    @Test("enqueue what is scheduled, day by day", arguments: Engine.allCases)
    func scheduled(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let times = Log<Instant>()
            let schedule = try JobSchedule("nightly", Schedule("daily at 03:00"), Work(number: 1))
            let worker = TestWorker(on: database, schedules: [schedule]) { handlers in
                handlers.register(Work.self) { _, job in times.append(job.clock.now) }
            }
            try await worker.run {
                // Ninety days in steps of three hours, each given time to be noticed.
                for step in 1...720 {
                    try await eventually("the worker sleeps") { worker.clock.sleepers > 0 }
                    worker.clock.move(to: noon(step * 10_800))
                    let nights = (step + 3) / 8
                    try await eventually("night \(nights) is done") { times.all.count == nights }
                }
            }
            #expect(times.all == (0..<90).map { noon(15 * 3_600 + $0 * 86_400) })
        }
    }

    @Test("bring jobs of a clock that was years ahead back to the present", arguments: Engine.allCases)
    func clockSetBack(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let ahead = noon(4 * 365 * 86_400)
            let now = try #require(try await database.enqueue(1, at: ahead))
            let later = try #require(try await database.enqueue(2, at: ahead, runAt: ahead.advanced(by: .seconds(600))))
            let leased = try await database.lease(at: ahead)
            #expect(leased.map(\.jobID) == [now])
            let done = Log<Int>()
            let worker = TestWorker(on: database) { handlers in
                handlers.register(Work.self) { work, _ in done.append(work.number) }
            }
            try await worker.run {
                try await eventually("the second keeps its delay") { try await database.job(later).runAt == noon(600) }
                // Its holder is gone, and its lease would hold for years.
                try await eventually("the first is taken over") {
                    worker.clock.move(by: .seconds(1))
                    return try await database.job(now).state == .done
                }
            }
            #expect(!done.all.contains(2))
        }
    }
}

extension Database {
    fileprivate func leaseEnd(of id: Job.ID) async throws -> Instant? {
        try await read { try $0.value("SELECT lease_until FROM job WHERE id = $1", id, as: Instant?.self) ?? nil }
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
