import Domain
import Ledger

/// The one tally of a shop: every part counts in its stretch of one row of integers, so that two tallies merge by
/// adding rows, and any split of the customers gives the same sums.
struct ShopTally: SummarizingTally, @unchecked Sendable {  // the view is read-only memory of the input
    /// Keeps the view's memory alive.
    private let input: PassInput
    private let view: UnsafePointer<PassView>
    private let customers: CustomerTable
    private let nets: NetColumn
    private(set) var counts: [Int64]

    init(input: PassInput, customers: CustomerTable, nets: NetColumn) {
        self.input = input
        self.customers = customers
        self.nets = nets
        view = UnsafePointer(input.view)
        counts = Array(repeating: 0, count: input.plan.count)
    }

    mutating func summarize(_ part: PurchaseHistories, into summaries: SummarySlots<CustomerSummary>) {
        let (view, customers, nets, dayCount) = (view, customers, nets, input.timeline.dayCount)
        counts.withUnsafeMutableBufferPointer { counts in
            guard let counts = counts.baseAddress else { return }
            WalkScratch.with(counts: counts, dayCount: dayCount) { scratch in
                let walk = CustomerWalk(view: view, scratch: scratch)
                for customer in part.customers {
                    let group = Int(truncatingIfNeeded: customers.hash(of: customer)) & (ChangeCounts.groups - 1)
                    let summary = walk.summary(of: part[customer], group: group)
                    summaries[customer] = summary
                    nets[customer] = summary.orders > 0 ? summary.net : nil
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
