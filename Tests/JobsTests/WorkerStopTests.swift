import Database
import DatabaseTestSupport
import Domain
import TestSupport
import Testing
import Waiting

@testable import Jobs

@Suite("Workers that stop")
struct WorkerStopTests {
    @Test("let running jobs end, and begin no others", arguments: Engine.allCases)
    func graceful(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let (door, begun) = (Door(), Log<Int>())
            var settings = JobWorkerSettings.testing
            settings.concurrency = 1
            let worker = TestWorker(on: database, settings: settings) { handlers in
                handlers.register(Work.self) { work, _ in
                    begun.append(work.number)
                    try await door.pass()
                }
            }
            for number in 1...2 { try await database.enqueue(number) }
            let task = Task { await worker.worker.run() }
            try await eventually("the first runs") { begun.all == [1] }
            worker.worker.stop()
            door.open()
            await task.value
            #expect(try await database.jobs().map(\.state) == [.done, .waiting])
            #expect(begun.all == [1])
        }
    }

    @Test(
        "cancel what runs on after the grace period, and give it back without counting the attempt",
        arguments: Engine.allCases)
    func cancelled(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let (door, begun) = (Door(), Log<Int>())
            var settings = JobWorkerSettings.testing
            settings.cancelling = .seconds(86_400)
            let worker = TestWorker(on: database, settings: settings) { handlers in
                handlers.register(Work.self) { work, _ in
                    begun.append(work.number)
                    try await door.pass()
                }
            }
            let id = try #require(try await database.enqueue(1))
            try await worker.run { try await eventually("it runs") { begun.all == [1] } }
            #expect(worker.clock.now >= noon(20))
            let job = try await database.job(id)
            #expect(job.state == .waiting && job.attempts == 0 && job.failure == nil)
            #expect(worker.notices.all == [.released(id, kind: "work")])
            #expect(try await database.lease(at: worker.clock.now).map(\.jobID) == [id])
        }
    }

    @Test("let go of a job that does not listen, whose end then counts for nothing", arguments: Engine.allCases)
    func deaf(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let (door, begun, ended) = (Door(), Log<Int>(), Log<Int>())
            let worker = TestWorker(on: database) { handlers in
                handlers.register(Work.self) { work, _ in
                    begun.append(work.number)
                    await Task { try? await door.pass() }.value
                    ended.append(work.number)
                }
            }
            let id = try #require(try await database.enqueue(1))
            try await worker.run { try await eventually("it runs") { begun.all == [1] } }
            #expect(ended.all.isEmpty)
            #expect(try await database.job(id).state == .waiting)
            door.open()
            try await eventually("its end is told") {
                worker.notices.all == [.released(id, kind: "work"), .leaseLost(id, kind: "work")]
            }
            #expect(try await database.job(id).state == .waiting)
        }
    }

    @Test("stop when their task is cancelled, and still write what has ended", arguments: Engine.allCases)
    func taskCancelled(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let (door, begun) = (Door(), Log<Int>())
            let worker = TestWorker(on: database) { handlers in
                handlers.register(Work.self) { work, _ in
                    begun.append(work.number)
                    try await door.pass()
                }
            }
            let id = try #require(try await database.enqueue(1))
            let task = Task { await worker.worker.run() }
            try await eventually("it runs") { begun.all == [1] }
            task.cancel()
            door.open()
            await task.value
            #expect(try await database.job(id).state == .done)
        }
    }

    /// Workers come and go at random, clocks jump and handlers fail; every job is done once.
    @Test(
        "and start at random do every job once", arguments: Engine.allCases,
        Effort.seeds(4, soak: 100, debug: 2))
    func random(engine: Engine, seed: UInt64) async throws {
        try await TestDatabase.make(engine) { database in
            var random = SeededGenerator(seed: seed)
            let clock = TestClock(noon)
            let total = 60
            try await database.write { session in
                for number in 0..<total { try session.enqueue(Work(number: number), at: noon, priority: .normal) }
                try session.execute("UPDATE job SET most_attempts = 1000")
            }
            for round in 0..<200 {
                let worker = TestWorker(on: database, clock: clock, owner: "worker \(round)", seed: seed) { handlers in
                    handlers.register(Work.self) { work, job in
                        if (work.number + job.attempt) % 3 == 0 { throw CancellationError() }
                        try await job.complete { session in
                            try session.execute(
                                "INSERT INTO audit_entry (at, actor, action, subject) VALUES (0, 'job', 'did', $1)",
                                "\(work.number)")
                        }
                    }
                }
                let task = Task { await worker.worker.run() }
                for _ in 0..<Int.random(in: 0...20, using: &random) {
                    clock.move(by: .seconds(Int.random(in: 0...60, using: &random)))
                    try await Task.sleep(for: .microseconds(Int.random(in: 0...800, using: &random)))
                }
                if Bool.random(using: &random) { worker.worker.stop() } else { task.cancel() }
                await worker.finish(task)
                if try await database.jobs().allSatisfy({ $0.state == .done }) { break }
            }
            let did = try await database.read {
                try $0.all("SELECT subject FROM audit_entry") { Int(try $0.get(0, as: String.self)) }
            }
            #expect(did.compactMap { $0 }.sorted() == Array(0..<total), "seed \(seed)")
            #expect(try await database.jobs().allSatisfy { $0.state == .done }, "seed \(seed)")
        }
    }
}
