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
    /// Own gaps are told up to 32,767 days.
    typealias Length = Int16

    let plan: GapCounts
    let counts: UnsafeMutablePointer<Int64>
    let lengths: UnsafeMutablePointer<Length>
    var count = 0
    /// Days from the first purchase day to the second; below zero without one.
    var first = -1

    @inline(__always)
    init(_ plan: GapCounts, counts: UnsafeMutablePointer<Int64>, lengths: UnsafeMutablePointer<Length>) {
        self.plan = plan
        self.counts = counts
        self.lengths = lengths
    }

    /// The next purchase day came `gap` days after the one before.
    @inline(__always)
    mutating func add(_ gap: Int) {
        assert(gap >= 0 && gap < plan.dayCount && count < plan.dayCount)
        counts[plan.completed &+ gap] &+= 1
        lengths[count] = Length(truncatingIfNeeded: min(gap, Int(Length.max)))
        if count < 2 { addEarly(gap) }
        count &+= 1
    }

    @inline(never)
    private mutating func addEarly(_ gap: Int) {
        counts[plan.completed + (count + 1) * plan.dayCount + gap] += 1
        if count == 0 { first = gap }
    }

    /// No purchase day for `silence` days up to as-of.
    @inline(__always)
    func finish(silence: Int) {
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
