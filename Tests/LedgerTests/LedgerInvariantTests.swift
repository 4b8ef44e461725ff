import Domain
import Ledger
import TestSupport
import Testing

@Suite("What a ledger promises")
struct LedgerInvariantTests {
    /// Two customers with three documents: an order, then an order and a refund.
    private static func ledger(
        days: [Int32] = [100, 100, 200], minutes: [UInt16] = [0, 1_439, Ledger.noMinute],
        minorUnits: [Int64] = [500, 700, -700], kinds: [OrderKind] = [.order, .order, .refund],
        offsets: [Int] = [0, 1, 3]
    ) throws -> Ledger {
        var customers = CustomerTable.Builder()
        for customer in 1..<UInt64(offsets.count) { customers.append(number: customer) }
        return Ledger(
            currency: try LedgerSamples.currency(), days: days, minutes: minutes, minorUnits: minorUnits, kinds: kinds,
            offsets: offsets, customers: customers.build())
    }

    @Test("holds for a good ledger") func good() throws {
        #expect(try Self.ledger().brokenInvariant() == nil)
        #expect(try Self.ledger(minorUnits: [0, 0, 0], kinds: [.order, .reversed, .refund]).brokenInvariant() == nil)
    }

    @Test("is broken by a customer without documents") func noDocuments() throws {
        #expect(try Self.ledger(offsets: [0, 0, 3]).brokenInvariant() == "customer 0 has no documents")
        #expect(try Self.ledger(offsets: [0, 2, 1, 3]).brokenInvariant() == "customer 1 has no documents")
    }

    @Test("is broken by the wrong sign") func signs() throws {
        #expect(try Self.ledger(minorUnits: [-1, 700, -700]).brokenInvariant() == "document 0 is order of -1")
        #expect(try Self.ledger(minorUnits: [500, 700, 1]).brokenInvariant() == "document 2 is refund of 1")
        #expect(
            try Self.ledger(minorUnits: [500, -7, -700], kinds: [.order, .reversed, .refund]).brokenInvariant()
                == "document 1 is reversed of -7")
    }

    @Test("is broken by a minute that no day has", arguments: [1_440, 65_534] as [UInt16])
    func minutes(minute: UInt16) throws {
        #expect(try Self.ledger(minutes: [0, minute, 0]).brokenInvariant() == "document 1 has no minute")
    }

    @Test("is broken by documents out of time order within a customer, not between customers") func order() throws {
        #expect(
            try Self.ledger(days: [100, 200, 100]).brokenInvariant() == "document 2 is earlier than the one before it")
        #expect(try Self.ledger(days: [300, 100, 200]).brokenInvariant() == nil)
    }

    @Test("costs sixteen bytes a document or less") func layout() {
        let bytes =
            MemoryLayout<Int32>.stride + MemoryLayout<UInt16>.stride + MemoryLayout<Int64>.stride
            + MemoryLayout<OrderKind>.stride
        #expect(bytes <= 16)
    }
}
