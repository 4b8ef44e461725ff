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
}

/// Counts one customer's gaps and keeps them in `lengths` for their quantiles.
struct GapWalk {
    let plan: GapCounts
    let counts: UnsafeMutablePointer<Int64>
    let lengths: UnsafeMutablePointer<Int32>
    var count = 0

    init(_ plan: GapCounts, counts: UnsafeMutablePointer<Int64>, lengths: UnsafeMutablePointer<Int32>) {
        self.plan = plan
        self.counts = counts
        self.lengths = lengths
    }

    /// The next purchase day came `gap` days after the one before.
    @inline(__always)
    mutating func add(_ gap: Int) {
        assert(gap >= 0 && gap < plan.dayCount && count < plan.dayCount)
        counts[plan.completed + gap] += 1
        if count < 2 { counts[plan.completed + (count + 1) * plan.dayCount + gap] += 1 }
        lengths[count] = Int32(truncatingIfNeeded: gap)
        count += 1
    }

    /// No purchase day for `silence` days up to as-of.
    @inline(__always)
    mutating func finish(silence: Int) {
        assert(silence >= 0 && silence < plan.dayCount)
        counts[plan.censored + silence] += 1
        if count < 2 { counts[plan.censored + (count + 1) * plan.dayCount + silence] += 1 }
    }

    /// Sorts the lengths in place: by insertion where they are few, with Shell's gaps (Ciura 2001) where they are many.
    @inline(__always)
    func sort() {
        if count > 24 {
            for step in [1_750, 701, 301, 132, 57, 23, 10, 4] where step < count { insert(step) }
        }
        insert(1)
    }

    @inline(__always)
    private func insert(_ step: Int) {
        var place = step
        while place < count {
            let value = lengths[place]
            var hole = place
            while hole >= step, lengths[hole - step] > value {
                lengths[hole] = lengths[hole - step]
                hole -= step
            }
            lengths[hole] = value
            place += 1
        }
    }

    /// The smallest length that at least `percent` of a hundred do not exceed; the lengths are sorted, and not empty.
    @inline(__always)
    func quantile(percent: Int) -> UInt16 {
        UInt16(truncatingIfNeeded: lengths[(count * percent + 99) / 100 - 1])
    }
}
