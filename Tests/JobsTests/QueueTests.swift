import Database
import DatabaseTestSupport
import Domain
import TestSupport
import Testing

@testable import Jobs

@Suite("The job queue")
struct QueueTests {
    @Test(
        "gives the highest priority first, then the oldest, and nothing before its time",
        arguments: Engine.allCases)
    func order(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            try await database.enqueue(1, priority: .low)
            try await database.enqueue(2)
            try await database.enqueue(3, runAt: noon(-5))
            try await database.enqueue(4, runAt: noon(1), priority: .urgent)
            try await database.enqueue(5, priority: .high)
            try await database.enqueue(6)
            #expect(try await database.lease(2).map(\.work) == [5, 3])
            #expect(try await database.lease(10).map(\.work) == [2, 6, 1])
            #expect(try await database.lease(10).isEmpty)
            #expect(try await database.lease(10, at: noon(1)).map(\.work) == [4])
        }
    }

    @Test("keeps what was enqueued, with its kind's priority and attempts", arguments: Engine.allCases)
    func payload(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let work = Work(number: .max, note: "żółw \"'\\ 🌱")
            let ids = try await database.write { session in
                [try session.enqueue(work, at: noon), try session.enqueue(OtherWork(), at: noon)]
            }
            let job = try await database.job(try #require(ids[0]))
            #expect(job.state == .waiting && job.priority == .normal && job.mostAttempts == 3 && job.attempts == 0)
            #expect(job.runAt == noon && job.createdAt == noon && job.endedAt == nil && job.failure == nil)
            let leases = try await database.lease(2)
            #expect(leases.map(\.kind) == ["other-work", "work"])
            #expect(try JSONText.decoded(leases[1].payload) == work)
            #expect(leases[1].attempt == 1 && leases[1].mostAttempts == 3)
        }
    }

    @Test("has a job if and only if its transaction holds", arguments: Engine.allCases)
    func transaction(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            await #expect(throws: CancellationError.self) {
                try await database.write { session in
                    try session.enqueue(Work(number: 1), at: noon)
                    throw CancellationError()
                }
            }
            let jobs = try await database.jobs()
            #expect(jobs.isEmpty)
        }
    }

    @Test("takes a second job with one key as the first while that waits", arguments: Engine.allCases)
    func uniqueWaiting(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let first = try await database.enqueue(1, key: "same")
            #expect(first != nil)
            #expect(try await database.enqueue(2, key: "same") == nil)
            #expect(try await database.enqueue(3, key: "other") != nil)
            let lease = try await database.lease(1)[0]
            try await database.write { try $0.complete(lease, at: noon) }
            #expect(try await database.enqueue(4, key: "same") != nil)
        }
    }

    @Test(
        "lets the next job with one key wait while the first runs, and runs it after", arguments: Engine.allCases)
    func uniqueRunning(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            try await database.enqueue(1, key: "same")
            let lease = try await database.lease(5)[0]
            // What changed since the first one began is seen to by the second.
            #expect(try await database.enqueue(2, key: "same") != nil)
            #expect(try await database.enqueue(3, key: "same") == nil)
            #expect(try await database.lease(5).isEmpty)
            try await database.write { try $0.complete(lease, at: noon) }
            #expect(try await database.lease(5).map(\.work) == [2])
        }
    }

    @Test(
        "joins two jobs with one key when the running one goes back to waiting", arguments: Engine.allCases,
        ["fail", "release", "expire"])
    func uniqueJoined(engine: Engine, how: String) async throws {
        try await TestDatabase.make(engine) { database in
            let first = try #require(try await database.enqueue(1, key: "same"))
            let lease = try await database.lease()[0]
            let second = try #require(try await database.enqueue(2, key: "same"))
            try await database.write { session in
                switch how {
                case "fail": try session.fail(lease, JobFailure(.thrown, "x"), wait: .zero, at: noon)
                case "release": try session.release(lease, at: noon)
                default:
                    for lease in try session.expiredLeases(longest: .seconds(600), at: noon(61)) {
                        try session.fail(lease, JobFailure(.leaseExpired, "x"), wait: .zero, at: noon)
                    }
                }
            }
            #expect(try await database.job(first).state == .waiting)
            #expect(try await database.job(second).state == .done)
            #expect(try await database.lease(5).map(\.jobID) == [first])
        }
    }

    @Test("gives each job to one of many who take at once", arguments: Engine.allCases)
    func manyTake(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            try await database.write { session in
                for number in 0..<200 { try session.enqueue(Work(number: number), at: noon) }
            }
            let taken = Log<Int>()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for owner in 0..<4 {
                    group.addTask {
                        while true {
                            let leases = try await database.lease(7, owner: "owner \(owner)")
                            if leases.isEmpty { return }
                            leases.forEach { taken.append($0.work) }
                        }
                    }
                }
                try await group.waitForAll()
            }
            // Those who are passed over while others take them are still there.
            for lease in try await database.lease(200) { taken.append(lease.work) }
            #expect(taken.all.sorted() == Array(0..<200))
        }
    }

    @Test("tells how much waits, runs and has failed, and since when", arguments: Engine.allCases)
    func figures(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let none = QueueFigures(waiting: 0, running: 0, deadLetters: 0, dueSince: nil)
            #expect(try await database.read { try $0.queueFigures(at: noon) } == none)
            for number in 0..<6 { try await database.enqueue(number, priority: .urgent) }
            let leases = try await database.lease(4)
            try await database.write { session in
                try session.fail(leases[0], JobFailure(.final, "x"), wait: .zero, at: noon)
                try session.complete(leases[1], at: noon)
            }
            try await database.enqueue(6, runAt: noon(-30), priority: .low)
            try await database.enqueue(7, runAt: noon(1))
            let figures = try await database.read { try $0.queueFigures(at: noon) }
            #expect(figures == QueueFigures(waiting: 4, running: 2, deadLetters: 1, dueSince: noon(-30)))
        }
    }

    /// With SQLite one transaction writes at a time.
    @Test("passes over what another transaction is taking, and nobody waits")
    func takenMeanwhile() async throws {
        try await TestDatabase.make(.postgresql) { database in
            for (number, priority) in [JobPriority.high, .high, .normal, .normal, .low].enumerated() {
                try await database.enqueue(number, priority: priority)
            }
            let gate = Gate()
            async let held = database.write { session in
                let leases = try session.leaseJobs(2, owner: "held", until: noon(60), at: noon)
                gate.hold()
                return leases.map(\.work)
            }
            defer { gate.open() }
            try await gate.waitUntilHeld()
            // Nothing but the two is held, of whatever priority.
            let others = try await database.lease(10).map(\.work)
            gate.open()
            #expect(try await held == [0, 1])
            #expect(others == [2, 3, 4])
        }
    }

    @Test("finds jobs through an index by every statement", arguments: Engine.allCases)
    func plans(engine: Engine) async throws {
        let (one, key) = (Value.integer(1), Value.text("k"))
        let statements: [(SQL, [Value])] = [
            (JobSQL.one, [one]), (JobSQL.lease, [one, one, key, one]), (JobSQL.held, [one, one]),
            (JobSQL.extend, [one, one, one]), (JobSQL.complete, [one, one, one]),
            (JobSQL.retryLater, [one, one, one, .text("thrown"), key]),
            (JobSQL.bury, [one, one, one, .text("thrown"), key]), (JobSQL.release, [one, one, one]),
            (JobSQL.joinWaiting, [key, one]), (JobSQL.expired, [one, one]), (JobSQL.hasExpired, [one, one]),
            (JobSQL.hasDue, [one]), (JobSQL.bringBack, [one, one]), (JobSQL.dead, [one, one, one]),
            (JobSQL.deadKey, [one]), (JobSQL.firstDue, [one, one]), (JobSQL.countWaiting, []),
            (JobSQL.countRunning, []),
            (JobSQL.countDead, []), (JobSQL.revive, [one, one]), (JobSQL.sweep, [one, one]),
        ]
        try await TestDatabase.make(engine) { database in
            for number in 0..<20 { try await database.enqueue(number, key: "key \(number)") }
            for (sql, values) in statements {
                let walks = try await database.write {
                    try $0.walks(of: sql, values: values, over: ["job", "first"])
                }
                #expect(walks.isEmpty, "\(sql)")
            }
            // What the test would see.
            let walk = try await database.write {
                try $0.walks(of: "SELECT id FROM job WHERE created_at = $1", values: [one], over: ["job"])
            }
            #expect(!walk.isEmpty)
        }
    }

    @Test("walks over no job that waits for later, in whatever priority") func later() async throws {
        try await TestDatabase.make(.sqlite) { database in
            let steps = try await database.write { session in
                try session.plan(of: JobSQL.lease, values: [.integer(1), .integer(1), .text("a"), .integer(1)])
            }
            #expect(steps.filter { $0.contains("job_waiting (priority=? AND run_at<?)") }.count == 4)
        }
        try await TestDatabase.make(.postgresql) { database in
            let steps = try await database.write { session in
                try session.script("SET LOCAL enable_seqscan = off")
                return try session.plan(of: JobSQL.lease, values: [.integer(1), .integer(1), .text("a"), .integer(1)])
            }
            for priority in JobPriority.allCases {
                let condition = "Index Cond: ((priority = \(priority.rawValue)) AND (run_at <= "
                #expect(steps.contains { $0.contains(condition) }, "\(steps)")
            }
        }
    }
}
