import Database
import DatabaseTestSupport
import Domain
import Foundation
import Testing

@testable import Jobs

@Suite("Kept schedules")
struct KeptScheduleTests {
    private static func nightly(_ rule: String = "daily at 03:00") throws -> JobSchedule {
        try JobSchedule("nightly", Schedule(rule), Work(number: 1))
    }

    @Test("enqueue their jobs when the time has come, once", arguments: Engine.allCases)
    func due(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let schedule = try Self.nightly()
            try await database.write { try $0.keepSchedules([schedule], in: utc, at: noon) }
            // 15 hours until 03:00.
            #expect(try await database.enqueueScheduled(at: noon(15 * 3_600 - 1)) == 0)
            #expect(try await database.enqueueScheduled(at: noon(15 * 3_600)) == 1)
            #expect(try await database.enqueueScheduled(at: noon(15 * 3_600)) == 0)
            let job = try await database.jobs()[0]
            #expect(job.kind == "work" && job.uniqueKey == "schedule:nightly" && job.mostAttempts == 3)
            #expect(job.runAt == noon(15 * 3_600))
            #expect(try await database.nextTimes() == ["nightly": noon(39 * 3_600)])
        }
    }

    @Test("run once for all the times that were missed", arguments: Engine.allCases)
    func missed(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let schedule = try Self.nightly("every 15 minutes")
            try await database.write { try $0.keepSchedules([schedule], in: utc, at: noon) }
            let late = noon(5 * 86_400 + 60)
            // The process was down for five days; when it starts, it keeps the time that was missed.
            try await database.write { try $0.keepSchedules([schedule], in: utc, at: late) }
            #expect(try await database.enqueueScheduled(at: late) == 1)
            #expect(try await database.enqueueScheduled(at: late) == 0)
            #expect(try await database.jobs().count == 1)
            #expect(try await database.nextTimes() == ["nightly": noon(5 * 86_400 + 900)])
        }
    }

    @Test("enqueue nothing while the job of the time before waits", arguments: Engine.allCases)
    func waiting(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let schedule = try Self.nightly("every hour")
            try await database.write { try $0.keepSchedules([schedule], in: utc, at: noon) }
            for hour in 1...3 { #expect(try await database.enqueueScheduled(at: noon(hour * 3_600)) == 1) }
            #expect(try await database.jobs().count == 1)
            let lease = try await database.lease(at: noon(10_800))[0]
            // While it runs, one waits for its end.
            for hour in 4...5 { #expect(try await database.enqueueScheduled(at: noon(hour * 3_600)) == 1) }
            #expect(try await database.jobs().map(\.state) == [.running, .waiting])
            try await database.write { try $0.complete(lease, at: noon(18_000)) }
            #expect(try await database.lease(9, at: noon(18_000)).count == 1)
        }
    }

    @Test("move on if and only if the job is enqueued", arguments: Engine.allCases)
    func transaction(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let schedule = try Self.nightly("every hour")
            try await database.write { try $0.keepSchedules([schedule], in: utc, at: noon) }
            await #expect(throws: CancellationError.self) {
                try await database.write { session in
                    try session.enqueueScheduled(in: utc, at: noon(3_600))
                    throw CancellationError()
                }
            }
            #expect(try await database.jobs().isEmpty)
            #expect(try await database.nextTimes() == ["nightly": noon(3_600)])
            #expect(try await database.enqueueScheduled(at: noon(3_600)) == 1)
        }
    }

    @Test(
        "change with their rule, the clock and the time zone, and go when nobody wants them",
        arguments: Engine.allCases)
    func changed(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let warsaw = try #require(TimeZone(identifier: "Europe/Warsaw"))
            let times: [(schedules: [JobSchedule], zone: TimeZone, now: Instant, next: [String: Instant])] = [
                ([try Self.nightly()], utc, noon, ["nightly": noon(15 * 3_600)]),
                ([try Self.nightly("daily at 04:00")], utc, noon, ["nightly": noon(16 * 3_600)]),
                ([try Self.nightly("daily at 04:00")], warsaw, noon, ["nightly": noon(15 * 3_600)]),
                // The clock was set back by a year.
                (
                    [try Self.nightly("daily at 04:00")], utc, noon(-365 * 86_400),
                    ["nightly": noon(-365 * 86_400 + 57_600)]
                ),
                ([try JobSchedule("other", Schedule("every hour"), OtherWork())], utc, noon, ["other": noon(3_600)]),
                ([], utc, noon, [:]),
            ]
            for step in times {
                try await database.write { try $0.keepSchedules(step.schedules, in: step.zone, at: step.now) }
                #expect(try await database.nextTimes() == step.next)
            }
        }
    }

    @Test("enqueue each job once, however many processes look", arguments: Engine.allCases)
    func manyLook(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let schedule = try Self.nightly("every hour")
            try await database.write { try $0.keepSchedules([schedule], in: utc, at: noon) }
            let moved = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<6 { group.addTask { try await database.enqueueScheduled(at: noon(3_600)) } }
                return try await group.reduce(0, +)
            }
            #expect(moved == 1)
            #expect(try await database.jobs().count == 1)
        }
    }
}

extension Database {
    fileprivate func enqueueScheduled(at now: Instant) async throws -> Int {
        try await write { try $0.enqueueScheduled(in: utc, at: now) }
    }

    fileprivate func nextTimes() async throws -> [String: Instant] {
        try await read { session in
            let rows = try session.all("SELECT name, next_at FROM job_schedule") { row in
                (try row.get(0, as: String.self), try row.get(1, as: Instant.self))
            }
            return Dictionary(uniqueKeysWithValues: rows)
        }
    }
}
