import Domain
import TestSupport
import Testing
import Waiting

@Suite("Wake-ups")
struct WakeUpTests {
    private let clock = TestClock()
    private var later: Instant { clock.now.advanced(by: .seconds(60)) }

    @Test("end every wait that began before them") func signal() async throws {
        let wakeUp = WakeUp()
        let seen = wakeUp.count
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 { group.addTask { try await wakeUp.wait(past: seen, until: later, on: clock) } }
            try await eventually("all wait") { clock.sleepers == 3 }
            wakeUp.signal()
            try await group.waitForAll()
        }
        try await eventually("nobody sleeps on") { clock.sleepers == 0 }
    }

    @Test("that came while somebody was at work are not missed") func missed() async throws {
        let wakeUp = WakeUp()
        let seen = wakeUp.count
        wakeUp.signal()
        try await wakeUp.wait(past: seen, until: later, on: clock)
    }

    @Test("are not needed when the time has come") func time() async throws {
        let wakeUp = WakeUp()
        async let wait: Void = wakeUp.wait(past: wakeUp.count, until: later, on: clock)
        try await eventually("it waits") { clock.sleepers == 1 }
        clock.move(by: .seconds(60))
        try await wait
    }

    @Test("leave a task that is cancelled", arguments: 0..<50) func cancelled(round: Int) async throws {
        let wakeUp = WakeUp()
        let task = Task { try await wakeUp.wait(past: wakeUp.count, until: later, on: clock) }
        for _ in 0..<round { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("the machine's clock tells the time and waits for it") func system() async throws {
        let clock = SystemClock()
        let start = clock.now
        try await clock.sleep(for: .milliseconds(20))
        // The machine may be setting its clock a little.
        #expect(clock.now >= start.advanced(by: .milliseconds(15)))
        try await clock.sleep(until: start)
        let task = Task { try await clock.sleep(for: .seconds(600)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
