import Domain
import LifetimeValue

/// How likely customers are to be still there, by how often they bought and how long they have been silent.
public struct AliveMap: Equatable, Sendable {
    /// Purchase days of the columns.
    public static let purchaseDays: [ClosedRange<Int>] = [1...1, 2...2, 3...3, 4...5, 6...9, 10...Int.max]
    /// Silent days of the rows: each row ends where the next begins, the last one never.
    public static let silences = [0, 15, 31, 61, 91, 121, 181, 271, 366]

    public struct Cell: Equatable, Sendable {
        public let customers: Int
        /// The mean of their P(alive); nil without any.
        public let pAlive: Double?
    }

    /// By silence, then by purchase days.
    public let rows: [[Cell]]

    init(_ forecast: ShopForecast) {
        let (columns, summaries) = (Self.purchaseDays.count, forecast.summaries)
        // The last silence and the last number of days stand for all beyond.
        let rowsBySilence = (0...(Self.silences.last ?? 0)).map { silence in
            (Self.silences.firstIndex { $0 > silence } ?? Self.silences.count) - 1
        }
        let columnsByDays = (0...(Self.purchaseDays.last?.lowerBound ?? 0)).map { days in
            Self.purchaseDays.firstIndex { $0.contains(days) } ?? 0
        }
        var counts = Array(repeating: 0, count: columns * Self.silences.count)
        var sums = Array(repeating: 0.0, count: counts.count)
        for (place, customer) in forecast.customers.enumerated() {
            let own = summaries.customers[Int(summaries.places[place])]
            let days = Int(own.purchaseDays)
            let silence = Int(summaries.asOf.number - own.lastDay)
            let row = rowsBySilence[min(silence, rowsBySilence.count - 1)]
            let column = columnsByDays[min(days, columnsByDays.count - 1)]
            counts[row * columns + column] += 1
            sums[row * columns + column] += customer.pAlive
        }
        rows = Self.silences.indices.map { row in
            (row * columns..<(row + 1) * columns).map { cell in
                Cell(customers: counts[cell], pAlive: counts[cell] > 0 ? sums[cell] / Double(counts[cell]) : nil)
            }
        }
    }
}

extension ShopForecast {
    public func aliveMap() -> AliveMap { AliveMap(self) }
}
