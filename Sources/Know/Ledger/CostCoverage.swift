/// How many orders say what they cost the shop.
public struct CostCoverage: Hashable, Sendable {
    /// Of known customers.
    public let orders: Int
    /// Those of which the cost of the goods is not known, or a cost cannot be read.
    public let withoutCost: Int

    public init(orders: Int, withoutCost: Int) {
        self.orders = orders
        self.withoutCost = withoutCost
    }

    /// Whether so few orders lack their cost, one in twenty, that the others tell the shop's contribution.
    public var isEnough: Bool { withoutCost * 20 <= orders }

    /// Whether no order at all has one.
    public var hasNone: Bool { withoutCost == orders }
}

extension Ledger {
    /// How far costs are known; nil where the files have no columns of costs. Linear in documents.
    public var costCoverage: CostCoverage? {
        guard !contributions.isEmpty else { return nil }
        let orders = kinds.count { $0 == .order }
        let lacking = zip(kinds, lacksGoodsCost).count { $0 == .order && $1 }
        return CostCoverage(orders: orders, withoutCost: lacking)
    }
}
