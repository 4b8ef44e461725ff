import Domain
import Ledger
import TestSupport
import Testing

/// Ledgers for tests.
enum LedgerSamples {
    static func currency() throws -> Currency { try #require(Currency("EUR")) }

    /// Up to `customers` customers with orders, refunds and reversed orders on random days.
    static func random(customers: Int, seed: UInt64, contributions: Bool = false) throws -> Ledger {
        try Ledger(documents(customers: customers, seed: seed, contributions: contributions), currency: currency())
    }

    static func documents(customers: Int, seed: UInt64, contributions: Bool = false) -> [LedgerDocument] {
        var random = SeededGenerator(seed: seed)
        return (0..<customers).flatMap { customer in
            // A few customers have most of the documents, as in a shop.
            let count = Int.random(in: 0..<20, using: &random) == 0 ? 200 : Int.random(in: 1...4, using: &random)
            let name = customer.isMultiple(of: 3) ? "name-\(customer)@shop.example" : String(customer)
            return (0..<count).map { _ in document(of: name, contributions: contributions, using: &random) }
        }
    }

    private static func document(
        of customer: String, contributions: Bool, using random: inout SeededGenerator
    ) -> LedgerDocument {
        let kind = OrderKind.allCases.randomElement(using: &random) ?? .order
        let money = Int64.random(in: 0...100_000, using: &random)
        return LedgerDocument(
            customer: customer, day: Day(number: Int32.random(in: 18_000..<20_000, using: &random)),
            minute: Bool.random(using: &random) ? Int.random(in: 0..<1_440, using: &random) : nil,
            minorUnits: kind == .refund ? -money : money, kind: kind, contribution: contributions ? money / 3 : nil,
            dimensions: Bool.random(using: &random) ? [.country: "PL"] : [:])
    }
}

/// Counts everything that a history can say, in integers.
struct EverythingTally: Tally, Equatable {
    var customers = 0
    var documents = 0
    var days: Int64 = 0
    var minutes = 0
    var money: Int64 = 0
    var kinds = [0, 0, 0]
    var contributions: Int64 = 0
    var places = 0

    mutating func add(_ history: PurchaseHistory) {
        customers += 1
        documents += history.count
        for index in 0..<history.count {
            days += Int64(history.day(index))
            minutes += Int(history.minute(index))
            money += history.minorUnits(index)
            kinds[Int(history.kind(index).rawValue)] += 1
            contributions += history.contribution(index) ?? 0
            places += history.place(index)
        }
    }

    mutating func merge(_ other: Self) {
        customers += other.customers
        documents += other.documents
        days += other.days
        minutes += other.minutes
        money += other.money
        for kind in kinds.indices { kinds[kind] += other.kinds[kind] }
        contributions += other.contributions
        places += other.places
    }
}

/// Keeps a few figures of each customer, and how many there were.
struct SummaryTally: SummarizingTally {
    struct Summary: BitwiseCopyable, Equatable {
        var customer: Int
        var documents: Int
        var firstDay: Int32
        var lastDay: Int32
        var money: Int64
    }

    var customers = 0

    mutating func summarize(_ part: PurchaseHistories, into summaries: SummarySlots<Summary>) {
        for customer in part.customers { summaries[customer] = Self.summary(of: part[customer]) }
        customers += part.customers.count
    }

    private static func summary(of history: PurchaseHistory) -> Summary {
        var money: Int64 = 0
        for index in 0..<history.count { money += history.minorUnits(index) }
        return Summary(
            customer: history.customer, documents: history.count, firstDay: history.day(0),
            lastDay: history.day(history.count - 1), money: money)
    }

    mutating func merge(_ other: Self) { customers += other.customers }
}
