import Foundation
import Testing

/// Orders of real shops as CSV, from the files that the tests of the metrics and models use.
enum RealOrders {
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// Online Retail as it was published.
    static let onlineRetail = tests.appendingPathComponent("../Examples/online-retail/online_retail.csv.gz")
        .standardizedFileURL.path

    /// The sample of CDNOW that papers use, its customers numbered from 1; the format of its file is told in MetricsTests/References/references.py.
    static func cdnowSample() throws -> String {
        let table = try String(
            contentsOf: tests.appendingPathComponent("LifetimeValueTests/References/cdnow_sample.csv"), encoding: .utf8)
        let kept = Set(table.split(separator: "\n").compactMap { $0.split(separator: ",").last.flatMap { Int($0) } })
        let file = tests.appendingPathComponent("MetricsTests/References/cdnow.bin")
        var bytes = try [UInt8](Data(contentsOf: file))[...]
        func number() -> Int {
            var (value, shift) = (0, 0)
            while let byte = bytes.popFirst() {
                value |= Int(byte & 127) << shift
                if byte < 128 { break }
                shift += 7
            }
            return value
        }
        var csv = "customer_id,date,amount\n"
        for customer in 0..<number() {
            var day = 0
            for _ in 0..<number() {
                day += number()
                let cents = number() / 2
                guard kept.contains(customer) else { continue }
                let fraction = cents % 100
                csv += "\(customer + 1),\(date(day)),\(cents / 100).\(fraction < 10 ? "0" : "")\(fraction)\n"
            }
        }
        return csv
    }

    private static func date(_ number: Int) -> String {
        Date(timeIntervalSince1970: Double(number) * 86_400).formatted(.iso8601.year().month().day())
    }
}
