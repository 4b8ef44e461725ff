import Foundation
import LifetimeValue

/// The customers of a base from a file of four doubles each: frequency, recency and age in days, mean amount.
struct BaseFile {
    let purchases: [PurchaseSummary]
    let spend: [SpendSummary]

    init(_ path: String) throws {
        let data = try Data(contentsOf: URL(filePath: path))
        let numbers = data.withUnsafeBytes { bytes in
            (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
        }
        let rows = stride(from: 0, to: numbers.count - 3, by: 4)
        purchases = try rows.map { row throws in
            try PurchaseSummary(frequency: numbers[row], recency: numbers[row + 1], age: numbers[row + 2])
        }
        spend = zip(purchases, rows).map { SpendSummary(frequency: $0.frequency, mean: numbers[$1 + 3]) }
    }
}
