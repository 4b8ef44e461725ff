import Domain

/// Which days are compared with which earlier ones, as offsets of the timeline (docs/metrics.md, "Is it getting
/// better?").
struct ComparedPeriods: Equatable, Sendable {
    let comparison: ChangeComparison
    let now: ClosedRange<Int>
    let before: ClosedRange<Int>
    /// A purchase day is a new customer's when so many days before it had none; zero when newness cannot be told.
    let lookback: Int

    /// Days in which a second purchase day counts.
    static let secondOrderDays = 90

    /// Nil when there are fewer than 28 days.
    init?(dayCount: Int) {
        let (year, look) = (365, 90)
        let lag: Int
        if dayCount >= year + look + 90 {
            comparison = .yearEarlier
            let length = min(year, dayCount - year - look)
            lag = year
            now = dayCount - length...dayCount - 1
        } else if dayCount >= year + 28 {
            comparison = .yearEarlier
            lag = year
            now = year...dayCount - 1
        } else if dayCount >= 3 * look {
            comparison = .periodBefore
            lag = (dayCount - look) / 2
            now = dayCount - lag...dayCount - 1
        } else if dayCount >= 28 {
            comparison = .periodBefore
            lag = dayCount / 2
            now = dayCount - lag...dayCount - 1
        } else {
            return nil
        }
        before = now.lowerBound - lag...now.upperBound - lag
        lookback = before.lowerBound >= look ? before.lowerBound : 0
    }
}
