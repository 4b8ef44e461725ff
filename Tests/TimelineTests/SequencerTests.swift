import Database
import DatabaseTestSupport
import Domain
import TestSupport
import Testing

@testable import Timeline

@Suite("Sequencer")
struct SequencerTests {
    @Test("gives positions from 1 without gaps, in batches of any size", arguments: Engine.allCases, [1, 3, 100])
    func positions(engine: Engine, batch: Int) async throws {
        try await TestDatabase.make(engine) { database in
            try await database.append(1...20)
            let before = try await database.positions()
            #expect(before.allSatisfy { $0 == nil })
            #expect(try await Sequencer(batch: batch).run(on: database) == 20)
            #expect(try await Sequencer(batch: batch).run(on: database) == 0)
            try await database.append(21...25)
            #expect(try await Sequencer(batch: batch).run(on: database) == 5)
            #expect(try await database.positions() == (1...25).map { Int64($0) })
            let order = try await database.read {
                try $0.all("SELECT data FROM event ORDER BY position") { try $0.get(0, as: String.self) }
            }
            #expect(order == texts(1...25))
        }
    }

    @Test("gives no position twice when the event that had it is gone", arguments: Engine.allCases)
    func deleted(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let recorder = Recorder("recorder")
            let runner = runner(on: database, [recorder])
            try await database.append(1...3)
            try await runner.catchUp()
            _ = try await database.write { try $0.execute("DELETE FROM event WHERE position >= 2") }
            try await database.append(4...5)
            try await runner.catchUp()
            #expect(try await database.positions() == [1, 4, 5])
            #expect(try await recorder.seen(in: database) == texts(1...5))
        }
    }

    @Test(
        "keeps the order of what one writer told, however many write and place at once",
        arguments: Engine.allCases, Effort.seeds(4, soak: 60, debug: 2))
    func concurrent(engine: Engine, seed: UInt64) async throws {
        try await TestDatabase.make(engine) { database in
            let writers = 4
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<writers {
                    group.addTask {
                        var random = SeededGenerator(seed: seed &* 31 &+ UInt64(writer))
                        var next = 0
                        while next < 40 {
                            let count = Int.random(in: 1...12, using: &random)
                            let kind = EventKind(rawValue: "writer-\(writer)")
                            try await database.append(next..<next + count, kind: kind)
                            next += count
                        }
                    }
                }
                for batch in [2, 7] {
                    group.addTask { for _ in 0..<20 { try await Sequencer(batch: batch).run(on: database) } }
                }
                try await group.waitForAll()
            }
            try await Sequencer().run(on: database)
            let positions = try await database.positions()
            #expect(positions == (1...positions.count).map { Int64($0) }, "seed \(seed)")
            for writer in 0..<writers {
                let told = try await database.read { session in
                    try session.all("SELECT data FROM event WHERE kind = $1 ORDER BY position", "writer-\(writer)") {
                        try $0.get(0, as: String.self)
                    }
                }
                #expect(told == texts(0..<told.count), "seed \(seed)")
            }
        }
    }
}
