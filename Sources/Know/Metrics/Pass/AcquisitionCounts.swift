/// Money by source, month of the first order and months since, for the sources that costs name
/// (docs/metrics.md, "Acquisition").
struct AcquisitionCounts: BitwiseCopyable, Equatable, Sendable {
    /// Words of a cell: customers (in the first month), net, contribution.
    static let cell = 3
    /// Words of a month's first purchase days: net, contribution.
    static let firstDayCell = 2

    let slots: Int
    let months: Int
    let start: Int
    /// What the first purchase days brought, by slot and month of the first order; slot 0 is all customers together.
    let firstDays: Int
    /// Without costs nobody asks for first purchase days.
    let tellsFirstDays: Bool

    var slotSize: Int { CohortCounts.row(months, of: months) * Self.cell }

    init(slots: Int, months: Int, tellsFirstDays: Bool, take: (Int) -> Int) {
        self.slots = slots
        self.months = months
        self.tellsFirstDays = tellsFirstDays
        start = take(slots * CohortCounts.row(months, of: months) * Self.cell)
        firstDays = take(tellsFirstDays ? (slots + 1) * months * Self.firstDayCell : 0)
    }

    /// Where a month's first purchase days are counted.
    @inline(__always)
    func firstDay(slot: Int, month: Int) -> Int { firstDays &+ (slot &* months &+ month) &* Self.firstDayCell }
}
