extension LifetimeForecast {
    /// Orders and value of all these customers together until the horizon: of a base, a cohort, a source.
    public func total(of customers: [CustomerSummary]) -> ForecastTotal {
        totals(of: customers, windows: [schedule])[0]
    }

    /// The same week by week; the last week ends at the horizon.
    ///
    /// - Parameter length: Of a week, in the model's unit of time: 1 for BG/BB with weeks for opportunities.
    public func weeks(of customers: [CustomerSummary], length: Double = 7) -> [ForecastTotal] {
        var ends = [min(horizon, length)]
        while ends[ends.count - 1] < horizon { ends.append(min(horizon, ends[ends.count - 1] + length)) }
        return windows(of: customers, ends: ends)
    }

    /// The same window by window, the first one from now on.
    ///
    /// - Parameter ends: Where each ends and the next begins, rising, in the model's unit of time; beyond the horizon
    ///   nothing is told.
    public func windows(of customers: [CustomerSummary], ends: [Double]) -> [ForecastTotal] {
        var windows: [DiscountSchedule] = []
        var start = 0.0
        for end in ends where start < horizon && end > start {
            windows.append(DiscountSchedule(from: start, to: min(horizon, end), discount: discount, year: year))
            start = min(horizon, end)
        }
        return totals(of: customers, windows: windows)
    }

    func totals(of customers: [CustomerSummary], windows: [DiscountSchedule]) -> [ForecastTotal] {
        let base = CustomerPairs(customers, model, sorted: true)
        return totals(BaseSums(customers, base, self), of: customers, base, windows: windows)
    }

    func totals(
        _ sums: BaseSums, of customers: [CustomerSummary], _ base: CustomerPairs, windows: [DiscountSchedule]
    ) -> [ForecastTotal] {
        let sums = sums.totals(windows)
        let openness = Openness(self, customers, base, windows)
        return windows.indices.map { place in
            let (sum, open) = (sums[place], openness[place])
            let orders = TotalSpread(mean: sum.orders, variance: sum.ordersVariance, openness: open.orders)
            let value = TotalSpread(mean: sum.usualValue, variance: sum.valueVariance, openness: open.value)
            return ForecastTotal(
                start: windows[place].start, end: windows[place].end, customers: customers.count,
                expectedOrders: sum.orders, expectedValue: sum.value, orders: orders.counts(level),
                value: value.amounts(level, orders: orders))
        }
    }
}
