import Database
import DatabaseTestSupport
import Domain
import TestSupport
import Testing
import Waiting

@testable import Jobs

@Suite("Leases")
struct LeaseTests {
    @Test("that ran out are taken back, and whoever held them can do nothing any more", arguments: Engine.allCases)
    func fencing(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let id = try #require(try await database.enqueue(1))
            let old = try await database.lease()[0]
            let expired = try await database.write { session in
                let expired = try session.expiredLeases(longest: .seconds(600), at: noon(60))
                for lease in expired {
                    try session.fail(lease, JobFailure(.leaseExpired, "x"), wait: .seconds(5), at: noon(60))
                }
                return expired
            }
            #expect(expired == [old])
            #expect(try await database.lease(at: noon(64)).isEmpty)
            let new = try await database.lease(at: noon(65), owner: "b")[0]
            #expect(new.jobID == id && new.attempt == 2)

            let lost = LeaseLost(jobID: id)
            let attempts: [@Sendable (any Session) throws -> Void] = [
                { try $0.extend(old, until: noon(900)) }, { try $0.require(old) },
                { try $0.release(old, at: noon(66)) },
                { try $0.complete(old, at: noon(66)) },
                { try $0.fail(old, JobFailure(.thrown, "x"), wait: .zero, at: noon(66)) },
            ]
            for attempt in attempts { await #expect(throws: lost) { try await database.write(attempt) } }
            try await database.write { session in
                try session.extend(new, until: noon(900))
                try session.require(new)
                try session.complete(new, at: noon(100))
            }
            let job = try await database.job(id)
            #expect(job.state == .done && job.endedAt == noon(100) && job.failure == nil)
            await #expect(throws: lost) { try await database.write { try $0.complete(new, at: noon(101)) } }
        }
    }

    @Test("that were extended are not taken back", arguments: Engine.allCases)
    func extended(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            try await database.enqueue(1)
            let lease = try await database.lease()[0]
            try await database.write { try $0.extend(lease, until: noon(100)) }
            let counts = try await database.write { session in
                [
                    try session.expiredLeases(longest: .seconds(600), at: noon(99)).count,
                    try session.expiredLeases(longest: .seconds(600), at: noon(100)).count,
                    // The clock was set back by an hour.
                    try session.expiredLeases(longest: .seconds(600), at: noon(-3_600)).count,
                ]
            }
            #expect(counts == [0, 1, 1])
        }
    }

    @Test("that are given back do not count as attempts", arguments: Engine.allCases)
    func released(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let id = try #require(try await database.enqueue(1))
            for _ in 0..<10 {
                let lease = try await database.lease()[0]
                #expect(lease.attempt == 1)
                try await database.write { try $0.release(lease, at: noon) }
            }
            #expect(try await database.job(id).attempts == 0)
        }
    }

    @Test("end after all attempts in a dead letter, which a person lists and retries", arguments: Engine.allCases)
    func dead(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let id = try #require(try await database.enqueue(1, key: "same"))
            for attempt in 1...3 {
                let lease = try await database.lease(at: noon(attempt * 100))[0]
                let retryAt = try await database.write { session in
                    try session.fail(
                        lease, JobFailure(.thrown, "no route"), wait: .seconds(20), at: noon(attempt * 100))
                }
                #expect(retryAt == (attempt == 3 ? nil : noon(attempt * 100 + 20)))
            }
            let letters = try await database.read { try $0.deadLetters(limit: 10) }
            #expect(letters.map(\.id) == [id])
            #expect(letters[0].failure == JobFailure(.thrown, "no route"))
            #expect(letters[0].endedAt == noon(300) && letters[0].attempts == 3)
            #expect(try await database.lease(at: noon(10_000)).isEmpty)
            // The key is free again; what waits under it is joined.
            let second = try #require(try await database.enqueue(2, key: "same"))
            #expect(try await database.write { try $0.retryDeadLetter(id, at: noon(400)) })
            #expect(!(try await database.write { try $0.retryDeadLetter(id, at: noon(400)) }))
            #expect(!(try await database.write { try $0.retryDeadLetter(second, at: noon(400)) }))
            #expect(try await database.job(second).state == .done)
            let lease = try await database.lease(5, at: noon(400))
            #expect(lease.map(\.jobID) == [id] && lease[0].attempt == 1)
        }
    }

    @Test("of dead letters come page by page, the last first", arguments: Engine.allCases)
    func pages(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            for number in 0..<7 { try await database.enqueue(number) }
            let leases = try await database.lease(7)
            let pages = try await database.write { session in
                for lease in leases {
                    let end = noon(lease.work / 3)
                    try session.fail(lease, JobFailure(.final, "x"), wait: .zero, at: end)
                }
                var pages = [try session.deadLetters(limit: 3)]
                while let last = pages.last?.last {
                    pages.append(try session.deadLetters(earlierThan: last, limit: 3))
                }
                return pages.map { $0.map(\.id) }
            }
            let ids = leases.map(\.jobID)
            #expect(pages == [[ids[6], ids[5], ids[4]], [ids[3], ids[2], ids[1]], [ids[0]], []])
        }
    }

    @Test("of done jobs are forgotten after a while, and no others", arguments: Engine.allCases)
    func swept(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            for number in 0..<6 { try await database.enqueue(number) }
            let leases = try await database.lease(5)
            let counts = try await database.write { session in
                for lease in leases.prefix(3) { try session.complete(lease, at: noon(lease.work)) }
                try session.fail(leases[3], JobFailure(.final, "x"), wait: .zero, at: noon)
                return [
                    try session.sweepDoneJobs(before: noon(2), limit: 1), try session.sweepDoneJobs(before: noon(2)),
                    try session.sweepDoneJobs(before: noon(2)),
                ]
            }
            #expect(counts == [1, 1, 0])
            #expect(try await database.jobs().map(\.state) == [.done, .dead, .running, .waiting])
        }
    }
}
