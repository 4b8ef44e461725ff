import Customers
import Database
import DatabaseTestSupport
import Domain
import Foundation
import Ledger
import Testing

@testable import Intake

/// Each on both engines.
@Suite("Imported orders") struct ImportTests {
    @Test("give the ledger of the file again", arguments: Engine.allCases, 0..<8 as Range<UInt64>)
    func ledger(engine: Engine, seed: UInt64) async throws {
        let shop = DocumentShop(seed: seed)
        try await TestDatabase.make(engine) { database in
            try await shop.keep(in: database)
            let ledger = try await database.read { try Ledger(from: $0) }
            #expect(ledger.brokenInvariant() == nil)
            #expect(ledger.unidentified == UnidentifiedSales())
            #expect(LedgerContent(ledger) == LedgerContent(shop.ledger), "seed \(seed)")
        }
    }

    @Test("change nothing the second time", arguments: Engine.allCases, [1, 2, 3] as [UInt64])
    func idempotent(engine: Engine, seed: UInt64) async throws {
        let shop = DocumentShop(seed: seed)
        try await TestDatabase.make(engine) { database in
            let first = try await shop.keep(in: database, batchSize: 7)
            let before = try await StoreContent(database)
            let second = try await shop.keep(in: database, batchSize: 5, digest: "again")
            #expect((first.added, first.changed, first.unchanged) == (shop.documents.count, 0, 0))
            #expect((second.added, second.changed, second.unchanged) == (0, 0, shop.documents.count))
            #expect(try await StoreContent(database) == before)
        }
    }

    @Test("are changed where the file says something else, and only there", arguments: Engine.allCases)
    func changes(engine: Engine) async throws {
        var shop = DocumentShop(seed: 9)
        try await TestDatabase.make(engine) { database in
            try await shop.keep(in: database)
            let (place, count) = (3, shop.documents.count)
            shop.documents[place].minorUnits += shop.documents[place].minorUnits < 0 ? -1 : 1
            let second = try await shop.keep(in: database, digest: "corrected")
            #expect((second.added, second.changed, second.unchanged) == (0, 1, count - 1))
            let ledger = try await database.read { try Ledger(from: $0) }
            #expect(LedgerContent(ledger) == LedgerContent(shop.ledger))
        }
    }

    @Test("that were broken off go on where they were, and give the same", arguments: Engine.allCases)
    func resumed(engine: Engine) async throws {
        let shop = DocumentShop(seed: 4)
        try await TestDatabase.make(engine) { database in
            try await shop.keep(in: database, batchSize: 3, upTo: 5)
            // Whoever comes at once is told when it can go on.
            await #expect(throws: ImportRefusal.running(until: DocumentShop.now.advanced(bySeconds: 10))) {
                try await shop.keep(in: database, batchSize: 3)
            }
            let later = DocumentShop.now.advanced(bySeconds: 11)
            let run = try await shop.keep(in: database, batchSize: 3, at: later)
            #expect(run.isFirstLoad)
            #expect((run.added, run.changed, run.unchanged) == (shop.documents.count, 0, 0))
            let ledger = try await database.read { try Ledger(from: $0) }
            #expect(LedgerContent(ledger) == LedgerContent(shop.ledger))
        }
    }

    @Test("leave one that was broken off for good behind them, with what it kept", arguments: Engine.allCases)
    func abandoned(engine: Engine) async throws {
        let shop = DocumentShop(seed: 5)
        try await TestDatabase.make(engine) { database in
            try await shop.keep(in: database, batchSize: 3, upTo: 4)
            let later = DocumentShop.now.advanced(bySeconds: 11)
            let run = try await shop.keep(in: database, batchSize: 6, digest: "another file", at: later)
            #expect(run.added + run.unchanged == shop.documents.count && run.unchanged > 0 && run.changed == 0)
            let states = try await database.read { session in
                try session.all("SELECT state FROM import_run ORDER BY id") { try $0.get(0, as: String.self) }
            }
            #expect(states == ["abandoned", "done"])
            let ledger = try await database.read { try Ledger(from: $0) }
            #expect(LedgerContent(ledger) == LedgerContent(shop.ledger))
        }
    }

    @Test("of one number but two customers are both kept", arguments: Engine.allCases)
    func sharedNumbers(engine: Engine) async throws {
        var shop = DocumentShop(seed: 6)
        shop.numbers[shop.documents.count - 1] = shop.numbers[0]
        let expected = shop.documents.count
        try await TestDatabase.make(engine) { database in
            let run = try await shop.keep(in: database)
            #expect(run.added == expected)
            let ledger = try await database.read { try Ledger(from: $0) }
            #expect(LedgerContent(ledger) == LedgerContent(shop.ledger))
        }
    }

    @Test("in another currency than the business's are refused", arguments: Engine.allCases)
    func currencies(engine: Engine) async throws {
        let shop = DocumentShop(seed: 7)
        try await TestDatabase.make(engine) { database in
            try await shop.keep(in: database)
            let (euro, yen) = (try #require(Currency("EUR")), try #require(Currency("JPY")))
            await #expect(throws: ImportRefusal.currency(of: yen, business: euro)) {
                try await shop.keep(in: database, currency: yen)
            }
        }
    }
}
