import Foundation
import Testing

/// A report as JSON, with ways into it.
struct JSONDocument {
    let root: [String: Any]
    let text: String

    init(_ text: String) throws {
        self.text = text
        root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// What stands at a path such as `overview.netRevenue` or `retention.monthly.0.period`; nil where nothing or null.
    subscript(path: String) -> Any? {
        var value: Any? = root
        for key in path.split(separator: ".").map(String.init) {
            if let index = Int(key) {
                let array = value as? [Any] ?? []
                value = array.indices.contains(index) ? array[index] : nil
            } else {
                value = (value as? [String: Any])?[key]
            }
        }
        return value is NSNull ? nil : value
    }

    func int(_ path: String) throws -> Int { try #require((self[path] as? NSNumber)?.intValue, "\(path)") }

    func double(_ path: String) throws -> Double { try #require((self[path] as? NSNumber)?.doubleValue, "\(path)") }

    func string(_ path: String) throws -> String { try #require(self[path] as? String, "\(path)") }

    func list(_ path: String) throws -> [[String: Any]] { try #require(self[path] as? [[String: Any]], "\(path)") }

    /// Money in whole minor units of a currency with two decimals.
    func cents(_ path: String) throws -> Int { Int((try double(path) * 100).rounded()) }
}

/// Small shops, and reports of them.
enum Reports {
    /// The shop that stands in the repository: 562 rows, złoty, 2023-01 to 2025-02.
    static func shop() throws -> String {
        try #require(Bundle.module.url(forResource: "shop", withExtension: "csv", subdirectory: "Data")).path
    }

    /// Three orders of two customers, in a file without currency or statuses.
    static let three = """
        order_id,customer_id,date,amount
        1,7,2026-01-05,10.00
        2,7,2026-02-05,20.00
        3,8,2026-02-06,30.00

        """

    /// The same, from the beginning of January on: the costs of a month that is not covered from there do not count.
    static let fromJanuary = three.replacing("2026-01-05", with: "2026-01-02")

    /// The JSON report of a run that must succeed.
    static func json(_ arguments: [String], input: Data? = nil, in folder: Folder? = nil) throws -> JSONDocument {
        let run = try Program.run(["report", "--json"] + arguments, input: input, in: folder)
        try #require(run.code == 0, "\(run.errors)")
        return try JSONDocument(run.output)
    }

    /// The JSON report of one file with this text.
    static func json(of text: String, _ arguments: [String] = []) throws -> JSONDocument {
        let folder = try Folder()
        try folder.write("orders.csv", text)
        return try json(["orders.csv"] + arguments, in: folder)
    }

    /// A run over one file with this text, whatever comes of it.
    static func run(of text: String, _ arguments: [String] = []) throws -> Run {
        let folder = try Folder()
        try folder.write("orders.csv", text)
        return try Program.run(["report", "orders.csv"] + arguments, in: folder)
    }
}
