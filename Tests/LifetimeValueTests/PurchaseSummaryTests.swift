import Testing

@testable import LifetimeValue

@Suite("Purchase summaries") struct PurchaseSummaryTests {
    typealias Reason = ImpossibleSummary.Reason

    static let impossible: [(frequency: Double, recency: Double, age: Double, reason: Reason)] = [
        (1, 8, 7, .recencyBeyondAge(recency: 8, age: 7)),
        (2, 0, 7, .noRecency(frequency: 2)),
        (0, 3, 7, .recencyWithoutPurchase(recency: 3)),
        (-1, 0, 7, .negative(.frequency, -1)),
        (1, -2, 7, .negative(.recency, -2)),
        (0, 0, -7, .negative(.age, -7)),
        (1.5, 3, 7, .notWhole(.frequency, 1.5)),
        (1, 3.25, 7, .notWhole(.recency, 3.25)),
        (1, 3, .infinity, .notWhole(.age, .infinity)),
        (0, 0, 3e6, .tooLarge(.age, 3e6)),
    ]

    @Test("what cannot be is refused and the customer named", arguments: impossible.indices) func refused(place: Int) {
        let (frequency, recency, age, reason) = Self.impossible[place]
        let expected = ImpossibleSummary(customer: "ada", reason: reason)
        #expect(throws: expected) {
            try PurchaseSummary(frequency: frequency, recency: recency, age: age, of: "ada")
        }
        #expect(expected.description.contains("“ada”"))
    }

    @Test("no number is refused") func notANumber() {
        #expect(throws: ImpossibleSummary.self) { try PurchaseSummary(frequency: .nan, recency: 1, age: 2, of: "ada") }
    }

    @Test("bought on the last day, bought until the last day") func edges() throws {
        let last = try PurchaseSummary(frequency: 0, recency: 0, age: 0)
        #expect(last.age == 0)
        #expect(try PurchaseSummary(frequency: 1, recency: 9, age: 9).recency == 9)
    }

    @Test("made of purchase days: repetitions count once, later days not at all") func days() {
        #expect(
            PurchaseSummary(days: [12, 10, 12, 15, 30], until: 20)
                == (try? PurchaseSummary(frequency: 2, recency: 5, age: 10)))
        #expect(PurchaseSummary(days: [21], until: 20) == nil)
        #expect(PurchaseSummary(days: [], until: 20) == nil)
    }

    @Test("a base counts each distinct summary once") func base() throws {
        let rows = [(0, 0, 9), (2, 5, 9), (0, 0, 9), (1, 5, 6), (2, 5, 9), (2, 5, 9)]
        let base = PurchaseSummaries(try rows.map { try PurchaseSummary(frequency: $0, recency: $1, age: $2) })
        #expect(base.customers == 6 && base.repeatCustomers == 4 && base.laterPurchases == 7 && base.daysObserved == 51)
        #expect(base.times == [0, 5, 6, 9])
        #expect(base.groups.map(\.frequency) == [0, 1, 2])
        #expect(base.distinct.map(\.customers) == [2, 1, 3])
        #expect(PurchaseSummaries([]).customers == 0)
    }

    @Test("many are sorted as few are", arguments: [1, 7, 3_000, 20_000]) func sorted(count: Int) {
        var value = 88_172_645_463_325_252 as UInt64
        let values = (0..<count).map { _ in
            value ^= value << 13
            value ^= value >> 7
            value ^= value << 17
            return value >> 3
        }
        #expect(RadixSort.sorted(values) == values.sorted())
    }
}
