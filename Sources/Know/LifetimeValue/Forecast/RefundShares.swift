/// What a customer paid and was given back.
public struct RefundSummary: Hashable, Sendable {
    /// Purchases, the first one included.
    public let orders: Int
    /// Money of the purchases, and how much of it was given back, in any unit of money.
    public let gross, refunded: Double

    public init(orders: Int, gross: Double, refunded: Double) {
        (self.orders, self.gross, self.refunded) = (orders, gross, refunded)
    }
}

/// How much of the money refunds take, for the shop and for each customer: the customer's own share shrunk towards the
/// shop's, the more the fewer orders it is of.
///
///     share = (n · own share + K · shop's share)/(n + K)        n orders
///
/// That is the mean of a beta-binomial model in which a customer's share is ~ Beta with the shop's mean and K = (1 − γ)/γ
/// for γ the correlation of two orders of one customer. γ is Kleinman's estimate by moments (“Proportions with Extraneous
/// Variance: Single and Independent Samples”, JASA 68, 1973) over the customers' shares weighted by orders; a partly
/// refunded order varies less than the model's whole ones, so customers are shrunk rather too much than too little. The
/// shop's share is of money: refunded over gross of all.
public struct RefundShares: Equatable, Sendable {
    /// Of all money, 0…1.
    public let shop: Double
    /// How many orders the shop's share weighs as much as, K; nil where customers do not differ and the shop's is everyone's.
    public let weight: Double?

    /// Customers without orders or without money above zero are left out.
    public init(_ customers: some Sequence<RefundSummary>) { self.init(of: Array(customers)) }

    private init(of customers: [RefundSummary]) {
        var (gross, refunded, orders, shared) = (0.0, 0.0, 0.0, 0.0)
        for customer in customers {
            guard let share = Self.share(customer) else { continue }
            gross += customer.gross
            refunded += share * customer.gross
            orders += Double(customer.orders)
            shared += Double(customer.orders) * share
        }
        shop = gross > 0 ? min(1, refunded / gross) : 0
        let mean = orders > 0 ? shared / orders : 0
        var (scatter, left, unshared) = (0.0, 0.0, 0.0)
        for customer in customers {
            guard let share = Self.share(customer) else { continue }
            let (own, rest) = (Double(customer.orders), 1 - Double(customer.orders) / orders)
            scatter += own * (share - mean) * (share - mean)
            unshared += rest
            left += own * rest
        }
        let together = mean * (1 - mean) * (left - unshared)
        let correlation = together > 0 ? (scatter - mean * (1 - mean) * unshared) / together : 0
        // A correlation of one leaves the customer's own share alone.
        weight = correlation > 1e-9 ? max(0, 1 / correlation - 1) : nil
    }

    /// The customer's expected share of refunds, 0…1.
    public func share(of customer: RefundSummary) -> Double {
        guard let weight, let own = Self.share(customer) else { return shop }
        let orders = Double(customer.orders)
        return (orders * own + weight * shop) / (orders + weight)
    }

    /// What refunds leave of each unit of money: the net factor of `CustomerSummary`.
    public func netFactor(of customer: RefundSummary) -> Double { 1 - share(of: customer) }

    /// More money back than was paid counts as all of it.
    private static func share(_ customer: RefundSummary) -> Double? {
        guard customer.orders > 0, customer.gross > 0, customer.gross < 1e100 else { return nil }
        return customer.refunded > 0 ? min(1, customer.refunded / customer.gross) : 0
    }
}
