/// How the whole base turns a customer's figures into scores (docs/metrics.md, "RFM").
struct ScoreRules: Equatable, Sendable {
    /// By offset of the last purchase day.
    let recency: [UInt8]
    /// By number of purchase days.
    let frequency: [UInt8]
    /// The smallest net revenue with score 2 and with each further score that somebody has; those that nobody has are
    /// the highest scores.
    private let bounds: SIMD4<Int64>
    private let boundCount: Int

    init(recency: ArraySlice<Int64>, frequency: ArraySlice<Int64>, nets: SortedMoney) {
        self.recency = Self.scores(recency)
        self.frequency = Self.scores(frequency)
        let found = (2...5).compactMap { score in Self.smallest(with: score, in: nets) }
        var bounds = SIMD4(repeating: Int64.max)
        for (place, bound) in found.enumerated() { bounds[place] = bound }
        (self.bounds, boundCount) = (bounds, found.count)
    }

    @inline(__always)
    func scores(lastDay: Int, purchaseDays: Int, net: Int64) -> RFMScores {
        var reached = net >= bounds[0] ? 1 : 0
        reached += net >= bounds[1] ? 1 : 0
        reached += net >= bounds[2] ? 1 : 0
        reached += net >= bounds[3] ? 1 : 0
        let money = 1 + min(reached, boundCount)
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
        var (low, high) = (0, nets.count)
        while low < high {
            let middle = (low + high) / 2
            let value = nets[middle]
            let below = nets.below(value)
            let reached = Self.score(below: below, equal: nets.notAbove(value) - below, of: nets.count)
            if reached >= score { high = middle } else { low = middle + 1 }
        }
        return low < nets.count ? nets[low] : nil
    }
}
