import Domain

/// What one customer brings in a month, day by day: all subscriptions added.
struct RevenueHistory {
    /// From `day` on, at its end, the customer brings `monthly`.
    struct Step: Equatable {
        let day: Day
        let monthly: Int64
    }

    /// A time without a break in which the customer paid something.
    struct Spell: Equatable {
        let start: Day
        /// The first day without revenue; nil: there is none yet.
        let end: Day?
        /// What was brought right before the end, or is now.
        let lastMonthly: Int64
        /// The subscriptions that it began and ended with: the largest of the day.
        let first: Subscription
        let last: Subscription
    }

    private(set) var steps: [Step] = []
    private(set) var spells: [Spell] = []

    /// - Parameter subscriptions: Of one customer, in the table's order.
    init(_ subscriptions: ArraySlice<Subscription>) {
        let paid = subscriptions.filter(\.isPaid)
        guard !paid.isEmpty else { return }
        let starts = Set(paid.map(\.started))
        var changes: [(day: Day, by: Int64)] = []
        for subscription in paid {
            changes.append((subscription.started, subscription.monthly))
            if let end = subscription.effectiveEnd(among: starts) { changes.append((end, -subscription.monthly)) }
        }
        changes.sort { $0.day < $1.day }
        var monthly: Int64 = 0
        for (place, change) in changes.enumerated() {
            monthly += change.by
            let isLastOfDay = place + 1 == changes.count || changes[place + 1].day != change.day
            if isLastOfDay, monthly != steps.last?.monthly ?? 0 {
                steps.append(Step(day: change.day, monthly: monthly))
            }
        }
        findSpells(paid, starts)
    }

    private mutating func findSpells(_ paid: [Subscription], _ starts: Set<Day>) {
        var start: Day?
        for (place, step) in steps.enumerated() {
            if start == nil { start = step.day }
            guard let from = start, step.monthly == 0 || place + 1 == steps.count else { continue }
            let end = step.monthly == 0 ? step.day : nil
            let first = Self.largest(paid.filter { $0.started == from })
            let last = Self.largest(
                paid.filter { end == nil ? $0.ended == nil : $0.effectiveEnd(among: starts) == end })
            guard let first, let last else { preconditionFailure("a spell begins and ends with a subscription") }
            spells.append(
                Spell(
                    start: from, end: end, lastMonthly: end == nil ? step.monthly : steps[place - 1].monthly,
                    first: first, last: last))
            start = nil
        }
    }

    /// The one with the most revenue; among equals the first in the table's order, named plans and reasons before none.
    private static func largest(_ subscriptions: [Subscription]) -> Subscription? {
        subscriptions.min { $0.rank < $1.rank }
    }

    /// What the customer brings at the end of `day`.
    func monthly(at day: Day) -> Int64 { steps.last { $0.day <= day }?.monthly ?? 0 }
}

extension Subscription {
    /// Its end, a day later where the customer's next subscription starts on the very next day: who writes the last day
    /// that was paid for, and then the next first one, tells of no break.
    func effectiveEnd(among starts: Set<Day>) -> Day? {
        ended.map { end in
            let next = end.advanced(by: 1)
            return starts.contains(next) ? next : end
        }
    }

    fileprivate var rank: (Int64, Int32, Int32) {
        (-monthly, plan < 0 ? .max : plan, reason < 0 ? .max : reason)
    }
}
