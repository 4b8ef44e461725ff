import Database
import DatabaseTestSupport
import Domain
import TestSupport
import Testing

@testable import Timeline

/// Transactions that write at the same time are PostgreSQL's alone: with SQLite one writes at a time.
@Suite("Transactions that commit out of order")
struct OpenTransactionTests {
    @Test("lose no event", arguments: Effort.seeds(4, soak: 100, debug: 2))
    func outOfOrder(seed: UInt64) async throws {
        try await TestDatabase.make(.postgresql) { database in
            var random = SeededGenerator(seed: seed)
            let recorder = Recorder("recorder")
            let runner = runner(on: database, [recorder], batch: 2)
            try await runner.catchUp()
            // Each appends at once and commits when it is told to, in an order made by chance.
            let gates = (1...4).map { _ in Gate() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                // Also when something fails.
                defer { gates.forEach { $0.open() } }
                for (place, gate) in gates.enumerated() {
                    group.addTask { try await database.appendHeld(place + 1, until: gate) }
                    try await gate.waitUntilHeld()
                }
                var handled: [String] = []
                for (place, gate) in gates.enumerated().shuffled(using: &random) {
                    gate.open()
                    handled.append(String(place + 1))
                    try await eventually("event \(place + 1) is handled, seed \(seed)") {
                        try await runner.catchUp()
                        return try await recorder.seen(in: database) == handled
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.positions() == [1, 2, 3, 4])
        }
    }

    @Test("stall nobody when one stays open for long")
    func longOne() async throws {
        try await TestDatabase.make(.postgresql) { database in
            let recorder = Recorder("recorder")
            let runner = runner(on: database, [recorder], batch: 7)
            let gate = Gate()
            async let held: Void = database.appendHeld(0, until: gate)
            defer { gate.open() }
            try await gate.waitUntilHeld()
            for number in 1...30 {
                try await database.append(number...number)
                try await runner.catchUp()
                #expect(try await recorder.seen(in: database).last == String(number))
            }
            gate.open()
            try await held
            try await runner.catchUp()
            #expect(try await recorder.seen(in: database) == texts(1...30) + ["0"])
        }
    }
}

extension Database {
    fileprivate func appendHeld(_ number: Int, until gate: Gate) async throws {
        try await write { session in
            try session.append(try NewEvent("told", occurredAt: noon, data: number), at: noon)
            gate.hold()
        }
    }
}
