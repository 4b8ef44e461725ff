/// Money by source, month of the first order and months since, for the sources that costs name
/// (docs/metrics.md, "Acquisition").
struct AcquisitionCounts: BitwiseCopyable, Equatable, Sendable {
    /// Words of a cell: customers (in the first month), net, contribution.
    static let cell = 3

    let slots: Int
    let months: Int
    let start: Int

    var slotSize: Int { CohortCounts.row(months, of: months) * Self.cell }

    init(slots: Int, months: Int, take: (Int) -> Int) {
        self.slots = slots
        self.months = months
        start = take(slots * CohortCounts.row(months, of: months) * Self.cell)
    }
}
