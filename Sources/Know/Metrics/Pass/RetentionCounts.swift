/// What retention needs before the window is known (docs/metrics.md, "Retention and churn").
///
/// `silent` holds gaps by the day they begin on and the months until they end: with it, the customers whose last
/// purchase day was p at the end of a month can be told for any month. `both` holds, per period with a purchase of a
/// customer known before, the longer of the silences at its two ends; `newcomers` the silence at the end of the period
/// of the first order. Silences beyond the longest window are not counted: nobody silent for so long is active.
struct RetentionCounts: BitwiseCopyable, Equatable, Sendable {
    /// One place each for months, quarters and years.
    struct Units: BitwiseCopyable, Equatable, Sendable {
        let month: Int
        let quarter: Int
        let year: Int
    }

    /// Gaps are told apart up to so many months.
    let months: Int
    let longest: Int
    let silent: Int
    let both: Units
    let newcomers: Units
    /// First orders by month.
    let acquired: Int

    var row: Int { longest + 1 }

    init(_ timeline: Timeline, longestWindow: Int, take: (Int) -> Int) {
        longest = min(longestWindow, timeline.dayCount)
        months = longest / 28 + 2
        let row = longest + 1
        silent = take(timeline.dayCount * months)
        func units() -> Units {
            Units(
                month: take(timeline.monthCount * row), quarter: take(timeline.quarterCount * row),
                year: take(timeline.yearCount * row))
        }
        both = units()
        newcomers = units()
        acquired = take(timeline.monthCount)
    }
}

/// Follows one customer through the ends of months, quarters and years.
struct RetentionWalk {
    /// One unit's current period: the silence at its start (below zero for a newcomer).
    struct Stay {
        let ends: UnsafeMutablePointer<Int32>
        let both: UnsafeMutablePointer<Int64>
        let newcomers: UnsafeMutablePointer<Int64>
        var period: Int
        var silenceAtStart = -1

        /// The customer's last purchase day in the period was `last`.
        @inline(__always)
        func leave(last: Int, longest: Int) {
            let silence = Int(ends[period]) &- last
            let longer = max(silence, silenceAtStart)
            guard longer <= longest else { return }
            (silenceAtStart < 0 ? newcomers : both)[period &* (longest &+ 1) &+ longer] &+= 1
        }

        @inline(__always)
        mutating func move(to next: Int, last: Int, longest: Int) {
            leave(last: last, longest: longest)
            period = next
            silenceAtStart = Int(ends[next &- 1]) &- last
        }
    }

    let longest: Int
    let months: Int
    let silent: UnsafeMutablePointer<Int64>
    let view: UnsafePointer<PassView>
    var month: Stay
    var quarter: Stay
    var year: Stay

    @inline(__always)
    init(_ view: UnsafePointer<PassView>, counts: UnsafeMutablePointer<Int64>, firstMonth: Int) {
        let (retention, timeline) = (view.pointee.retention, view.pointee.timeline)
        self.view = view
        longest = retention.longest
        months = retention.months
        silent = counts + retention.silent
        counts[retention.acquired &+ firstMonth] &+= 1
        month = Stay(
            ends: timeline.monthEnds, both: counts + retention.both.month,
            newcomers: counts + retention.newcomers.month, period: firstMonth)
        quarter = Stay(
            ends: timeline.quarterEnds, both: counts + retention.both.quarter,
            newcomers: counts + retention.newcomers.quarter, period: Int(timeline.quarterOfMonth[firstMonth]))
        year = Stay(
            ends: timeline.yearEnds, both: counts + retention.both.year,
            newcomers: counts + retention.newcomers.year, period: Int(timeline.yearOfMonth[firstMonth]))
    }

    /// A purchase day in a month after that of the one before, which was on `last`.
    @inline(__always)
    mutating func enter(month next: Int, last: Int) {
        silent[last &* months &+ min(next &- month.period, months) &- 1] &+= 1
        month.move(to: next, last: last, longest: longest)
        let nextQuarter = Int(view.pointee.timeline.quarterOfMonth[next])
        if nextQuarter != quarter.period { quarter.move(to: nextQuarter, last: last, longest: longest) }
        let nextYear = Int(view.pointee.timeline.yearOfMonth[next])
        if nextYear != year.period { year.move(to: nextYear, last: last, longest: longest) }
    }

    /// `last` was the last purchase day of all.
    @inline(__always)
    mutating func finish(last: Int) {
        silent[last &* months &+ months &- 1] &+= 1
        month.leave(last: last, longest: longest)
        quarter.leave(last: last, longest: longest)
        year.leave(last: last, longest: longest)
    }
}
