import Foundation
import Testing

/// The 1/10 sample of CDNOW that papers use, as a file of orders. Formats and sources: ../MetricsTests/References and
/// ../LifetimeValueTests/References.
enum CDNOWSample {
    static let orders = Result { try text() }

    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text() throws -> String {
        let table = try String(
            contentsOf: tests.appending(path: "LifetimeValueTests/References/cdnow_sample.csv"),
            encoding: .utf8)
        var ids: [Int: Substring] = [:]
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: ",")
            if fields.count == 2, let place = Int(fields[1]) { ids[place] = fields[0] }
        }
        var bytes = try [UInt8](
            Data(contentsOf: tests.appending(path: "MetricsTests/References/cdnow.bin")))[...]
        func number() -> Int {
            var (value, shift) = (0, 0)
            while let byte = bytes.popFirst() {
                value |= Int(byte & 127) << shift
                if byte < 128 { break }
                shift += 7
            }
            return value
        }
        let days = ISO8601DateFormatter()
        days.formatOptions = .withFullDate
        var text = "customer_id,date,amount\n"
        for customer in 0..<number() {
            var day = 0
            for _ in 0..<number() {
                day += number()
                let cents = number() / 2
                guard let id = ids[customer] else { continue }
                let date = days.string(from: Date(timeIntervalSince1970: Double(day) * 86_400))
                text += "\(id),\(date),\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)\n"
            }
        }
        try #require(ids.count == 2_357)
        return text
    }
}
