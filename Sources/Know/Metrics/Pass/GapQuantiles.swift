/// Two quantiles of one customer's gaps, found without sorting them (docs/metrics.md, "Window and activity").
///
/// Gaps are counted in lanes of sixteen bits and never branched on: which of two gaps is longer is chance, and a guess
/// that fails costs more than a comparison.
struct GapQuantiles: Equatable {
    /// Own gaps are told up to 32,767 days.
    typealias Length = Int16

    /// The scratch has room for so many lengths beyond the customer's.
    static let lanes = 16

    /// The smallest gaps that at least half and at least nine tenths do not exceed; zero without gaps.
    let median: Length
    let p90: Length

    /// - Parameters:
    ///   - lengths: Gaps of one day or more in any order; the lanes beyond them are overwritten.
    ///   - longest: No gap is longer.
    @inline(__always)
    init(_ lengths: UnsafeMutablePointer<Length>, count: Int, longest: Int) {
        let (half, most) = ((count &+ 1) / 2, (count &* 9 &+ 9) / 10)
        if count < 2 {
            (median, p90) = count == 0 ? (0, 0) : (lengths[0], lengths[0])
        } else {
            UnsafeMutableRawPointer(lengths + count).storeBytes(
                of: SIMD16(repeating: Length.max), as: SIMD16<Length>.self)
            (median, p90) =
                count <= Self.lanes
                ? Self.ranked(lengths, count, half, most) : Self.selected(lengths, count, half, most, longest: longest)
        }
    }

    // MARK: Few gaps

    /// The lengths of two ranks among few, from how many are below each. Lengths are zero or more, so that the sign of a
    /// difference tells their order.
    @inline(__always)
    private static func ranked(
        _ lengths: UnsafeMutablePointer<Length>, _ count: Int, _ half: Int, _ most: Int
    ) -> (Length, Length) {
        let all = UnsafeRawPointer(lengths).loadUnaligned(as: SIMD16<Length>.self)
        var below = SIMD16<Length>()
        for place in 0..<count { below &-= (SIMD16(repeating: lengths[place]) &- all) &>> 15 }
        return (largest(all, below, half), largest(all, below, most))
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

    // MARK: Many gaps

    /// Both ranks bit by bit from the highest: a bit belongs to the length of a rank when fewer lengths than the rank are
    /// below what it makes. Each bit is one look at all lengths.
    @inline(never)
    private static func selected(
        _ lengths: UnsafeMutablePointer<Length>, _ count: Int, _ half: Int, _ most: Int, longest: Int
    ) -> (Length, Length) {
        let all = UnsafeRawPointer(lengths)
        let vectors = (count &+ 7) / 8
        var (low, high) = (0 as Length, 0 as Length)
        var bit = 1 &<< (Length(Int.bitWidth) &- 1 &- Length(truncatingIfNeeded: max(1, longest).leadingZeroBitCount))
        while bit > 0 {
            let (lower, upper) = (SIMD8(repeating: low | bit), SIMD8(repeating: high | bit))
            // Minus the number of lengths below, lane by lane: at most 65,534 / 8.
            var (belowLower, belowUpper) = (SIMD8<Length>(), SIMD8<Length>())
            for vector in 0..<vectors {
                let eight = all.loadUnaligned(fromByteOffset: vector &* 16, as: SIMD8<Length>.self)
                belowLower &+= (eight &- lower) &>> 15
                belowUpper &+= (eight &- upper) &>> 15
            }
            low |= sum(belowLower) &+ half > 0 ? bit : 0
            high |= sum(belowUpper) &+ most > 0 ? bit : 0
            bit &>>= 1
        }
        return (low, high)
    }

    /// Lanes of minus the counts, added up as 32 bits.
    @inline(__always)
    private static func sum(_ lanes: SIMD8<Length>) -> Int {
        Int(SIMD8<Int32>(truncatingIfNeeded: lanes).wrappedSum())
    }
}
