import Domain
import Ledger
import TestSupport
import Testing

@Suite("Ledger of documents")
struct LedgerDocumentsTests {
    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test("sorts customers by identifier and documents by time") func order() throws {
        let ledger = Ledger(
            [
                LedgerDocument(customer: "b", day: try Self.day("2026-02-01"), minute: 600, minorUnits: 300),
                LedgerDocument(customer: "a", day: try Self.day("2026-03-01"), minorUnits: 200),
                LedgerDocument(customer: "b", day: try Self.day("2026-02-01"), minute: 30, minorUnits: 500),
                LedgerDocument(customer: "b", day: try Self.day("2026-01-01"), minorUnits: -100),
            ], currency: try LedgerSamples.currency())
        #expect((0..<ledger.customerCount).map { ledger.customers[$0] } == ["a", "b"])
        #expect(ledger.offsets == [0, 1, 4])
        #expect(ledger.minorUnits == [200, -100, 500, 300])
        #expect(ledger.minutes == [Ledger.noMinute, Ledger.noMinute, 30, 600])
        #expect(ledger.kinds == [.order, .refund, .order, .order])
        #expect(ledger.brokenInvariant() == nil)
    }

    @Test("does not depend on the order of the documents", arguments: 0..<20 as Range<UInt64>)
    func shuffled(seed: UInt64) throws {
        let documents = LedgerSamples.documents(customers: 30, seed: seed)
        var random = SeededGenerator(seed: seed &+ 1)
        let one = Ledger(documents, currency: try LedgerSamples.currency())
        let other = Ledger(documents.shuffled(using: &random), currency: try LedgerSamples.currency())
        #expect(one.offsets == other.offsets && one.days == other.days, "seed \(seed)")
        #expect(one.minorUnits == other.minorUnits, "seed \(seed)")
        #expect(one.brokenInvariant() == nil && other.brokenInvariant() == nil, "seed \(seed)")
    }

    @Test("keeps contributions only when every document has one") func contributions() throws {
        let documents = LedgerSamples.documents(customers: 5, seed: 1, contributions: true)
        let whole = Ledger(documents, currency: try LedgerSamples.currency())
        #expect(whole.contributions.count == whole.documentCount)
        let partly =
            documents + [LedgerDocument(customer: "x", day: try Self.day("2026-01-01"), minorUnits: 1)]
        #expect(Ledger(partly, currency: try LedgerSamples.currency()).contributions.isEmpty)
    }

    @Test("has a column for each dimension that any document has") func dimensions() throws {
        let day = try Self.day("2026-01-01")
        let ledger = Ledger(
            [
                LedgerDocument(customer: "a", day: day, minorUnits: 1, dimensions: [.country: "PL", .city: "Łódź"]),
                LedgerDocument(customer: "b", day: day, minorUnits: 2, dimensions: [.country: "DE"]),
                LedgerDocument(customer: "c", day: day, minorUnits: 3),
            ], currency: try LedgerSamples.currency())
        #expect(ledger.dimensions.map(\.dimension) == [.country, .city])
        let country = try #require(ledger.dimensions.first)
        #expect(country.values == ["", "DE", "PL"])
        #expect(country.codes.map { country.values[Int($0)] } == ["PL", "DE", ""])
    }

    @Test("may be empty") func empty() throws {
        let ledger = Ledger([], currency: try LedgerSamples.currency())
        #expect(ledger.customerCount == 0 && ledger.documentCount == 0)
        #expect(ledger.brokenInvariant() == nil)
        #expect(ledger.tally(EverythingTally()) == EverythingTally())
        #expect(ledger.summarized(SummaryTally()).summaries.isEmpty)
    }

    @Test("carries what was sold without knowing to whom") func unidentified() throws {
        let unknown = UnidentifiedSales(orders: 3, grossMinorUnits: 1_000, refundMinorUnits: 250, lastDay: 20_000)
        let ledger = Ledger([], currency: try LedgerSamples.currency(), unidentified: unknown)
        #expect(ledger.unidentified == unknown)
        #expect(ledger.unidentified.netMinorUnits == 750)
    }
}
