import Ledger
public import Metrics

/// The smallest set of customers that brings a share of the expected value; of equal values those with the smallest
/// identifiers.
public struct ExpectedVIPs: Equatable, Sendable {
    public let customers: Int
    /// What they are expected to bring.
    public let expectedValue: MinorUnits
    private let bound: MinorUnits
    /// Of those at the bound the ones on the list; nil: all of them.
    private let tied: Set<Int>?

    /// - Parameters:
    ///   - values: By place among those who have purchased.
    ///   - sorted: The same values.
    init(_ values: [MinorUnits], sorted: SortedMoney, share: Double, id: (Int) -> String) {
        (customers, expectedValue) = sorted.highest(bringing: share)
        guard customers > 0 else {
            (bound, tied) = (.max, [])
            return
        }
        let bound = sorted[sorted.count - customers]
        let atBound = values.indices.filter { values[$0] == bound }
        let wanted = customers - (sorted.count - sorted.notAbove(bound))
        self.bound = bound
        tied =
            wanted < atBound.count
            ? Set(atBound.map { (id: id($0), place: $0) }.sorted { $0.id < $1.id }.prefix(wanted).map(\.place)) : nil
    }

    /// Whether the customer at this place, with this expected value, is on the list.
    public func holds(_ place: Int, value: MinorUnits) -> Bool {
        value > bound || value == bound && tied?.contains(place) ?? true
    }
}
