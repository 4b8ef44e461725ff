import Domain

extension NetFlow {
    /// - Parameters:
    ///   - monthly: All months, the ones not shown too.
    ///   - sales: The same months' sales.
    init(monthly: [RetentionPeriod], sales: [NewVsReturning], contributions: Bool) {
        let complete = monthly.lastComplete
        months = complete.map(\.period)
        won = complete.reduce(0) { $0 + $1.new }
        wonBack = complete.reduce(0) { $0 + $1.wonBack }
        lost = complete.reduce(0) { $0 + $1.lost }
        let rates = complete.compactMap(\.retentionRate)
        let mean = rates.isEmpty ? nil : rates.reduce(0, +) / Double(rates.count)
        meanMonthlyRetention = mean
        let shown = Set(months)
        let sold = sales.filter { shown.contains($0.month) }
        let ends = complete.reduce(0.0) { $0 + Double($1.end) }
        let extra = mean.map { Self.extraCustomerMonths(retention: $0, active: Double(complete.last?.end ?? 0)) }
        func worth(_ revenue: Double) -> MinorUnits? {
            guard let extra, ends > 0 else { return nil }
            return Int64(exactly: (revenue / ends * extra).rounded())
        }
        fivePointsMore = worth(sold.reduce(0) { $0 + Double($1.newRevenue) + Double($1.returningRevenue) })
        fivePointsMoreContribution =
            contributions
            ? worth(sold.reduce(0) { $0 + Double($1.newContribution ?? 0) + Double($1.returningContribution ?? 0) })
            : nil
    }

    /// Customer-months won in twelve months when each month keeps five points more of those active.
    private static func extraCustomerMonths(retention: Double, active: Double) -> Double {
        let better = min(1, retention + 0.05)
        var (usual, improved) = (active, active)
        var extra = 0.0
        for _ in 0..<12 {
            // Newcomers come either way; only the kept differ.
            usual = usual * retention
            improved = improved * better
            extra += improved - usual
        }
        return extra
    }
}
