import Database
import DatabaseTestSupport
import Domain
import TestSupport
import Testing
import Waiting

@testable import Timeline

@Suite("Subscribers whose connection is lost now and then")
struct LostConnectionTests {
    @Test("are handed every event once and in order", arguments: Engine.allCases, Effort.seeds(3, soak: 60, debug: 1))
    func lost(engine: Engine, seed: UInt64) async throws {
        try await TestDatabase.make(engine) { database in
            let flaky = FlakyDatabase(database, seed: seed, losesOneIn: 6)
            let (clock, appended, recorder) = (TestClock(noon), WakeUp(), Recorder("recorder"))
            let runner = runner(on: flaky, [recorder], clock: clock, batch: 3, appended: appended)
            let task = Task { await runner.run() }
            for number in 1...20 {
                try await database.append(number * 3 - 2...number * 3)
                appended.signal()
                clock.move(by: .milliseconds(100))
            }
            try await eventually("all are handled, seed \(seed)") {
                clock.move(by: .seconds(1))
                return try await recorder.seen(in: database).count >= 60
            }
            task.cancel()
            await task.value
            #expect(try await recorder.seen(in: database) == texts(1...60), "seed \(seed)")
            #expect(try await database.positions() == (1...60).map { Int64($0) }, "seed \(seed)")
        }
    }
}
