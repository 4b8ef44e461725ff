import Domain
import Ledger

/// What every part of the pass reads; alive for the length of one pass.
final class PassInput: @unchecked Sendable {  // the code columns are the ledger's arrays, lent for the pass
    let timeline: Timeline
    let plan: CountPlan
    let compared: ComparedPeriods?
    let customers: CustomerTable
    /// Documents after this day number are not there.
    let lastVisible: Int32
    let hasContributions: Bool
    /// One column of codes per dimension of the ledger.
    let codes: [UnsafePointer<UInt16>]
    /// Whether a dimension's codes are told by being given alone.
    let isCoupon: [Bool]
    /// The place in `codes` of the source, and the slot of each of its codes, −1 for sources without costs.
    let sourceColumn: Int?
    let sourceSlots: [Int32]

    /// Offsets of the first day of the last year, and of the year that ended 30 days earlier.
    let lastYear: ClosedRange<Int>
    let earlierYear: ClosedRange<Int>

    static let yearDays = 365
    static let monthEarlierDays = 30

    init(
        ledger: Ledger, timeline: Timeline, longestWindow: Int, lastVisible: Int32, codes: [UnsafePointer<UInt16>],
        sourceSlots: [Int32]
    ) {
        self.timeline = timeline
        self.lastVisible = lastVisible
        self.codes = codes
        self.sourceSlots = sourceSlots
        customers = ledger.customers
        compared = ComparedPeriods(dayCount: timeline.dayCount)
        hasContributions = !ledger.contributions.isEmpty
        isCoupon = ledger.dimensions.map { $0.dimension == .coupon }
        let slots = Int(sourceSlots.max() ?? -1) + 1
        sourceColumn = slots > 0 ? ledger.dimensions.firstIndex { $0.dimension == .source } : nil
        plan = CountPlan(
            timeline, longestWindow: longestWindow,
            dimensionSizes: ledger.dimensions.map { $0.dimension == .coupon ? 2 : $0.values.count },
            acquisitionSlots: slots)
        let last = timeline.last
        lastYear = last - Self.yearDays + 1...last
        earlierYear = last - Self.monthEarlierDays - Self.yearDays + 1...last - Self.monthEarlierDays
    }
}
