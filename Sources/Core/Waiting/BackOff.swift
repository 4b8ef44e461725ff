import Domain

/// How long to wait after a failure: a random time below a limit that doubles with every failure (“full jitter”), so that
/// what failed together does not come back together.
///
/// Source: M. Brooker, “Exponential Backoff And Jitter”, AWS Architecture Blog (2015).
public struct BackOff: Hashable, Sendable {
    /// The limit after the first failure.
    public let first: Duration
    /// The limit never grows above this.
    public let most: Duration

    /// - Precondition: 0 < first ≤ most.
    public init(first: Duration, most: Duration) {
        precondition(first > .zero && first <= most, "the waits of a back-off grow from above zero")
        (self.first, self.most) = (first, most)
    }

    /// The limit of the wait after this many failures, counted from 1.
    public func limit(after failures: Int) -> Duration {
        // Beyond 62 doublings the limit is reached by any first wait of a millisecond or more.
        let doublings = min(max(failures, 1) - 1, 62)
        let first = max(first.wholeMilliseconds, 1)
        let limit = first.multipliedReportingOverflow(by: 1 << doublings)
        return limit.overflow ? most : min(most, .milliseconds(limit.partialValue))
    }

    /// In whole milliseconds, from 0 to the limit.
    public func wait(after failures: Int, using random: inout some RandomNumberGenerator) -> Duration {
        .milliseconds(Int64.random(in: 0...limit(after: failures).wholeMilliseconds, using: &random))
    }
}
