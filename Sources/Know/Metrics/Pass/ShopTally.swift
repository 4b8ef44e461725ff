import Domain
import Ledger

/// The one tally of a shop: every part counts in its stretch of one row of integers, so that two tallies merge by
/// adding rows, and any split of the customers gives the same sums.
struct ShopTally: SummarizingTally {
    let input: PassInput
    var counts: [Int64]
    /// Room for one customer's gaps.
    private var lengths: [Int32]

    init(input: PassInput) {
        self.input = input
        counts = Array(repeating: 0, count: input.plan.count)
        lengths = Array(repeating: 0, count: input.timeline.dayCount + 1)
    }

    mutating func summarize(_ history: PurchaseHistory) -> CustomerSummary {
        let input = input
        return counts.withUnsafeMutableBufferPointer { counts in
            lengths.withUnsafeMutableBufferPointer { lengths in
                guard let counts = counts.baseAddress, let lengths = lengths.baseAddress else {
                    return CustomerSummary()
                }
                return CustomerWalk.summary(of: history, input: input, counts: counts, lengths: lengths)
            }
        }
    }

    mutating func merge(_ other: Self) {
        precondition(counts.count == other.counts.count, "tallies of one plan")
        counts.withUnsafeMutableBufferPointer { own in
            other.counts.withUnsafeBufferPointer { others in
                for place in own.indices { own[place] += others[place] }
            }
        }
    }
}
