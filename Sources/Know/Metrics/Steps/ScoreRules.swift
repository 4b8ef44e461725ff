/// How the whole base turns a customer's figures into scores (docs/metrics.md, "RFM").
struct ScoreRules: Equatable, Sendable {
    /// By offset of the last purchase day.
    let recency: [UInt8]
    /// By number of purchase days.
    let frequency: [UInt8]
    /// The smallest net revenue with score 2, 3, 4 and 5; nil where nobody has it.
    let monetary: [Int64?]

    init(recency: ArraySlice<Int64>, frequency: ArraySlice<Int64>, nets: SortedMoney) {
        self.recency = Self.scores(recency)
        self.frequency = Self.scores(frequency)
        monetary = (2...5).map { score in Self.smallest(with: score, in: nets) }
    }

    func scores(lastDay: Int, purchaseDays: Int, net: Int64) -> RFMScores {
        var money = 1
        for case let bound? in monetary where net >= bound { money += 1 }
        return RFMScores(recency: Int(recency[lastDay]), frequency: Int(frequency[purchaseDays]), monetary: money)
    }

    /// min(5, 1 + ⌊5·(below + equal/2)/n⌋) in whole numbers.
    static func score(below: Int, equal: Int, of count: Int) -> Int {
        min(5, 1 + 5 * (2 * below + equal) / (2 * max(1, count)))
    }

    private static func scores(_ counts: ArraySlice<Int64>) -> [UInt8] {
        let total = Int(counts.reduce(0, +))
        var below = 0
        return counts.map { customers in
            defer { below += Int(customers) }
            return UInt8(score(below: below, equal: Int(customers), of: total))
        }
    }

    private static func smallest(with score: Int, in nets: SortedMoney) -> Int64? {
        var (low, high) = (0, nets.values.count)
        while low < high {
            let middle = (low + high) / 2
            let value = nets.values[middle]
            let below = nets.below(value)
            let reached = Self.score(below: below, equal: nets.notAbove(value) - below, of: nets.values.count)
            if reached >= score { high = middle } else { low = middle + 1 }
        }
        return low < nets.values.count ? nets.values[low] : nil
    }
}
