import Database
import DatabaseTestSupport
import Domain
import TestSupport
import Testing
import Waiting

@testable import Jobs

@Suite("Workers whose connection is lost now and then")
struct LostConnectionTests {
    @Test(
        "do every job, and what a job writes with its end once", arguments: Engine.allCases,
        Effort.seeds(3, soak: 60, debug: 1))
    func lost(engine: Engine, seed: UInt64) async throws {
        try await TestDatabase.make(engine) { database in
            let total = 30
            try await database.write { session in
                for number in 0..<total { try session.enqueue(Work(number: number), at: noon) }
                try session.execute("UPDATE job SET most_attempts = 1000")
            }
            let flaky = FlakyDatabase(database, seed: seed, losesOneIn: 8)
            let schedule = try JobSchedule("hourly", Schedule("every hour"), OtherWork())
            let worker = TestWorker(on: flaky, seed: seed, schedules: [schedule]) { handlers in
                handlers.register(Work.self) { work, job in
                    try await job.complete { session in
                        try session.execute(
                            "INSERT INTO audit_entry (at, actor, action, subject) VALUES (0, 'job', 'did', $1)",
                            "\(work.number)")
                    }
                }
                handlers.register(OtherWork.self) { _, _ in }
            }
            try await worker.run {
                try await eventually("all are done, seed \(seed)") {
                    worker.clock.move(by: .seconds(5))
                    return try await database.jobs().allSatisfy { $0.state == .done }
                }
                flaky.recover()
            }
            let did = try await database.read {
                try $0.all("SELECT subject FROM audit_entry") { Int(try $0.get(0, as: String.self)) }
            }
            #expect(did.compactMap { $0 }.sorted() == Array(0..<total), "seed \(seed)")
        }
    }
}
