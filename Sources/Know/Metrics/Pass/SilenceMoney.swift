import Domain

/// The money of a year by how long its customers had been silent at the year's end: which of it came from people who have
/// since lapsed is then told for any window (docs/metrics.md, "Window and activity").
///
/// Unsafe memory: a year's words are written below their number.
struct SilenceMoney: BitwiseCopyable, Equatable, Sendable {
    /// Nobody with an order in the year is silent for longer.
    static let days = 366

    /// Of the last year.
    let now: Int
    /// Of the year before; −1 where the compared periods are not two whole years.
    let yearEarlier: Int

    init(compared: ComparedPeriods?, take: (Int) -> Int) {
        now = take(Self.days)
        let isWhole = compared?.comparison == .yearEarlier && compared?.now.count == Eras.yearDays
        yearEarlier = isWhole ? take(Self.days) : -1
    }

    /// Adds a customer's net, below zero as zero.
    @inline(__always)
    static func add(_ net: Int64, silence: Int, to words: UnsafeMutablePointer<Int64>) {
        words[min(silence, days &- 1)] &+= max(0, net)
    }
}

/// What the lapsed brought in a year, of all that it brought.
struct LapsedShare: Equatable, Sendable {
    let lapsed: MinorUnits
    let all: MinorUnits

    /// - Parameter words: The year's of `SilenceMoney`.
    init(_ words: ArraySlice<Int64>, windowDays: Int) {
        all = words.reduce(0, +)
        lapsed = words.dropFirst(min(windowDays, SilenceMoney.days) + 1).reduce(0, +)
    }

    /// Nil where nothing was brought.
    var share: Double? { all > 0 ? Double(lapsed) / Double(all) : nil }
}
