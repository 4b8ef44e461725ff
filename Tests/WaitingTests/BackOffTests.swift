import Domain
import TestSupport
import Testing
import Waiting

@Suite("Back-off")
struct BackOffTests {
    private static let backOff = BackOff(first: .seconds(10), most: .seconds(3_600))

    @Test(
        "doubles its limit with every failure, and keeps it below the greatest",
        arguments: [
            (0, 10), (1, 10), (2, 20), (3, 40), (9, 2_560), (10, 3_600), (64, 3_600), (1_000, 3_600), (.max, 3_600),
        ])
    func limits(failures: Int, seconds: Int) {
        #expect(Self.backOff.limit(after: failures) == .seconds(seconds))
    }

    @Test("waits any time below the limit, each as likely as the others")
    func jitter() {
        var random = SeededGenerator(seed: 1)
        let waits = (0..<4_000).map { _ in Self.backOff.wait(after: 3, using: &random).wholeMilliseconds }
        #expect(waits.allSatisfy { (0...40_000).contains($0) })
        // The mean of 4,000 even draws from 0 to 40 s: 20 s, with a standard error of 0.18 s.
        let mean = Double(waits.reduce(0, +)) / 4_000
        #expect(abs(mean - 20_000) < 5 * 183)
        #expect((waits.min() ?? 0) < 400 && (waits.max() ?? 0) > 39_600)
    }

    @Test("takes durations to the millisecond, and never beyond 64 bits")
    func durations() {
        #expect(Duration.seconds(Int64.max).wholeMilliseconds == .max)
        #expect(Duration.seconds(Int64.min).wholeMilliseconds == .min)
        #expect(Duration.microseconds(-1_500).wholeMilliseconds == -1)
        #expect(Instant(milliseconds: .max).advanced(by: .seconds(1)) == Instant(milliseconds: .max))
        #expect(Instant(milliseconds: .min).advanced(by: .seconds(-1)) == Instant(milliseconds: .min))
        #expect(Instant(milliseconds: 5).advanced(by: .milliseconds(-7)) == Instant(milliseconds: -2))
    }
}
