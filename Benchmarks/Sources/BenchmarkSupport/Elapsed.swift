import Foundation

/// How long something took.
public struct Elapsed: Encodable, Sendable {
    /// Seconds on the wall.
    public var wall = 0.0
    /// Seconds of all cores together.
    public var cpu = 0.0

    /// Runs `body` once.
    public static func measure<Result>(_ body: () throws -> Result) rethrows -> (elapsed: Elapsed, result: Result) {
        let (wall, cpu) = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
        let result = try body()
        return (Elapsed(wall: now(CLOCK_MONOTONIC) - wall, cpu: now(CLOCK_PROCESS_CPUTIME_ID) - cpu), result)
    }

    /// One after the other.
    public static func + (a: Self, b: Self) -> Self { Elapsed(wall: a.wall + b.wall, cpu: a.cpu + b.cpu) }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
