/// The days of a timeline cut at every border that sums depend on, so that the sums of a span are those of its eras.
struct Eras: BitwiseCopyable, Sendable {
    /// Eras from `first` up to `end`, which is not of them.
    struct Span: BitwiseCopyable, Sendable {
        let first: Int
        let end: Int
    }

    static let yearDays = 365
    static let monthEarlierDays = 30
    static let most = 8

    let count: Int
    let lastYear: Span
    /// The year that ended 30 days before as-of.
    let earlierYear: Span
    /// Empty without periods to compare, as is `before`.
    let now: Span
    let before: Span

    init(dayCount: Int, compared: ComparedPeriods?) {
        let starts = Self.starts(dayCount: dayCount, compared: compared)
        func span(_ days: ClosedRange<Int>) -> Span {
            Span(
                first: starts.firstIndex { $0 >= days.lowerBound } ?? starts.count,
                end: starts.firstIndex { $0 > days.upperBound } ?? starts.count)
        }
        let last = dayCount - 1
        count = starts.count
        lastYear = span(last - Self.yearDays + 1...last)
        earlierYear = span(Self.earlierYear(last))
        now = compared.map { span($0.now) } ?? Span(first: 0, end: 0)
        before = compared.map { span($0.before) } ?? Span(first: 0, end: 0)
    }

    /// First days of the eras, ascending from 0; at most eight.
    static func starts(dayCount: Int, compared: ComparedPeriods?) -> [Int] {
        let last = dayCount - 1
        let earlier = earlierYear(last)
        var borders: Set<Int> = [0, last - yearDays + 1, earlier.lowerBound, earlier.upperBound + 1]
        if let compared {
            borders.formUnion([compared.before.lowerBound, compared.before.upperBound + 1, compared.now.lowerBound])
        }
        return borders.filter { (0...last).contains($0) }.sorted()
    }

    private static func earlierYear(_ last: Int) -> ClosedRange<Int> {
        last - monthEarlierDays - yearDays + 1...last - monthEarlierDays
    }
}
