/// Where each part of the pass counts in one long row of integers, so that merging two tallies is adding two rows.
struct CountPlan: Equatable, Sendable {
    let totals: Int
    let hours: Int
    let gaps: GapCounts
    let retention: RetentionCounts
    let cohorts: CohortCounts
    let change: ChangeCounts
    let breakdowns: BreakdownCounts
    let acquisition: AcquisitionCounts
    /// Customers by offset of the last purchase day, and by number of purchase days.
    let recency: Int
    let frequency: Int
    /// Net of the last year, and of the year that ended a month earlier.
    let lastYear: MoneyBuckets
    let earlierYear: MoneyBuckets
    let silences: SilenceMoney
    /// Length of the row.
    let count: Int

    init(_ timeline: Timeline, longestWindow: Int, dimensionSizes: [Int], acquisitionSlots: Int, hasCosts: Bool) {
        var next = 0
        func take(_ count: Int) -> Int {
            defer { next += count }
            return next
        }
        totals = take(Total.allCases.count)
        hours = take(7 * Timeline.hoursPerWeekday)
        gaps = GapCounts(dayCount: timeline.dayCount, take: take)
        retention = RetentionCounts(timeline, longestWindow: longestWindow, take: take)
        cohorts = CohortCounts(timeline, take: take)
        change = ChangeCounts(take: take)
        breakdowns = BreakdownCounts(sizes: dimensionSizes, take: take)
        acquisition = AcquisitionCounts(
            slots: acquisitionSlots, months: timeline.cohortMonthCount, tellsFirstDays: hasCosts, take: take)
        recency = take(timeline.dayCount)
        frequency = take(timeline.dayCount + 1)
        lastYear = MoneyBuckets(take: take)
        earlierYear = MoneyBuckets(take: take)
        silences = SilenceMoney(compared: timeline.compared, take: take)
        count = next
    }
}

/// The plain sums of the pass.
enum Total: Int, CaseIterable {
    case customers, orders, purchaseDays, gross, refunds, contribution
    case repeatCustomers, repeatCustomersByDay
    case refundOnlyCustomers, refundOnlyRefunds, reversedOnlyCustomers
    case reversedOrders, reversedMoney
}
