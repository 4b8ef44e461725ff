import Foundation
import Testing

@testable import LifetimeValue

/// Real orders, read from the file that the tests of the metrics use.
struct RealShop: Sendable {
    /// A customer's purchase days, rising, each with the money of that day.
    let customers: [[Purchase]]

    struct Purchase: Sendable {
        let day: Int32
        let money: Double
    }

    /// 1997-09-30, the end of calibration of CDNOW, and 1998-06-30, the end of the file.
    static let (calibrationEnd, holdoutEnd): (Int32, Int32) = (10_134, 10_407)
    /// 2011-08-31 and 2011-12-09, the end of Online Retail.
    static let (endOfAugust, endOfRetail): (Int32, Int32) = (15_217, 15_317)

    static let cdnow = Result { try RealShop("cdnow.bin") }
    static let onlineRetail = Result { try RealShop("online_retail.bin") }
    static let cdnowSample = Result {
        let master = try cdnow.get().customers
        return RealShop(
            customers: try ReferenceTable("cdnow_sample.csv").rows.map { master[try #require(Int($0[1]))] })
    }

    private init(customers: [[Purchase]]) { self.customers = customers }

    /// The format is told in MetricsTests/References/references.py; refunds are left out.
    private init(_ name: String) throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        var bytes = try [UInt8](Data(contentsOf: tests.appending(path: "MetricsTests/References/\(name)")))[...]
        func number() -> Int {
            var (value, shift) = (0, 0)
            while let byte = bytes.popFirst() {
                value |= Int(byte & 127) << shift
                if byte < 128 { break }
                shift += 7
            }
            return value
        }
        var customers: [[Purchase]] = []
        for _ in 0..<number() {
            var (day, purchases): (Int, [Purchase]) = (0, [])
            for _ in 0..<number() {
                day += number()
                let coded = number()
                guard coded % 2 == 0 else { continue }
                let money = Double(coded / 2) / 100
                if let last = purchases.last, last.day == Int32(day) {
                    purchases[purchases.count - 1] = Purchase(day: last.day, money: last.money + money)
                } else {
                    purchases.append(Purchase(day: Int32(day), money: money))
                }
            }
            customers.append(purchases)
        }
        self.customers = customers
    }

    /// What a customer's purchases until a day say; nil for one who came later.
    static func summary(_ purchases: [Purchase], until end: Int32) -> PurchaseSummary? {
        PurchaseSummary(days: purchases.map(\.day), until: end)
    }

    func summaries(until end: Int32) -> [PurchaseSummary] { customers.compactMap { Self.summary($0, until: end) } }

    func base(until end: Int32) -> PurchaseSummaries { PurchaseSummaries(summaries(until: end)) }

    func spend(until end: Int32) -> SpendSummaries {
        SpendSummaries(
            customers.compactMap { purchases in
                let later = purchases.dropFirst().filter { $0.day <= end }
                guard !later.isEmpty else { return nil }
                let mean = later.reduce(0) { $0 + $1.money } / Double(later.count)
                return SpendSummary(frequency: Int32(later.count), mean: mean)
            })
    }
}
