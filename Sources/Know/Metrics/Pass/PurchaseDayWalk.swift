/// Follows one customer from purchase day to purchase day: gaps, distinct customers by cohort cell, and retention by
/// month, quarter and year.
///
/// Whether the next purchase falls in another week or month is chance, so that weeks and months are counted without a
/// branch; quarters and years change seldom enough.
struct PurchaseDayWalk {
    /// Offsets of the purchase days so far, and how many there are.
    let days: UnsafeMutablePointer<Int32>
    private(set) var count = 1
    /// Offset of the last of them.
    private(set) var last: Int
    private(set) var longestGap = 0

    private let view: UnsafePointer<PassView>
    private let counts: UnsafeMutablePointer<Int64>
    private let lengths: UnsafeMutablePointer<GapQuantiles.Length>
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
        let retention = view.pointee.retention
        let newcomers = retention.newcomers
        func stay(_ start: Int, _ period: Int16) -> RetentionStay {
            RetentionStay(counts, row: start &+ Int(period) &* retention.row)
        }
        month = stay(newcomers.month, place.pointee.month)
        quarter = stay(newcomers.quarter, place.pointee.quarter)
        year = stay(newcomers.year, place.pointee.year)
        (self.view, self.counts, days, lengths) = (view, counts, scratch.days, scratch.lengths)
        (self.rows, self.place, last) = (rows, place, first)
        days[0] = Int32(truncatingIfNeeded: first)
        counts[retention.acquired &+ Int(place.pointee.month)] &+= 1
        counts[rows.week &+ Int(place.pointee.week) &* CohortCounts.cell] &+= 1
        counts[rows.month &+ Int(place.pointee.cohortMonth) &* CohortCounts.cell] &+= 1
        counts[rows.quarter &+ rows.told(quarter: place.pointee.quarter)] &+= 1
        counts[rows.year &+ rows.told(year: place.pointee.year)] &+= 1
    }

    /// Goes on to a later purchase day.
    @inline(__always)
    mutating func step(to day: Int, place next: UnsafePointer<Timeline.Place>) {
        let gap = day &- last
        counts[view.pointee.gaps.completed &+ gap] &+= 1
        lengths[count &- 1] = GapQuantiles.Length(truncatingIfNeeded: min(gap, Int(GapQuantiles.Length.max)))
        days[count] = Int32(truncatingIfNeeded: day)
        count &+= 1
        longestGap = max(longestGap, gap)

        let cell = CohortCounts.cell
        counts[rows.week &+ Int(next.pointee.week) &* cell] &+= next.pointee.week != place.pointee.week ? 1 : 0
        counts[rows.month &+ Int(next.pointee.cohortMonth) &* cell] &+=
            next.pointee.cohortMonth != place.pointee.cohortMonth ? 1 : 0

        let retention = view.pointee.retention
        let passed = Int(next.pointee.month) &- Int(place.pointee.month)
        counts[retention.silent &+ last &* retention.silentRow &+ min(passed, retention.months)] &+= 1
        // All ones when the month is another: minus what has passed is below zero.
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
        let told = rows.told(quarter: next.pointee.quarter)
        counts[rows.quarter &+ told] &+= told != rows.told(quarter: place.pointee.quarter) ? 1 : 0
        move(
            &quarter, ends: timeline.quarterEnds, from: place.pointee.quarter, to: next.pointee.quarter,
            both: retention.both.quarter)
        guard next.pointee.year != place.pointee.year else { return }
        let year = rows.told(year: next.pointee.year)
        counts[rows.year &+ year] &+= year != rows.told(year: place.pointee.year) ? 1 : 0
        move(
            &self.year, ends: timeline.yearEnds, from: place.pointee.year, to: next.pointee.year,
            both: retention.both.year)
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
        view.pointee.gaps.addEnds(days, count: count, to: counts)
        counts[retention.silent &+ last &* retention.silentRow &+ retention.months] &+= 1
        month.leave(silence: Int(place.pointee.untilMonthEnd), longest: longest)
        quarter.leave(silence: Int(timeline.quarterEnds[Int(place.pointee.quarter)]) &- last, longest: longest)
        year.leave(silence: Int(timeline.yearEnds[Int(place.pointee.year)]) &- last, longest: longest)
    }

    /// Quantiles of the gaps; the later they are asked for after the walk, the less they wait for what it wrote.
    @inline(__always)
    var quantiles: GapQuantiles {
        GapQuantiles(lengths, count: count &- 1, longest: min(longestGap, Int(GapQuantiles.Length.max)))
    }
}
