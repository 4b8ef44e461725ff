extension ChangeMetric {
    /// The figures that make this one up: it is told as a finding only when none of them moved the same way
    /// (docs/metrics.md, "Findings").
    var causes: Set<ChangeMetric> {
        switch self {
        case .netRevenue: Set(Self.allCases).subtracting([.netRevenue])
        case .orders: [.customers, .newCustomers, .retentionRate, .ordersPerCustomer, .secondOrderWithin90]
        case .customers: [.newCustomers, .retentionRate, .secondOrderWithin90]
        case .netRevenuePerCustomer:
            [.ordersPerCustomer, .averageOrderValue, .refundRate, .secondOrderWithin90, .retentionRate]
        case .ordersPerCustomer: [.secondOrderWithin90, .retentionRate]
        case .newCustomers, .averageOrderValue, .secondOrderWithin90, .retentionRate, .refundRate: []
        }
    }
}

extension Change {
    /// So many standard errors make a change a finding: chance alone puts any of ten figures beyond three in the bad
    /// direction in about 1.4 % of shops.
    static let clearErrors = 3.0
    /// A smaller part of the earlier figure is not worth telling.
    static let smallestPart = 0.03

    /// Beyond chance, even though ten figures are looked at, and large enough to matter.
    var isFinding: Bool {
        standardError > 0 && isClear && abs(difference) >= Self.clearErrors * standardError
            && abs(difference) >= Self.smallestPart * abs(before)
    }
}
