import Domain
import Ledger

/// The customers of a ledger with their figures, each made when it is asked for.
public struct CustomerList: RandomAccessCollection, Equatable, Sendable {
    let summaries: [CustomerSummary]
    let ids: CustomerTable
    let rules: CustomerRules
    let vip: VIPRule
    let contributions: ContributionRule

    public var startIndex: Int { 0 }
    public var endIndex: Int { summaries.count }

    public subscript(index: Int) -> CustomerFigures {
        let summary = summaries[index]
        let hasOrders = summary.orders > 0
        let hasGaps = summary.gapCount > 0
        return CustomerFigures(
            id: ids[index], firstOrder: hasOrders ? Day(number: summary.firstDay) : nil,
            lastOrder: hasOrders ? Day(number: summary.lastDay) : nil, orders: Int(summary.orders),
            purchaseDays: Int(summary.purchaseDays), grossRevenue: summary.gross, refunds: summary.refunds,
            netRevenue: summary.net, lastTwelveMonthsNet: summary.lastYearNet,
            contribution: contributions.of(net: summary.net, own: summary.contribution),
            medianGap: hasGaps ? Int(summary.medianGap) : nil, p90Gap: hasGaps ? Int(summary.p90Gap) : nil,
            silentDays: hasOrders ? rules.silence(summary) : nil, ownLimit: hasOrders ? rules.ownLimit(summary) : nil,
            state: hasOrders ? rules.state(summary) : nil, scores: hasOrders ? rules.rfm(summary) : nil,
            isVIP: hasOrders && vip.holds(index, amount: summary.lastYearNet))
    }

    /// The state alone; nil for a customer without orders.
    public func state(of index: Int) -> ActivityState? {
        summaries[index].orders > 0 ? rules.state(summaries[index]) : nil
    }

    /// What the customer's orders left after costs; nil where it is not known.
    public func contribution(of index: Int) -> MinorUnits? {
        contributions.of(net: summaries[index].net, own: summaries[index].contribution)
    }

    /// Equal when every customer's figures are, in the same order.
    public static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }
}
