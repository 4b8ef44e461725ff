/// What a forecast of value needs to know of one customer.
public struct CustomerSummary: Hashable, Sendable {
    public let purchases: PurchaseSummary
    /// The mean amount of a later purchase day, in any unit of money; not looked at without later purchases. One that is
    /// below zero, no number or beyond 1e100 is taken as unknown.
    public let meanAmount: Double
    /// The share of money that refunds leave, 0…1 (`RefundShares.netFactor`); 1 unless told otherwise.
    public let netFactor: Double

    public init(_ purchases: PurchaseSummary, meanAmount: Double, netFactor: Double = 1) {
        (self.purchases, self.meanAmount, self.netFactor) = (purchases, meanAmount, netFactor)
    }

    /// How many purchases the mean amount tells of.
    @inline(__always)
    var amounts: Int32 { meanAmount >= 0 && meanAmount < 1e100 ? purchases.frequency : 0 }

    @inline(__always)
    var countedNetFactor: Double { netFactor > 0 ? min(1, netFactor) : netFactor <= 0 ? 0 : 1 }
}
