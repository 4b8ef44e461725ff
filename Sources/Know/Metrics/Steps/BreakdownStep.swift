import Domain
import Ledger

/// Rows of each dimension read off the counts of the pass.
struct BreakdownStep {
    static let mostRows = 20
    static let fewest = 30

    let pass: ShopPass

    func breakdowns(of dimensions: [DimensionColumn]) -> [Breakdown] {
        guard pass[.customers] > 0 else { return [] }
        return dimensions.enumerated().map { place, column in
            Breakdown(dimension: column.dimension, rows: rows(place, column))
        }
    }

    private struct Sums {
        let value: BreakdownValue
        var words: [Int64]
    }

    private func rows(_ place: Int, _ column: DimensionColumn) -> [BreakdownRow] {
        let breakdowns = pass.plan.breakdowns
        var sums: [Sums] = (0..<breakdowns.sizes[place]).compactMap { code in
            let words = pass.words(breakdowns.starts[place] + code * BreakdownCounts.words, BreakdownCounts.words)
            guard let customers = words.first, customers > 0 else { return nil }
            return Sums(value: Self.value(code, column), words: Array(words))
        }
        sums.sort { ($0.words[0], Self.name($1.value)) > ($1.words[0], Self.name($0.value)) }
        let rest = sums.dropFirst(Self.mostRows)
        var shown = Array(sums.prefix(Self.mostRows))
        if !rest.isEmpty {
            let joined = rest.reduce(into: Array(repeating: 0 as Int64, count: BreakdownCounts.words)) { sum, one in
                for word in sum.indices { sum[word] += one.words[word] }
            }
            shown.append(Sums(value: .others(rest.count), words: joined))
        }
        return shown.map(row)
    }

    private static func value(_ code: Int, _ column: DimensionColumn) -> BreakdownValue {
        if column.dimension == .coupon { return code == 0 ? .couponNotUsed : .couponUsed }
        return code == 0 ? .notGiven : .named(column.values[code])
    }

    private static func name(_ value: BreakdownValue) -> String {
        switch value {
        case .named(let name): name
        case .notGiven, .couponUsed, .couponNotUsed, .others: ""
        }
    }

    private func row(_ sums: Sums) -> BreakdownRow {
        let words = sums.words
        let (customers, repeats) = (Int(words[0]), Int(words[1]))
        return BreakdownRow(
            value: sums.value, customers: customers, repeatPurchaseRate: Double(repeats) / Double(customers),
            repeatPurchaseRateInterval: Self.wilson(repeats, of: customers), observedFor90Days: Int(words[6]),
            secondOrderWithin90: words[6] > 0 ? Double(words[7]) / Double(words[6]) : nil, netRevenue: words[2],
            netRevenuePerCustomer: Double(words[2]) / Double(customers),
            netRevenuePerCustomerInterval: Self.interval(
                sum: Double(words[2]), squares: BreakdownCounts.squares(words[...]), count: Double(customers)),
            contribution: pass.contributions.of(net: words[2], own: words[3]),
            refundRate: words[4] > 0 ? min(1, Double(words[5]) / Double(words[4])) : nil,
            tooFew: customers < Self.fewest)
    }

    /// 95 % interval of a share (Wilson 1927).
    static func wilson(_ part: Int, of whole: Int) -> ClosedRange<Double> {
        let (count, z) = (Double(whole), 1.959_963_984_540_054)
        let share = Double(part) / count
        let middle = (share + z * z / (2 * count)) / (1 + z * z / count)
        let half = z / (1 + z * z / count) * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        // At 0 and 1 rounding must not push the share out of its own interval.
        return max(0, min(share, middle - half))...min(1, max(share, middle + half))
    }

    /// 95 % interval of a mean over customers, by the normal approximation.
    private static func interval(sum: Double, squares: Double, count: Double) -> ClosedRange<Double>? {
        guard count >= 2 else { return nil }
        let mean = sum / count
        let variance = max(0, (squares - sum * mean) / (count - 1))
        let half = 1.959_963_984_540_054 * (variance / count).squareRoot()
        return mean - half...mean + half
    }
}
