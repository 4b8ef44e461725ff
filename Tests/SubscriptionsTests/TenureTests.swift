import Domain
import LifetimeValue
import Testing

@testable import Subscriptions

@Suite("How many periods customers stay") struct TenureTests {
    @Test(
        "anniversaries keep the day of the month as far as the month has it",
        arguments: [
            (TenureUnit.month, "2026-01-31", 1, "2026-02-28"), (.month, "2026-01-31", 2, "2026-03-31"),
            (.month, "2024-01-30", 1, "2024-02-29"), (.quarter, "2025-11-30", 1, "2026-02-28"),
            (.year, "2024-02-29", 1, "2025-02-28"), (.year, "2024-02-29", 4, "2028-02-29"),
            (.week, "2026-01-01", 3, "2026-01-22"), (.year, "2026-03-01", -1, "2025-03-01"),
        ])
    func anniversaries(unit: TenureUnit, start: String, periods: Int, expected: String) throws {
        #expect("\(unit.anniversary(periods, of: try day(start)))" == expected)
    }

    @Test("periods up to a day are the least whose anniversary reaches it", arguments: TenureUnit.allCases)
    func periods(unit: TenureUnit) throws {
        for start in ["2024-01-31", "2024-02-29", "1900-01-01", "2023-12-15"] {
            let start = try day(start)
            for days in (0...800).map({ $0 }) + [10_000, 100_000] {
                let end = start.advanced(by: days)
                let periods = unit.periods(from: start, upTo: end)
                #expect(unit.anniversary(periods, of: start) >= end)
                #expect(periods == 0 || unit.anniversary(periods - 1, of: start) < end)
            }
        }
    }

    /// The tenures of subscriptions that start on 2026-01-10.
    private func counts(_ ends: [String?], asOf: String) throws -> TenureCounts {
        let subscriptions = try ends.enumerated().map { try subscription(Int32($0), "2026-01-10", $1) }
        var tally = TenureTally(unit: .month, asOf: try day(asOf))
        try table(subscriptions, asOf: asOf).forEachCustomer { customer in
            for spell in RevenueHistory(customer).spells.prefix(1) { tally.add(spell) }
        }
        return tally.counts
    }

    @Test("who leaves on the anniversary stayed for the periods before it") func anniversary() throws {
        let counts = try counts(["2026-02-10", "2026-02-09", "2026-02-11", "2026-01-11"], asOf: "2026-12-31")
        #expect(counts.lost == [3, 1])
    }

    @Test("who is still there counts for the whole periods that are over") func stillThere() throws {
        #expect(try counts([nil], asOf: "2026-02-09").customers == 0)
        #expect(try counts([nil], asOf: "2026-02-10").stillThere == [1])
        #expect(try counts([nil], asOf: "2026-04-09").stillThere == [0, 1])
    }

    @Test("a loss in a period that is not over counts for the periods before it alone") func cutOff() throws {
        // Whoever stays is known to have stayed for one period; so is whoever left in the second.
        let counts = try counts(["2026-02-20", nil], asOf: "2026-03-01")
        #expect(counts.stillThere == [2] && counts.customersLost == 0)
    }

    @Test("survival is counted in what is mostly paid for") func unit() throws {
        let year = try #require(BillingPeriod(12, .month))
        let quarter = try #require(BillingPeriod(3, .month))
        let week = try #require(BillingPeriod(1, .week))
        for (periods, unit) in [
            ([BillingPeriod.month], TenureUnit.month), ([year, year, .month], .year), ([quarter], .quarter),
            ([week], .month), ([], .month), ([.month, .month, year], .month),
        ] {
            let subscriptions = try periods.map { try subscription(0, "2026-01-01", period: $0) }
            #expect(TenureUnit(of: subscriptions) == unit)
        }
    }
}
