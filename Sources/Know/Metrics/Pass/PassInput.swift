import Domain
import Ledger

/// What every part of the pass reads; alive for the length of one pass.
final class PassInput: @unchecked Sendable {  // written in init only; the codes are the ledger's, lent for the pass
    let timeline: Timeline
    let plan: CountPlan
    let hasContributions: Bool
    let view: UnsafeMutablePointer<PassView>
    private let columns: UnsafeMutablePointer<PassView.Column>
    private let rows: UnsafeMutablePointer<CohortRows>
    private let sourceSlots: UnsafeMutablePointer<Int32>

    /// - Parameters:
    ///   - codes: One column of codes per dimension of the ledger.
    ///   - slots: By code of the source, the slot of sources with costs, −1 for others; empty without costs.
    init(
        ledger: Ledger, timeline: Timeline, longestWindow: Int, lastVisible: Int32, codes: [UnsafePointer<UInt16>],
        slots: [Int32], hasCosts: Bool
    ) {
        let slotCount = Int(slots.max() ?? -1) + 1
        let sizes = ledger.dimensions.map { $0.dimension == .coupon ? 2 : max(1, $0.values.count) }
        let plan = CountPlan(
            timeline, longestWindow: longestWindow, dimensionSizes: sizes, acquisitionSlots: slotCount,
            hasCosts: hasCosts)
        let columns = UnsafeMutablePointer<PassView.Column>.allocate(capacity: codes.count)
        for (place, lent) in codes.enumerated() {
            (columns + place).initialize(
                to: PassView.Column(
                    codes: lent, start: plan.breakdowns.starts[place], last: UInt16(sizes[place] - 1)))
        }
        let sourceSlots = UnsafeMutablePointer<Int32>.allocate(capacity: slots.count)
        for (place, slot) in slots.enumerated() { (sourceSlots + place).initialize(to: slot) }
        let source = slotCount > 0 ? ledger.dimensions.firstIndex { $0.dimension == .source } : nil
        let lookup = timeline.view
        let rows = UnsafeMutablePointer<CohortRows>.allocate(capacity: timeline.dayCount)
        for day in 0..<timeline.dayCount {
            (rows + day).initialize(to: CohortRows(plan.cohorts, lookup, first: timeline.places[day]))
        }
        self.timeline = timeline
        self.plan = plan
        self.columns = columns
        self.rows = rows
        self.sourceSlots = sourceSlots
        hasContributions = !ledger.contributions.isEmpty
        view = .allocate(capacity: 1)
        view.initialize(
            to: PassView(
                timeline: lookup, lastVisible: lastVisible, totals: plan.totals, hours: plan.hours,
                gaps: plan.gaps, retention: plan.retention, rows: rows, early: plan.cohorts.early,
                change: plan.change,
                acquisition: plan.acquisition, recency: plan.recency, frequency: plan.frequency,
                lastYear: plan.lastYear, earlierYear: plan.earlierYear, silences: plan.silences,
                compared: PassView.Compared(timeline.compared), eras: timeline.eras, columnCount: codes.count,
                columns: columns,
                sourceColumn: source ?? -1, sourceSlots: sourceSlots))
    }

    deinit {
        view.deallocate()
        columns.deallocate()
        rows.deallocate()
        sourceSlots.deallocate()
    }
}

/// The input as plain words and pointers: reading it in the pass counts no references, which two workers would fight
/// over.
struct PassView: BitwiseCopyable, @unchecked Sendable {  // read-only memory of a pass's input
    /// A dimension: the codes by document, where its rows begin, and the last code; those beyond count as the last, so
    /// that coupons are told by use.
    struct Column: BitwiseCopyable {
        let codes: UnsafePointer<UInt16>
        let start: Int
        let last: UInt16
    }

    /// The borders of the compared periods; without any, all days lie before the first.
    struct Compared: BitwiseCopyable {
        let beforeStart: Int
        let beforeEnd: Int
        let nowStart: Int
        let nowEnd: Int
        let lookback: Int

        init(_ periods: ComparedPeriods?) {
            beforeStart = periods?.before.lowerBound ?? Int.max
            beforeEnd = periods?.before.upperBound ?? Int.max
            nowStart = periods?.now.lowerBound ?? Int.max
            nowEnd = periods?.now.upperBound ?? Int.max
            lookback = periods?.lookback ?? 0
        }
    }

    let timeline: TimelineView
    /// Documents after this day number are not there.
    let lastVisible: Int32
    let totals: Int
    let hours: Int
    let gaps: GapCounts
    let retention: RetentionCounts
    /// By first day.
    let rows: UnsafeMutablePointer<CohortRows>
    let early: Int
    let change: ChangeCounts
    let acquisition: AcquisitionCounts
    let recency: Int
    let frequency: Int
    let lastYear: MoneyBuckets
    let earlierYear: MoneyBuckets
    let silences: SilenceMoney
    let compared: Compared
    let eras: Eras
    let columnCount: Int
    let columns: UnsafeMutablePointer<Column>
    /// The source's place among the columns, −1 without costs.
    let sourceColumn: Int
    let sourceSlots: UnsafeMutablePointer<Int32>
}
