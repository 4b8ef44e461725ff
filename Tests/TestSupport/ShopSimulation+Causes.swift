public import Domain

/// What can be planted in a simulated shop.
public enum ShopCause: String, CaseIterable, Sendable {
    case fewerNewcomers, fewerSecondPurchases, lowerRetention, smallerOrders, rarerOrders, moreRefunds, moreReversals
    case moreNewcomers, largerOrders
    case weakCountry, weakCity, weakSource, weakChannel, weakDelivery, weakPayment, weakCoupon
    case costlySource, costlyWinning
    case oneGreatCustomer, silentVIPs, lapsedVIPs, lapsedGreatCustomer

    /// The dimension whose first value makes customers stop after the first purchase.
    public var weakDimension: Dimension? {
        switch self {
        case .weakCountry: .country
        case .weakCity: .city
        case .weakSource: .source
        case .weakChannel: .salesChannel
        case .weakDelivery: .delivery
        case .weakPayment: .payment
        case .weakCoupon: .coupon
        case .fewerNewcomers, .fewerSecondPurchases, .lowerRetention, .smallerOrders, .rarerOrders, .moreRefunds,
            .moreReversals, .moreNewcomers, .largerOrders, .costlySource, .costlyWinning, .oneGreatCustomer,
            .silentVIPs, .lapsedVIPs, .lapsedGreatCustomer:
            nil
        }
    }
}
