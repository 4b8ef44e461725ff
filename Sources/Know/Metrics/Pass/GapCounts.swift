/// Gaps between purchase days by length: all, those after the first purchase day and those after the second; each as
/// completed and as censored at as-of (docs/metrics.md, "Window and activity").
struct GapCounts: BitwiseCopyable, Equatable, Sendable {
    let dayCount: Int
    let completed: Int
    let censored: Int

    init(dayCount: Int, take: (Int) -> Int) {
        self.dayCount = dayCount
        completed = take(3 * dayCount)
        censored = take(3 * dayCount)
    }

    /// Counts what a customer's first two gaps and the silence after the last purchase day are; all gaps are counted one
    /// by one.
    @inline(__always)
    func addEnds(_ lengths: UnsafePointer<UInt16>, gaps: Int, lastDay: Int, to counts: UnsafeMutablePointer<Int64>) {
        let completed = counts + self.completed
        if gaps > 0 { completed[dayCount &+ Int(lengths[0])] &+= 1 }
        if gaps > 1 { completed[2 &* dayCount &+ Int(lengths[1])] &+= 1 }
        let silence = dayCount &- 1 &- lastDay
        assert(silence >= 0 && silence < dayCount)
        counts[censored &+ silence] &+= 1
        if gaps < 2 { counts[censored &+ (gaps &+ 1) &* dayCount &+ silence] &+= 1 }
    }
}
