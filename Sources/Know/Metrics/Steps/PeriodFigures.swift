/// The sums of both compared periods, of the whole shop or of one draw of the bootstrap.
struct PeriodFigures: Sendable {
    /// Sums of a period, then customers active at its start and at both its ends.
    static let words = ChangeCounts.sums + 2

    /// The earlier period's words, then the present one's.
    var sums: [Double]

    init() { sums = Array(repeating: 0, count: 2 * Self.words) }

    enum Period: Int { case before, now }

    private func sum(_ sum: ChangeCounts.Sum, _ period: Period) -> Double {
        sums[period.rawValue * Self.words + sum.rawValue]
    }

    /// The figure in a period; nil where it is undefined.
    func value(of metric: ChangeMetric, in period: Period) -> Double? {
        let kept = period.rawValue * Self.words + ChangeCounts.sums
        switch metric {
        case .netRevenue: return sum(.net, period)
        case .orders: return sum(.orders, period)
        case .customers: return sum(.customers, period)
        case .newCustomers: return sum(.newcomers, period)
        case .averageOrderValue: return ratio(sum(.gross, period), sum(.orders, period))
        case .ordersPerCustomer: return ratio(sum(.orders, period), sum(.customers, period))
        case .netRevenuePerCustomer: return ratio(sum(.net, period), sum(.customers, period))
        case .secondOrderWithin90: return ratio(sum(.secondOrders, period), sum(.newcomersObserved, period))
        case .retentionRate: return ratio(sums[kept + 1], sums[kept])
        case .refundRate:
            // Gross is without reversed orders, which are given back whole: both sides need them.
            let reversed = sum(.reversed, period)
            return ratio(sum(.refunds, period) + reversed, sum(.gross, period) + reversed).map { min(1, $0) }
        }
    }

    /// Whether four fifths of the present period's newcomers never bought before: else those who were away for long hide
    /// behind the word.
    var newcomersAreNew: Bool {
        sum(.newcomers, .now) > 0 && sum(.firstOrders, .now) >= 0.8 * sum(.newcomers, .now)
    }

    private func ratio(_ part: Double, _ whole: Double) -> Double? { whole > 0 ? part / whole : nil }
}
