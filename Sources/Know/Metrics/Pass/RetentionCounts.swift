/// What retention needs before the window is known (docs/metrics.md, "Retention and churn").
///
/// `silent` holds gaps by the day they begin on and the months until they end: with it, the customers whose last
/// purchase day was p at the end of a month can be told for any month. `both` holds, per period with a purchase of a
/// customer known before, the longer of the silences at its two ends; `newcomers` the silence at the end of the period
/// of the first order. Silences beyond the longest window stand together in the last place of a row, which nobody
/// reads: nobody silent for so long is active.
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
    /// First orders by day.
    let acquired: Int

    /// Length of a period's row: silences from none to the longest, and those beyond.
    var row: Int { longest &+ 2 }
    /// Length of a day's row: months passed, from none (which nobody reads) to `months` and more.
    var silentRow: Int { months &+ 1 }

    init(_ timeline: Timeline, longestWindow: Int, take: (Int) -> Int) {
        let longest = min(longestWindow, timeline.dayCount)
        let months = longest / 28 + 2
        (self.longest, self.months) = (longest, months)
        silent = take(timeline.dayCount * (months + 1))
        func units() -> Units {
            Units(
                month: take(timeline.monthCount * (longest + 2)), quarter: take(timeline.quarterCount * (longest + 2)),
                year: take(timeline.yearCount * (longest + 2)))
        }
        both = units()
        newcomers = units()
        acquired = take(timeline.dayCount)
    }
}

/// A customer's stay in one period: the row that it will be counted in, and the silence at its start (below zero for a
/// newcomer).
///
/// Nothing here branches, since what a customer does next is chance. Conditions are therefore told as masks: all ones for
/// yes, zero for no. The compiler would turn a choice between two values into a branch.
struct RetentionStay {
    static let yes = -1

    private let counts: UnsafeMutablePointer<Int64>
    /// Where the row begins in `counts`.
    private var row: Int
    private var silenceAtStart = -1

    /// The first period of a newcomer; `row` is the period's.
    @inline(__always)
    init(_ counts: UnsafeMutablePointer<Int64>, row: Int) { (self.counts, self.row) = (counts, row) }

    /// Ends the stay where `ends`; `silence` is that at the period's end.
    @inline(__always)
    func leave(silence: Int, longest: Int, ends: Int = yes) {
        counts[row &+ min(max(silence, silenceAtStart), longest &+ 1)] &-= Int64(ends)
    }

    /// Begins the next period's stay where the customer `moves`.
    @inline(__always)
    mutating func enter(row next: Int, silence: Int, moves: Int = yes) {
        row ^= (row ^ next) & moves
        silenceAtStart ^= (silenceAtStart ^ silence) & moves
    }
}
