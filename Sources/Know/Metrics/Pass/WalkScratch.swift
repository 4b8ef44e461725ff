/// A worker's memory while it walks through a part of the customers.
struct WalkScratch {
    /// The tally's row of integers.
    let counts: UnsafeMutablePointer<Int64>
    /// Room for one customer's gaps and the lanes beyond them, and for sums by era.
    let lengths: UnsafeMutablePointer<UInt16>
    let eras: UnsafeMutablePointer<EraSums>

    /// Lends memory for a timeline of `dayCount` days to `body`.
    static func with(
        counts: UnsafeMutablePointer<Int64>, dayCount: Int, _ body: (WalkScratch) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: dayCount + GapQuantiles.lanes) { lengths in
            withUnsafeTemporaryAllocation(of: EraSums.self, capacity: Eras.most + 1) { eras in
                // An allocation of one place and more has an address.
                guard let lengths = lengths.baseAddress, let eras = eras.baseAddress else { return }
                body(WalkScratch(counts: counts, lengths: lengths, eras: eras))
            }
        }
    }
}
