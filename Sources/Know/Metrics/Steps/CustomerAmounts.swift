/// The three amounts that the whole base is ranked by, as columns.
struct CustomerAmounts: Sendable {
    /// Net over the whole history, of the customers with orders.
    private(set) var nets: [Int64] = []
    /// Net of the last 365 days, and of the 365 days that ended 30 days before as-of, of every customer of the ledger;
    /// zero without orders.
    private(set) var lastYear: [Int64] = []
    private(set) var earlierYear: [Int64] = []

    init(_ summaries: [CustomerSummary]) {
        nets.reserveCapacity(summaries.count)
        lastYear.reserveCapacity(summaries.count)
        earlierYear.reserveCapacity(summaries.count)
        for summary in summaries {
            if summary.orders > 0 { nets.append(summary.net) }
            lastYear.append(summary.lastYearNet)
            earlierYear.append(summary.earlierYearNet)
        }
    }
}
