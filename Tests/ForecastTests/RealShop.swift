import Domain
import Foundation
import Ledger
import Testing

/// Real orders as a ledger, read from the files that the tests of the metrics use.
struct RealShop: Sendable {
    let ledger: Ledger

    /// 1998-06-30 and 2011-12-09, the last days; 39 weeks and 100 days before them the papers' calibration ends.
    static let (cdnowEnd, retailEnd) = (Day(number: 10_407), Day(number: 15_317))
    static let (cdnowHoldout, retailHoldout) = (273, 100)

    static let cdnow = Result { try RealShop("cdnow", currency: "USD") }
    static let onlineRetail = Result { try RealShop("online_retail", currency: "GBP") }
    static let cdnowSample = Result {
        let table = try String(
            contentsOf: tests.appending(path: "LifetimeValueTests/References/cdnow_sample.csv"), encoding: .utf8)
        let places = table.split(separator: "\n").compactMap { $0.split(separator: ",").last.flatMap { Int($0) } }
        try #require(places.count == 2_357)
        return try RealShop("cdnow", currency: "USD", only: Set(places))
    }

    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// The format is told in MetricsTests/References/references.py.
    private init(_ name: String, currency: String, only kept: Set<Int>? = nil) throws {
        var bytes = try [UInt8](Data(contentsOf: Self.tests.appending(path: "MetricsTests/References/\(name).bin")))[
            ...]
        func number() -> Int {
            var (value, shift) = (0, 0)
            while let byte = bytes.popFirst() {
                value |= Int(byte & 127) << shift
                if byte < 128 { break }
                shift += 7
            }
            return value
        }
        var (days, money, offsets): ([Int32], [Int64], [Int]) = ([], [], [0])
        var customers = CustomerTable.Builder()
        for customer in 0..<number() {
            let isKept = kept?.contains(customer) ?? true
            var day = 0
            for _ in 0..<number() {
                day += number()
                let coded = number()
                guard isKept else { continue }
                days.append(Int32(day))
                money.append(Int64(coded % 2 == 0 ? coded / 2 : -(coded / 2)))
            }
            guard isKept else { continue }
            offsets.append(days.count)
            customers.append(number: UInt64(customer))
        }
        ledger = Ledger(
            currency: try #require(Currency(currency)), days: days,
            minutes: Array(repeating: Ledger.noMinute, count: days.count), minorUnits: money,
            kinds: money.map { $0 < 0 ? .refund : .order }, offsets: offsets, customers: customers.build())
    }
}
