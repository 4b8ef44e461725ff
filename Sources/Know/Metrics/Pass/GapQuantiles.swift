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
    ///   - gaps: Gaps of one day or more in any order; those told as shorter and the lanes beyond are overwritten.
    ///   - bits: Every bit that any gap has.
    @inline(__always)
    init(_ gaps: UnsafeMutablePointer<UInt16>, count: Int, bits: Int) {
        if bits > Int(Length.max) { Self.shorten(gaps, count) }
        let lengths = UnsafeMutableRawPointer(gaps).assumingMemoryBound(to: Length.self)
        let (half, most) = ((count &+ 1) / 2, (count &* 9 &+ 9) / 10)
        if count < 2 {
            (median, p90) = count == 0 ? (0, 0) : (lengths[0], lengths[0])
        } else {
            // Lanes without a gap hold what no gap is above.
            UnsafeMutableRawPointer(lengths + count).storeBytes(
                of: SIMD16(repeating: Length.max), as: SIMD16<Length>.self)
            (median, p90) =
                switch count {
                case ...8: Self.eight(lengths, half, most)
                case ...Self.lanes: Self.sixteen(lengths, count, half, most)
                default: Self.selected(lengths, count, half, most, bits: bits)
                }
        }
    }

    @inline(never)
    private static func shorten(_ gaps: UnsafeMutablePointer<UInt16>, _ count: Int) {
        for place in 0..<count { gaps[place] = min(gaps[place], UInt16(Length.max)) }
    }

    // MARK: Few gaps

    /// The lengths of two ranks among eight lanes or sixteen, from how many are below each. Lengths are zero or more, so
    /// that the sign of a difference tells their order.
    @inline(__always)
    private static func eight(
        _ lengths: UnsafeMutablePointer<Length>, _ half: Int, _ most: Int
    ) -> (Length, Length) {
        let all = UnsafeRawPointer(lengths).loadUnaligned(as: SIMD8<Length>.self)
        var below = SIMD8<Length>()
        for lane in 0..<8 { below &-= (SIMD8(repeating: all[lane]) &- all) &>> 15 }
        return (largest(kept(all, below, half)), largest(kept(all, below, most)))
    }

    @inline(__always)
    private static func sixteen(
        _ lengths: UnsafeMutablePointer<Length>, _ count: Int, _ half: Int, _ most: Int
    ) -> (Length, Length) {
        let all = UnsafeRawPointer(lengths).loadUnaligned(as: SIMD16<Length>.self)
        var below = SIMD16<Length>()
        for place in 0..<count { below &-= (SIMD16(repeating: lengths[place]) &- all) &>> 15 }
        let (lower, upper) = (kept(all, below, half), kept(all, below, most))
        return (largest(larger(lower.lowHalf, lower.highHalf)), largest(larger(upper.lowHalf, upper.highHalf)))
    }

    /// The lengths that fewer than `rank` are below, and zero in the lanes of the others.
    @inline(__always)
    private static func kept<Lanes: SIMD<Length>>(_ lengths: Lanes, _ below: Lanes, _ rank: Int) -> Lanes {
        lengths & ((below &- Lanes(repeating: Length(truncatingIfNeeded: rank))) &>> 15)
    }

    @inline(__always)
    private static func largest(_ lengths: SIMD8<Length>) -> Length {
        let four = larger(lengths.lowHalf, lengths.highHalf)
        let two = larger(four.lowHalf, four.highHalf)
        return max(two[0], two[1])
    }

    @inline(__always)
    private static func larger<Lanes: SIMD<Length>>(_ left: Lanes, _ right: Lanes) -> Lanes {
        let difference = left &- right
        return left &- (difference & (difference &>> 15))
    }

    // MARK: Many gaps

    /// Both ranks bit by bit from the highest: a bit belongs to the length of a rank when fewer lengths than the rank are
    /// below what it makes. Each bit is one look at all lengths.
    @inline(never)
    private static func selected(
        _ lengths: UnsafeMutablePointer<Length>, _ count: Int, _ half: Int, _ most: Int, bits: Int
    ) -> (Length, Length) {
        let all = UnsafeRawPointer(lengths)
        let vectors = (count &+ 7) / 8
        var (low, high) = (0 as Length, 0 as Length)
        let highest = min(bits, Int(Length.max))
        var bit = 1 &<< Length(truncatingIfNeeded: Int.bitWidth &- 1 &- highest.leadingZeroBitCount)
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
