import Foundation
import Testing

/// Forecasts of small files, as `perennial forecast` makes them.
enum Forecasts {
    /// A run over one file with this text, whatever comes of it.
    static func run(of text: String, _ arguments: [String] = [], in folder: Folder? = nil) throws
        -> Run
    {
        let folder = try folder ?? Folder()
        try folder.write("orders.csv", text)
        return try Program.run(["forecast", "orders.csv"] + arguments, in: folder)
    }

    /// The JSON of a run that must succeed.
    static func json(of text: String, _ arguments: [String] = []) throws -> JSONDocument {
        let run = try run(of: text, ["--json"] + arguments)
        try #require(run.code == 0, "\(run.errors)")
        return try JSONDocument(run.output)
    }

    /// A file of orders: customer, days after 2025-01-01, amount. Customers are numbered from 1, since 0 is often nobody.
    static func orders(_ rows: [(Int, Int, String)]) -> String {
        let days = ISO8601DateFormatter()
        days.formatOptions = .withFullDate
        return rows.reduce(into: "customer_id,date,amount\n") { text, row in
            let date = days.string(from: Date(timeIntervalSince1970: Double(20_089 + row.1) * 86_400))
            text += "\(row.0 + 1),\(date),\(row.2)\n"
        }
    }

    /// The records of a CSV without quotes, by the names of the columns.
    static func records(_ csv: String) -> [[String: String]] {
        let lines = csv.components(separatedBy: "\r\n").filter { !$0.isEmpty }.map {
            $0.components(separatedBy: ",")
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    static func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }
}
