/// What the models need to know of one customer's purchases: frequency x, recency t_x and age T.
///
/// Times are whole days since the customer's first purchase; a week is seven of them. The first purchase starts the clock
/// and is counted nowhere. For BG/BB the unit is the opportunity (a year, a campaign) in place of the day.
public struct PurchaseSummary: Hashable, Sendable {
    /// Later purchases: distinct purchase days after the first.
    public let frequency: Int32
    /// Days from the first purchase to the last; 0 exactly when there was no later one.
    public let recency: Int32
    /// Days from the first purchase to the end of observation; 0 for a customer of the last day.
    public let age: Int32

    /// The largest value of each figure: 5,700 years of days.
    public static let limit = (1 << 21) - 1

    /// - Parameter customer: Named in the error.
    public init(
        frequency: Int, recency: Int, age: Int, of customer: String = ""
    ) throws(ImpossibleSummary) {
        try self.init(frequency: Double(frequency), recency: Double(recency), age: Double(age), of: customer)
    }

    /// The same from numbers as files hold them; each must be whole.
    public init(
        frequency: Double, recency: Double, age: Double, of customer: String = ""
    ) throws(ImpossibleSummary) {
        func fail(_ reason: ImpossibleSummary.Reason) -> ImpossibleSummary {
            ImpossibleSummary(customer: customer, reason: reason)
        }
        for (figure, value) in [(ImpossibleSummary.Figure.frequency, frequency), (.recency, recency), (.age, age)] {
            if value < 0 { throw fail(.negative(figure, value)) }
            // Also what is no number at all.
            guard value == value.rounded(), value.isFinite else { throw fail(.notWhole(figure, value)) }
            if value > Double(Self.limit) { throw fail(.tooLarge(figure, value)) }
        }
        if recency > age { throw fail(.recencyBeyondAge(recency: Int(recency), age: Int(age))) }
        if frequency > 0, recency == 0 { throw fail(.noRecency(frequency: Int(frequency))) }
        if frequency == 0, recency > 0 { throw fail(.recencyWithoutPurchase(recency: Int(recency))) }
        (self.frequency, self.recency, self.age) = (Int32(frequency), Int32(recency), Int32(age))
    }

    /// Of a customer's purchase days, in any order and with repetitions, seen until the end of `lastDay`; nil when there
    /// is no purchase until then.
    public init?(days: some Sequence<Int32>, until lastDay: Int32) {
        let seen = Set(days.filter { $0 <= lastDay })
        guard let first = seen.min(), let last = seen.max(), Int(lastDay) - Int(first) <= Self.limit else { return nil }
        frequency = Int32(min(seen.count - 1, Self.limit))
        recency = last - first
        age = lastDay - first
    }

    /// A customer who has just bought for the first time.
    public static let new = PurchaseSummary(frequency: 0, knownRecency: 0, age: 0)

    /// Of figures that are known to be possible.
    package init(frequency: Int32, knownRecency recency: Int32, age: Int32) {
        (self.frequency, self.recency, self.age) = (frequency, recency, age)
    }
}
