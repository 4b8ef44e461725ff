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

/// One customer's gaps, for their quantiles.
struct GapLengths {
    /// Own gaps are told up to 32,767 days.
    typealias Length = Int16

    let lengths: UnsafeMutablePointer<Length>
    let count: Int

    /// Counts the gaps between `days` and the silence after the last, and keeps the gaps in `lengths`.
    @inline(__always)
    init(
        _ plan: GapCounts, days: UnsafePointer<Int32>, dayCount: Int, counts: UnsafeMutablePointer<Int64>,
        lengths: UnsafeMutablePointer<Length>
    ) {
        self.lengths = lengths
        count = dayCount &- 1
        let completed = counts + plan.completed
        for place in 0..<count {
            let gap = Int(days[place &+ 1] &- days[place])
            assert(gap > 0 && gap < plan.dayCount)
            completed[gap] &+= 1
            lengths[place] = Length(truncatingIfNeeded: min(gap, Int(Length.max)))
        }
        if count > 0 { completed[plan.dayCount &+ Int(days[1] &- days[0])] &+= 1 }
        if count > 1 { completed[2 &* plan.dayCount &+ Int(days[2] &- days[1])] &+= 1 }
        let silence = plan.dayCount &- 1 &- Int(days[count])
        assert(silence >= 0 && silence < plan.dayCount)
        counts[plan.censored &+ silence] &+= 1
        if count < 2 { counts[plan.censored &+ (count &+ 1) &* plan.dayCount &+ silence] &+= 1 }
    }

    /// The smallest lengths that at least half and at least nine tenths do not exceed; zero without gaps.
    @inline(__always)
    func medianAndP90() -> (Length, Length) {
        let (half, most) = ((count &+ 1) / 2, (count &* 9 &+ 9) / 10)
        switch count {
        case 0: return (0, 0)
        case 1: return (lengths[0], lengths[0])
        case 2...Self.lanes: return ranked(half, most)
        default:
            sort()
            return (lengths[half - 1], lengths[most - 1])
        }
    }

    /// The scratch has room for so many lengths beyond the customer's.
    static let lanes = 16

    /// The lengths of two ranks among few, from how many are below each: without a branch, where sorting would guess
    /// wrong at every second comparison. Lengths are zero or more, so that the sign of a difference tells their order.
    @inline(__always)
    private func ranked(_ half: Int, _ most: Int) -> (Length, Length) {
        for place in count..<Self.lanes { lengths[place] = Length.max }
        let all = UnsafeRawPointer(lengths).loadUnaligned(as: SIMD16<Length>.self)
        var below = SIMD16<Length>()
        for place in 0..<count { below &-= (SIMD16(repeating: lengths[place]) &- all) &>> 15 }
        return (Self.largest(all, below, half), Self.largest(all, below, most))
    }

    /// The largest length that fewer than `rank` are below.
    @inline(__always)
    private static func largest(_ lengths: SIMD16<Length>, _ below: SIMD16<Length>, _ rank: Int) -> Length {
        let kept = lengths & ((below &- SIMD16(repeating: Length(truncatingIfNeeded: rank))) &>> 15)
        let eight = larger(kept.lowHalf, kept.highHalf)
        let four = larger(eight.lowHalf, eight.highHalf)
        let two = larger(four.lowHalf, four.highHalf)
        return max(two[0], two[1])
    }

    @inline(__always)
    private static func larger<Vector: SIMD<Length>>(_ left: Vector, _ right: Vector) -> Vector {
        let difference = left &- right
        return left &- (difference & (difference &>> 15))
    }

    /// Sorts the lengths in place with Shell's gaps (Ciura 2001).
    @inline(never)
    private func sort() {
        for step in [1_750, 701, 301, 132, 57, 23, 10, 4, 1] where step < count {
            for place in step..<count {
                let value = lengths[place]
                var hole = place
                while hole >= step, lengths[hole - step] > value {
                    lengths[hole] = lengths[hole - step]
                    hole -= step
                }
                lengths[hole] = value
            }
        }
    }
}
