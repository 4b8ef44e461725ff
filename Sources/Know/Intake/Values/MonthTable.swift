import Domain

/// The first day of each month in which an order can be, so that a date needs no division.
///
/// Unsafe memory: `months` is read at 0…3,600 only.
struct MonthTable: @unchecked Sendable {  // never written after it was made
    static let years = 1900...2199
    static let usual = MonthTable()

    /// Day numbers of the first of each month, and of the month after the last.
    private let months: UnsafePointer<Int32>

    private init() {
        let count = Self.years.count * 12
        // Lives as long as the program.
        let memory = UnsafeMutablePointer<Int32>.allocate(capacity: count + 1)
        for month in 0...count {
            (memory + month).initialize(
                to: Day.number(year: Self.years.lowerBound + month / 12, month: month % 12 + 1, day: 1))
        }
        months = UnsafePointer(memory)
    }

    /// The number of a day from 1900 to 2199; nil when the calendar has no such day.
    @inline(__always)
    func day(_ year: Int, _ month: Int, _ day: Int) -> Int32? {
        guard year >= 1900, year <= 2199, month >= 1, month <= 12, day >= 1 else { return nil }
        let place = (year &- 1900) &* 12 &+ month &- 1
        let number = months[place] &+ Int32(truncatingIfNeeded: day &- 1)
        return number < months[place &+ 1] ? number : nil
    }
}
