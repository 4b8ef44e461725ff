/// What the data cannot say, and why.
public struct CannotSay: Equatable, Sendable {
    public enum Question: String, CaseIterable, Sendable {
        case isItGettingBetter, window, retention, retentionChange, newCustomersChange, secondPurchaseChange
        case vipMovement, contribution, payback, orderHours, breakdown, seasons
    }

    public enum Reason: String, CaseIterable, Sendable {
        /// No orders of identified customers.
        case noCustomers
        /// The history is too short.
        case historyTooShort
        /// Nobody bought twice.
        case noRepeatPurchases
        /// Too few customers.
        case tooFewCustomers
        /// The file starts in the middle of the shop's life, so that old customers look new.
        case firstOrdersUnknown
        /// Neither margin nor contributions are given.
        case noContribution
        /// The orders have fees or shipping costs, but no cost of the goods, and no margin is given.
        case noGoodsCost
        /// Too many orders lack the cost of their goods, and no margin is given.
        case goodsCostsMissing
        /// All spend is of months without orders.
        case costsOfOtherMonths
        /// The file has no such column.
        case noColumn
        /// Less than two years: a season cannot be told from a change.
        case lessThanTwoYears
    }

    public let question: Question
    public let reason: Reason
}
