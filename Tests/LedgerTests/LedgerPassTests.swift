import Domain
import Synchronization
import TestSupport
import Testing

@testable import Ledger

@Suite("A pass over the ledger")
struct LedgerPassTests {
    /// What one worker would count who reads the columns without any pass.
    private static func counted(_ ledger: Ledger) -> EverythingTally {
        var tally = EverythingTally()
        tally.customers = ledger.customerCount
        tally.documents = ledger.documentCount
        tally.days = ledger.days.reduce(0) { $0 + Int64($1) }
        tally.minutes = ledger.minutes.reduce(0) { $0 + Int($1) }
        tally.money = ledger.minorUnits.reduce(0, +)
        for kind in ledger.kinds { tally.kinds[Int(kind.rawValue)] += 1 }
        tally.contributions = ledger.contributions.reduce(0, +)
        tally.places = ledger.documentCount * (ledger.documentCount - 1) / 2
        return tally
    }

    @Test("counts the same with any number of workers", arguments: 0..<30 as Range<UInt64>)
    func workers(seed: UInt64) throws {
        let ledger = try LedgerSamples.random(
            customers: 1 + Int(seed) * 7, seed: seed, contributions: seed.isMultiple(of: 2))
        let expected = Self.counted(ledger)
        let summaries = ledger.summarized(SummaryTally(), workers: 1).summaries
        for workers in [1, 2, 3, 5, 8, 64, 1_000] {
            #expect(ledger.tally(EverythingTally(), workers: workers) == expected, "seed \(seed), \(workers) workers")
            let result = ledger.summarized(SummaryTally(), workers: workers)
            #expect(result.summaries == summaries, "seed \(seed), \(workers) workers")
            #expect(result.tally.customers == ledger.customerCount, "seed \(seed), \(workers) workers")
        }
    }

    @Test("keeps one summary a customer, in the ledger's order") func summaries() throws {
        let ledger = try LedgerSamples.random(customers: 100, seed: 7)
        let summaries = ledger.summarized(SummaryTally(), workers: 4).summaries
        #expect(summaries.map(\.customer) == Array(0..<ledger.customerCount))
        for (customer, summary) in summaries.enumerated() {
            let places = ledger.offsets[customer]..<ledger.offsets[customer + 1]
            #expect(summary.documents == places.count)
            #expect(summary.firstDay == ledger.days[places.lowerBound])
            #expect(summary.lastDay == ledger.days[places.upperBound - 1])
            #expect(summary.money == ledger.minorUnits[places].reduce(0, +))
        }
    }

    @Test("cuts the customers into parts that cover each once", arguments: 0..<40 as Range<UInt64>)
    func parts(seed: UInt64) throws {
        let ledger = try LedgerSamples.random(customers: 1 + Int(seed) * 3, seed: seed)
        for count in [0, 1, 2, 7, 16, 1_000, 1_000_000] {
            let parts = ledger.parts(atLeast: count)
            #expect(parts.flatMap(Array.init) == Array(0..<ledger.customerCount), "seed \(seed), \(count) parts")
            #expect(parts.allSatisfy { !$0.isEmpty }, "seed \(seed), \(count) parts")
        }
    }

    @Test("cuts parts of about as many documents each") func evenParts() throws {
        let documents = (0..<10_000).map {
            LedgerDocument(customer: String($0), day: Day(number: 20_000), minorUnits: 1)
        }
        let ledger = Ledger(documents, currency: try LedgerSamples.currency())
        #expect(ledger.parts(atLeast: 16).map(\.count) == Array(repeating: 625, count: 16))
    }

    @Test("lets one customer have all the documents") func oneCustomer() throws {
        let documents = (0..<50_000).map {
            LedgerDocument(customer: "1", day: Day(number: 20_000 + Int32($0 / 100)), minorUnits: 1)
        }
        let ledger = Ledger(documents, currency: try LedgerSamples.currency())
        #expect(ledger.parts(atLeast: 16) == [0..<1])
        let (tally, summaries) = ledger.summarized(SummaryTally(), workers: 8)
        #expect(tally.customers == 1)
        #expect(summaries.map(\.documents) == [50_000])
        #expect(summaries.map(\.money) == [50_000])
    }

    @Test("visits every customer once and makes no more tallies than workers") func counts() throws {
        let ledger = try LedgerSamples.random(customers: 500, seed: 3)
        let visits = Visits()
        let tally = ledger.tally(VisitTally(visits: visits), workers: 4)
        #expect(visits.customers.withLock { $0.sorted() } == Array(0..<ledger.customerCount))
        #expect(tally.merges <= 4)
    }
}

/// Which customers were visited, by whatever worker.
private final class Visits: Sendable {
    let customers = Mutex<[Int]>([])
}

private struct VisitTally: Tally {
    let visits: Visits
    var merges = 0

    func add(_ history: PurchaseHistory) { visits.customers.withLock { $0.append(history.customer) } }

    mutating func merge(_ other: Self) { merges += other.merges + 1 }
}
