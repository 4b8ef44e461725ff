import Customers
import Database
import Domain
import Foundation
import Ledger
import TestSupport

@testable import Intake

/// Documents of a few customers, drawn from a seed.
struct DocumentShop: Sendable {
    static let now = Instant(milliseconds: 1_790_000_000_000)

    var documents: [LedgerDocument] = []
    /// The number of each document's order.
    var numbers: [String] = []

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for customer in 0..<Int.random(in: 20...40, using: &random) {
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let isRefund = Int.random(in: 0..<5, using: &random) == 0
                let amount = Int64.random(in: 1...50_000, using: &random)
                documents.append(
                    LedgerDocument(
                        customer: "customer-\(customer)@example.com",
                        day: Day(number: Int32.random(in: 19_000...19_900, using: &random)),
                        minute: Int.random(in: 0..<1_440, using: &random), minorUnits: isRefund ? -amount : amount,
                        dimensions: [.country: ["PL", "RU", "DE"].randomElement(using: &random) ?? "PL"]))
                numbers.append("N-\(numbers.count)")
            }
        }
    }

    var ledger: Ledger { Ledger(documents, currency: Self.currency) }

    private static let currency = Currency("EUR") ?? .unknown

    /// Imports the documents.
    ///
    /// - Parameters:
    ///   - size: Customers a batch.
    ///   - end: The import is broken off before this batch.
    @discardableResult
    func keep(
        in database: any Database, batchSize size: Int = 7, digest: String = "once", currency: Currency? = nil,
        at now: Instant = Self.now, upTo end: Int = .max
    ) async throws -> ImportRun {
        let zone = TimeZone(identifier: "Europe/Warsaw") ?? .gmt
        let business = Business(name: "Garden", timeZone: zone, currency: currency ?? Self.currency)
        let orders = try await OrderImport.begin(
            in: database, of: .init(source: "shop", names: ["orders.csv"], digest: digest), business: business,
            at: now)
        for batch in batches(of: size).prefix(end) {
            try await orders.append(PreparedBatch(batch, clock: BusinessClock(zone)), at: now)
        }
        guard end == .max else { return orders.run }
        return try await orders.finish(accounting: Accounting(), rejects: [], at: now)
    }

    private func batches(of size: Int) -> [DocumentBatch] {
        let byCustomer = Dictionary(grouping: documents.indices) { documents[$0].customer }.sorted { $0.key < $1.key }
        return stride(from: 0, to: byCustomer.count, by: size).enumerated().map { number, start in
            let own = byCustomer[start..<min(start + size, byCustomer.count)]
            return DocumentBatch(
                number: number, currency: Self.currency, dimensions: [.country],
                customers: own.map { DocumentCustomer(name: $0.key, emails: [$0.key]) },
                documents: own.enumerated().flatMap { place, customer in
                    customer.value.map { document($0, customer: place) }
                })
        }
    }

    private func document(_ place: Int, customer: Int) -> OrderDocument {
        let one = documents[place]
        return OrderDocument(
            customer: customer, order: numbers[place], kind: one.kind, day: one.day, minute: one.minute,
            minorUnits: one.minorUnits, lacksGoodsCost: false, dimensions: [one.dimensions[.country] ?? ""],
            lines: [
                OrderLine(
                    product: "P\(place % 7)", productName: nil, quantityThousandths: 1_000, unitPriceMinorUnits: nil,
                    amountMinorUnits: one.minorUnits, place: RowPlace(file: 0, line: place + 2))
            ],
            rows: [RowPlace(file: 0, line: place + 2)])
    }
}

/// What two ledgers of the same orders share, whatever the order of their customers.
struct LedgerContent: Equatable {
    let documents: [String: [String]]

    init(_ ledger: Ledger) {
        var documents: [String: [String]] = [:]
        for customer in 0..<ledger.customerCount {
            let range = ledger.offsets[customer]..<ledger.offsets[customer + 1]
            documents[ledger.customers[customer]] = range.map { Self.text(of: $0, in: ledger) }.sorted()
        }
        self.documents = documents
    }

    private static func text(of place: Int, in ledger: Ledger) -> String {
        let dimensions = ledger.dimensions.map { "\($0.dimension)=\($0.values[Int($0.codes[place])])" }
        let figures: [any CustomStringConvertible] = [
            ledger.days[place], ledger.minutes[place], ledger.minorUnits[place],
        ]
        return (figures.map(\.description) + ["\(ledger.kinds[place])"] + dimensions).joined(separator: " ")
    }
}

/// All rows of the tables that an import of orders fills.
struct StoreContent: Equatable {
    let rows: [[Value]]

    init(_ database: any Database) async throws {
        rows = try await database.read { session in
            try Self.tables.flatMap { table in
                try session.all(table) { row in try (0..<row.columnCount).map { try row.value(at: $0) } }
            }
        }
    }

    private static let tables: [SQL] = [
        "SELECT * FROM customer ORDER BY id", "SELECT * FROM customer_identity ORDER BY id",
        "SELECT * FROM shop_order ORDER BY id", "SELECT * FROM refund ORDER BY id",
        "SELECT * FROM order_line ORDER BY order_id, position",
        "SELECT * FROM refund_line ORDER BY refund_id, position", "SELECT * FROM product ORDER BY id",
    ]
}
