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
