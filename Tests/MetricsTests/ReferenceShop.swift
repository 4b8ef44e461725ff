import Domain
import Foundation
import Ledger
import Testing

/// A real shop with figures computed by References/references.py.
struct ReferenceShop {
    let name: String
    let currency: String

    static let all = [
        ReferenceShop(name: "cdnow", currency: "USD"), ReferenceShop(name: "online_retail", currency: "GBP"),
    ]

    struct Figures: Decodable {
        let asOf, customers, orders: Int
        let gross, refunds, identifiedNet, netRevenue, refundOnlyRevenue: Int64
        let refundOnlyCustomers, unidentifiedOrders: Int
        let unidentifiedGross, unidentifiedRefunds: Int64
        let belowZero, repeatCustomers, repeatCustomersByDay, window: Int
        let gaps, states: [Int]
        let revenueAtRisk: Int64
        let retention: [RetentionRow]
        let cohorts: [String: [Int]]
        let rfm: [String: Int]
        let top20, gini: Double
        let customersFor80: Int
        let secondWithin: [Double]
    }

    /// Month, start, retained, new, won back, end.
    struct RetentionRow: Decodable, Equatable {
        let month: String
        let counts: [Int]

        init(month: String, counts: [Int]) { (self.month, self.counts) = (month, counts) }

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            month = try row.decode(String.self)
            var counts: [Int] = []
            while !row.isAtEnd { counts.append(try row.decode(Int.self)) }
            self.counts = counts
        }
    }

    private func file(_ ending: String) throws -> Data {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("References")
        return try Data(contentsOf: folder.appendingPathComponent("\(name).\(ending)"))
    }

    func figures() throws -> Figures { try JSONDecoder().decode(Figures.self, from: file("json")) }

    /// The format is told in References/references.py.
    func ledger(_ figures: Figures) throws -> Ledger {
        var bytes = try [UInt8](file("bin"))[...]
        func number() -> Int {
            var (value, shift) = (0, 0)
            while let byte = bytes.popFirst() {
                value |= Int(byte & 127) << shift
                if byte < 128 { break }
                shift += 7
            }
            return value
        }
        var days: [Int32] = []
        var money: [Int64] = []
        var offsets = [0]
        var customers = CustomerTable.Builder()
        for customer in 0..<number() {
            var day = 0
            for _ in 0..<number() {
                day += number()
                let coded = number()
                days.append(Int32(day))
                money.append(Int64(coded % 2 == 0 ? coded / 2 : -(coded / 2)))
            }
            offsets.append(days.count)
            customers.append(number: UInt64(customer))
        }
        return Ledger(
            currency: try #require(Currency(currency)), days: days,
            minutes: Array(repeating: Ledger.noMinute, count: days.count), minorUnits: money,
            kinds: money.map { $0 < 0 ? .refund : .order }, offsets: offsets, customers: customers.build(),
            unidentified: UnidentifiedSales(
                orders: figures.unidentifiedOrders, grossMinorUnits: figures.unidentifiedGross,
                refundMinorUnits: figures.unidentifiedRefunds))
    }
}
