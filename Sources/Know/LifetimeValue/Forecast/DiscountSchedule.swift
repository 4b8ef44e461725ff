/// A window of time cut into months, each with what money in its middle is worth now.
///
/// Against discounting each order from its own moment this is off by d²/3,500 of the value for a yearly discount d where
/// orders come evenly, and by d/24 at the very most, where all come on a month's first day.
struct DiscountSchedule: Sendable {
    let start, end: Double
    /// Where the months end, the last at the window's end.
    let ends: [Double]
    private let worths: [Double]

    init(from start: Double, to end: Double, discount: Double, year: Double) {
        (self.start, self.end) = (start, end)
        // Without a discount one part is enough.
        let month = discount > 0 ? max(year / 12, (end - start) / 2_400) : max(1, end - start)
        let rate = log1p(discount) / year
        var (ends, worths, before): ([Double], [Double], Double) = ([], [], start)
        while before < end {
            // Roundings must not leave a sliver of a month.
            let next = end - before < 1.000_001 * month ? end : before + month
            ends.append(next)
            worths.append(exp(-rate * (before + next) / 2))
            before = next
        }
        (self.ends, self.worths) = (ends, worths)
    }

    /// What money is worth in a window of one part.
    var onlyWorth: Double? { worths.count == 1 ? worths[0] : nil }

    /// Orders in the window, and the same discounted, of one who is there.
    func orders(_ ahead: any OrdersAhead, age: Double) -> (plain: Double, discounted: Double) {
        guard !ends.isEmpty else { return (0, 0) }
        var before = start > 0 ? ahead.means(age: age, to: [start])[0] : 0
        let first = before
        var discounted = 0.0
        for (mean, worth) in zip(ahead.means(age: age, to: ends), worths) {
            discounted += (mean - before) * worth
            before = mean
        }
        return (max(0, before - first), max(0, discounted))
    }
}
