public import Domain

/// All subscriptions of a business, told at one day.
public struct SubscriptionTable: Sendable {
    /// By customer, then in an order that does not depend on the file's.
    public let subscriptions: [Subscription]
    /// The names of plans and of reasons of leaving.
    public let plans: [String]
    public let reasons: [String]
    public let currency: Currency
    /// The day that everything is told at, as it is at the day's end.
    public let asOf: Day

    /// Why subscriptions make no table.
    public enum Problem: Error, Equatable, Sendable {
        /// All MRR together is too large to be added up exactly.
        case amountsTooLarge
    }

    /// - Parameter subscriptions: In any order; those that start after `asOf` are left out, and an end after it has not
    ///   come yet.
    /// - Precondition: Plans and reasons of subscriptions are places in `plans` and `reasons`, or -1.
    public init(
        _ subscriptions: [Subscription], plans: [String], reasons: [String], currency: Currency, asOf: Day
    ) throws(Problem) {
        var sum: Int64 = 0
        for subscription in subscriptions {
            let (next, overflow) = sum.addingReportingOverflow(subscription.monthly)
            // A year's revenue is twelve times as much.
            guard !overflow, next <= Int64.max / 12 else { throw .amountsTooLarge }
            sum = next
        }
        let planOrder = Self.order(plans)
        let reasonOrder = Self.order(reasons)
        self.subscriptions =
            subscriptions.filter { $0.started <= asOf }
            .map { $0.recoded(planOrder, reasonOrder, asOf: asOf) }
            .sorted { $0.sortKey < $1.sortKey }
        self.plans = plans.sorted()
        self.reasons = reasons.sorted()
        self.currency = currency
        self.asOf = asOf
    }

    /// The place of each name among the sorted ones.
    private static func order(_ names: [String]) -> [Int32] {
        var places = [Int32](repeating: 0, count: names.count)
        for (place, name) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
            places[name] = Int32(place)
        }
        return places
    }

    /// Each customer's subscriptions in turn.
    func forEachCustomer(_ body: (ArraySlice<Subscription>) -> Void) {
        var start = 0
        while start < subscriptions.count {
            let customer = subscriptions[start].customer
            var end = start + 1
            while end < subscriptions.count, subscriptions[end].customer == customer { end += 1 }
            body(subscriptions[start..<end])
            start = end
        }
    }
}

extension Subscription {
    fileprivate func recoded(_ plans: [Int32], _ reasons: [Int32], asOf: Day) -> Subscription {
        let isOver = ended.map { $0 <= asOf } ?? false
        return Subscription(
            customer: customer, plan: plan < 0 ? -1 : plans[Int(plan)], started: started, ended: isOver ? ended : nil,
            monthly: monthly, hasPrice: hasPrice, period: period,
            reason: reason < 0 || !isOver ? -1 : reasons[Int(reason)])
    }

    fileprivate var sortKey: (Int32, Day, Day, Int32, Int64, Int32) {
        (customer, started, ended ?? Day(number: .max), plan, monthly, reason)
    }
}
