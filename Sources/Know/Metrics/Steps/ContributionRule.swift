import Ledger

/// Where contribution comes from (docs/metrics.md, "Contribution").
enum ContributionRule: Equatable, Sendable {
    case unknown
    case margin(Margin)
    /// The ledger's documents carry their own.
    case own

    init(margin: Margin?, hasOwn: Bool) {
        self = hasOwn ? .own : margin.map { .margin($0) } ?? .unknown
    }

    /// The contribution of money with this net revenue and, where documents carry it, this contribution.
    func of(net: MinorUnits, own: MinorUnits) -> MinorUnits? {
        switch self {
        case .unknown: nil
        case .margin(let margin): margin.contribution(of: net)
        case .own: own
        }
    }
}

extension Ledger {
    /// The ledger with the contributions that the figures take: orders whose goods' cost is not known have it from the
    /// margin; without one, none are told where too many lack it.
    func settlingContributions(margin: Margin?) -> Ledger {
        guard let coverage = costCoverage, coverage.orders > 0, coverage.withoutCost > 0 else { return self }
        if margin == nil, coverage.isEnough { return self }
        var settled: [Int64] = []
        if let margin {
            settled = contributions
            for place in settled.indices where lacksGoodsCost[place] {
                // What the document lost so far are its fees and shipping costs.
                settled[place] =
                    margin.contribution(of: minorUnits[place]) &+ (contributions[place] &- minorUnits[place])
            }
        }
        return Ledger(
            currency: currency, days: days, minutes: minutes, minorUnits: minorUnits, kinds: kinds,
            contributions: settled, offsets: offsets, customers: customers, dimensions: dimensions,
            unidentified: unidentified)
    }
}
