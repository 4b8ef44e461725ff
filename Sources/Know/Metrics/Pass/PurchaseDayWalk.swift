/// Follows one customer from purchase day to purchase day: gaps, distinct customers by cohort cell, and retention by
/// month, quarter and year.
///
/// Whether the next purchase falls in another week or month is chance, so that weeks and months are counted without a
/// branch; quarters and years change seldom enough.
struct PurchaseDayWalk {
    /// Purchase days so far.
    private(set) var count = 1
    /// Offset of the last of them.
    private(set) var last: Int
    /// Every bit that any gap has.
    private(set) var gapBits = 0

    private let view: UnsafePointer<PassView>
    private let counts: UnsafeMutablePointer<Int64>
    private let lengths: UnsafeMutablePointer<UInt16>
    private let completed: UnsafeMutablePointer<Int64>
    private let silent: UnsafeMutablePointer<Int64>
    private let rows: CohortRows
    private var place: UnsafePointer<Timeline.Place>
    private var month: RetentionStay
    private var quarter: RetentionStay
    private var year: RetentionStay

    /// Begins with the first purchase day, `first`.
    @inline(__always)
    init(
        _ view: UnsafePointer<PassView>, scratch: WalkScratch, rows: CohortRows, first: Int,
        place: UnsafePointer<Timeline.Place>
    ) {
        let counts = scratch.counts
        let (retention, timeline) = (view.pointee.retention, view.pointee.timeline)
        let newcomers = retention.newcomers
        let (ownMonth, ownQuarter, ownYear) = (place.pointee.month, place.pointee.quarter, place.pointee.year)
        month = RetentionStay(counts, row: newcomers.month &+ Int(ownMonth) &* retention.row)
        quarter = RetentionStay(counts, row: newcomers.quarter &+ Int(ownQuarter) &* retention.row)
        year = RetentionStay(counts, row: newcomers.year &+ Int(ownYear) &* retention.row)
        (self.view, self.counts, lengths) = (view, counts, scratch.lengths)
        completed = counts + view.pointee.gaps.completed
        silent = counts + retention.silent
        (self.rows, self.place, last) = (rows, place, first)
        counts[retention.acquired &+ first] &+= 1
        counts[Int(rows.week) &+ Int(place.pointee.weekCell)] &+= 1
        counts[Int(rows.month) &+ Int(place.pointee.monthCell)] &+= 1
        counts[Int(rows.quarter) &+ Int(max(ownQuarter, timeline.firstToldQuarter))] &+= 1
        counts[Int(rows.year) &+ Int(max(ownYear, timeline.firstToldYear))] &+= 1
    }

    /// Goes on to a later purchase day, in these cells of the customer's cohort.
    @inline(__always)
    mutating func step(
        to day: Int, place next: UnsafePointer<Timeline.Place>, week: UnsafeMutablePointer<Int64>,
        month cell: UnsafeMutablePointer<Int64>
    ) {
        let gap = day &- last
        assert(gap > 0 && gap < view.pointee.gaps.dayCount)
        completed[gap] &+= 1
        lengths[count &- 1] = UInt16(truncatingIfNeeded: gap)
        count &+= 1
        gapBits |= gap
        week[0] &+= next.pointee.weekCell != place.pointee.weekCell ? 1 : 0
        cell[0] &+= next.pointee.monthCell != place.pointee.monthCell ? 1 : 0

        let retention = view.pointee.retention
        let passed = Int(next.pointee.month) &- Int(place.pointee.month)
        silent[last &* retention.silentRow &+ min(passed, retention.months)] &+= 1
        let moves = (0 &- passed) &>> 63
        month.leave(silence: Int(place.pointee.untilMonthEnd), longest: retention.longest, ends: moves)
        month.enter(
            row: retention.both.month &+ Int(next.pointee.month) &* retention.row,
            silence: gap &- Int(next.pointee.dayOfMonth), moves: moves)
        if next.pointee.quarter != place.pointee.quarter { enterQuarter(next) }
        (last, place) = (day, next)
    }

    /// The next purchase day is the first in its quarter.
    @inline(__always)
    private mutating func enterQuarter(_ next: UnsafePointer<Timeline.Place>) {
        let (retention, timeline) = (view.pointee.retention, view.pointee.timeline)
        let (from, to) = (place.pointee.quarter, next.pointee.quarter)
        addCell(rows.quarter, from: from, to: to, firstTold: timeline.firstToldQuarter)
        move(&quarter, ends: timeline.quarterEnds, from: from, to: to, both: retention.both.quarter)
        let (fromYear, toYear) = (place.pointee.year, next.pointee.year)
        guard fromYear != toYear else { return }
        addCell(rows.year, from: fromYear, to: toYear, firstTold: timeline.firstToldYear)
        move(&year, ends: timeline.yearEnds, from: fromYear, to: toYear, both: retention.both.year)
    }

    /// A customer in a cohort's cell, unless cohorts tell both periods as one.
    @inline(__always)
    private func addCell(_ row: Int32, from: Int16, to: Int16, firstTold: Int16) {
        counts[Int(row) &+ Int(max(to, firstTold))] &+= to > firstTold ? 1 : 0
    }

    @inline(__always)
    private func move(
        _ stay: inout RetentionStay, ends: UnsafeMutablePointer<Int32>, from: Int16, to: Int16, both: Int
    ) {
        let retention = view.pointee.retention
        stay.leave(silence: Int(ends[Int(from)]) &- last, longest: retention.longest)
        stay.enter(row: both &+ Int(to) &* retention.row, silence: Int(ends[Int(to) &- 1]) &- last)
    }

    /// There is no later purchase day.
    @inline(__always)
    func finish() {
        let (retention, timeline) = (view.pointee.retention, view.pointee.timeline)
        let longest = retention.longest
        view.pointee.gaps.addEnds(lengths, gaps: count &- 1, lastDay: last, to: counts)
        silent[last &* retention.silentRow &+ retention.months] &+= 1
        month.leave(silence: Int(place.pointee.untilMonthEnd), longest: longest)
        quarter.leave(silence: Int(timeline.quarterEnds[Int(place.pointee.quarter)]) &- last, longest: longest)
        year.leave(silence: Int(timeline.yearEnds[Int(place.pointee.year)]) &- last, longest: longest)
    }

    /// Quantiles of the gaps; the later they are asked for after the walk, the less they wait for what it wrote. Nothing
    /// may look at the gaps afterwards.
    @inline(__always)
    var quantiles: GapQuantiles { GapQuantiles(lengths, count: count &- 1, bits: gapBits) }
}
