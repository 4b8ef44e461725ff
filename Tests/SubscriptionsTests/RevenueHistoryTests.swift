import Domain
import Testing

@testable import Subscriptions

@Suite("One customer's revenue day by day") struct RevenueHistoryTests {
    private func history(
        _ subscriptions: [Subscription], asOf: String = "2026-12-31", reasons: [String] = []
    ) throws -> RevenueHistory {
        var found: RevenueHistory?
        try table(subscriptions, asOf: asOf, reasons: reasons).forEachCustomer { found = RevenueHistory($0) }
        return try #require(found)
    }

    private func steps(_ history: RevenueHistory) -> [String] { history.steps.map { "\($0.day) \($0.monthly)" } }

    @Test("overlapping plans are added") func overlap() throws {
        let history = try history([
            subscription(0, "2026-01-10", nil, 1_000), subscription(0, "2026-02-01", "2026-03-01", 500),
        ])
        #expect(steps(history) == ["2026-01-10 1000", "2026-02-01 1500", "2026-03-01 1000"])
        #expect(history.spells.count == 1)
    }

    @Test(
        "a plan that follows on the same or the next day is no break",
        arguments: [("2026-03-01", 1), ("2026-03-02", 1), ("2026-03-03", 2)])
    func switching(start: String, spells: Int) throws {
        let history = try history([
            subscription(0, "2026-01-10", "2026-03-01", 1_000), subscription(0, start, nil, 2_000),
        ])
        #expect(history.spells.count == spells)
        #expect(history.steps.contains { $0.monthly == 0 } == (spells == 2))
    }

    @Test("rows of one period each, ended by their last day, are one unbroken time") func renewalRows() throws {
        let history = try history([
            subscription(0, "2026-01-01", "2026-01-31"), subscription(0, "2026-02-01", "2026-02-28"),
            subscription(0, "2026-03-01", "2026-03-31"),
        ])
        #expect(steps(history) == ["2026-01-01 1000", "2026-03-31 0"])
    }

    @Test("an end that is to come has not come yet") func laterEnd() throws {
        let history = try history([subscription(0, "2026-01-10", "2026-06-01")], asOf: "2026-05-31")
        #expect(history.spells.map(\.end) == [nil])
        let ended = try self.history([subscription(0, "2026-01-10", "2026-06-01")], asOf: "2026-06-01")
        #expect(ended.spells.map(\.end) == [try day("2026-06-01")])
    }

    @Test("what is free, or ends on the day it begins, is no revenue") func nothing() throws {
        let history = try history([
            subscription(0, "2026-01-10", nil, 0), subscription(0, "2026-02-10", "2026-02-10", 1_000),
        ])
        #expect(history.steps.isEmpty && history.spells.isEmpty)
    }

    @Test("the reason of leaving is that of the largest subscription that ended last") func reason() throws {
        let history = try history(
            [
                subscription(0, "2026-01-10", "2026-04-01", 500, reason: 0),
                subscription(0, "2026-01-10", "2026-04-01", 900, reason: 1),
                subscription(0, "2026-01-10", "2026-03-01", 5_000, reason: 2),
            ], reasons: ["a", "b", "c"])
        #expect(history.spells.map(\.last.reason) == [1])
        #expect(history.spells.map(\.lastMonthly) == [1_400])
    }
}
