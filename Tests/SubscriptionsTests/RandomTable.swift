import Domain
import TestSupport
import Testing

@testable import Subscriptions

/// Subscriptions drawn at random: overlapping, adjoining, with breaks, free ones and ones that end at once.
struct RandomTable {
    let subscriptions: [Subscription]
    let asOf: Day

    init(seed: UInt64, customers: Int = 25) throws {
        var random = SeededGenerator(seed: seed)
        let first = try day("2024-02-20")
        var subscriptions: [Subscription] = []
        for customer in 0..<customers {
            var start = first.advanced(by: Int.random(in: 0...500, using: &random))
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let length = Int.random(in: 0...9, using: &random) == 0 ? 0 : Int.random(in: 1...250, using: &random)
                let end = start.advanced(by: length)
                let isOpen = Int.random(in: 0...3, using: &random) == 0
                subscriptions.append(
                    Subscription(
                        customer: Int32(customer), plan: Int32.random(in: -1...2, using: &random), started: start,
                        ended: isOpen ? nil : end,
                        monthly: [0, 500, 1_000, 1_999][Int.random(in: 0...3, using: &random)],
                        reason: Int32.random(in: -1...1, using: &random)))
                start = end.advanced(by: [-30, 0, 1, 2, 40, 120][Int.random(in: 0...5, using: &random)])
            }
        }
        self.subscriptions = subscriptions
        asOf = first.advanced(by: Int.random(in: 300...900, using: &random))
    }

    func table(_ subscriptions: [Subscription]? = nil) throws -> SubscriptionTable {
        try SubscriptionTable(
            subscriptions ?? self.subscriptions, plans: ["a", "b", "c"], reasons: ["x", "y"],
            currency: try #require(Currency("EUR")), asOf: asOf)
    }

    /// What a customer brings at the end of a day, looked up subscription by subscription.
    func monthly(_ customer: Int32, at day: Day) -> Int64 {
        let own = subscriptions.filter { $0.customer == customer && $0.isPaid && $0.started <= asOf }
        return own.filter { one in
            guard one.started <= day else { return false }
            guard let end = one.ended, end <= asOf else { return true }
            return day < end || day == end && own.contains { $0.started == end.advanced(by: 1) }
        }.reduce(0) { $0 + $1.monthly }
    }
}
