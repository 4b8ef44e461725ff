/// A worker's memory while it walks through a part of the customers.
struct WalkScratch {
    /// The tally's row of integers.
    let counts: UnsafeMutablePointer<Int64>
    /// Room for one customer's purchase days, for their gaps and the lanes beyond them, for sums by era and the last day
    /// of each.
    let days: UnsafeMutablePointer<Int32>
    let lengths: UnsafeMutablePointer<GapQuantiles.Length>
    let eras: UnsafeMutablePointer<EraSums>
    let lastDays: UnsafeMutablePointer<Int32>

    /// Lends memory for a timeline of `dayCount` days to `body`.
    static func with(
        counts: UnsafeMutablePointer<Int64>, dayCount: Int, _ body: (WalkScratch) -> Void
    ) {
        let lengthCount = dayCount + GapQuantiles.lanes
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: dayCount + 1 + Eras.most + 1) { days in
            withUnsafeTemporaryAllocation(of: GapQuantiles.Length.self, capacity: lengthCount) { lengths in
                withUnsafeTemporaryAllocation(of: EraSums.self, capacity: Eras.most + 1) { eras in
                    // An allocation of one place and more has an address.
                    guard let days = days.baseAddress, let lengths = lengths.baseAddress, let eras = eras.baseAddress
                    else { return }
                    body(
                        WalkScratch(
                            counts: counts, days: days, lengths: lengths, eras: eras, lastDays: days + dayCount + 1))
                }
            }
        }
    }
}
