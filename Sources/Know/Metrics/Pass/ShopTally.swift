import Domain
import Ledger

/// The one tally of a shop: every part counts in its stretch of one row of integers, so that two tallies merge by
/// adding rows, and any split of the customers gives the same sums.
struct ShopTally: SummarizingTally, @unchecked Sendable {  // the view is read-only memory of the input
    /// Keeps the view's memory alive.
    private let input: PassInput
    private let view: UnsafePointer<PassView>
    private let customers: CustomerTable
    var counts: [Int64]
    /// Room for one customer's purchase days, for their gaps and the lanes beyond them, and for sums by era.
    private var days: [Int32]
    private var lengths: [GapLengths.Length]
    private var eras: [EraSums]

    init(input: PassInput, customers: CustomerTable) {
        self.input = input
        self.customers = customers
        view = UnsafePointer(input.view)
        counts = Array(repeating: 0, count: input.plan.count)
        days = Array(repeating: 0, count: input.timeline.dayCount + 1)
        lengths = Array(repeating: 0, count: input.timeline.dayCount + GapLengths.lanes)
        eras = Array(repeating: EraSums(), count: Eras.most)
    }

    mutating func summarize(_ history: PurchaseHistory) -> CustomerSummary {
        let view = view
        let group = Int(truncatingIfNeeded: customers.hash(of: history.customer)) & (ChangeCounts.groups - 1)
        return counts.withUnsafeMutableBufferPointer { counts in
            days.withUnsafeMutableBufferPointer { days in
                lengths.withUnsafeMutableBufferPointer { lengths in
                    eras.withUnsafeMutableBufferPointer { eras in
                        guard let counts = counts.baseAddress, let days = days.baseAddress,
                            let lengths = lengths.baseAddress, let eras = eras.baseAddress
                        else { return CustomerSummary() }
                        let walk = CustomerWalk(view: view, counts: counts, days: days, lengths: lengths, eras: eras)
                        return walk.summary(of: history, group: group)
                    }
                }
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
