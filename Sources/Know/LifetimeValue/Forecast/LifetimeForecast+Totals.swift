extension LifetimeForecast {
    /// Orders and value of all these customers together until the horizon: of a base, a cohort, a source.
    public func total(of customers: [CustomerSummary]) -> ForecastTotal {
        totals(of: customers, windows: [schedule])[0]
    }

    /// The same week by week, seven units of the model's time; the last week ends at the horizon.
    public func weeks(of customers: [CustomerSummary]) -> [ForecastTotal] {
        var windows: [DiscountSchedule] = []
        var start = 0.0
        while start < horizon {
            let end = min(horizon, start + 7)
            windows.append(DiscountSchedule(from: start, to: end, discount: discount, year: year))
            start = end
        }
        return totals(of: customers, windows: windows)
    }

    func totals(of customers: [CustomerSummary], windows: [DiscountSchedule]) -> [ForecastTotal] {
        let base = CustomerPairs(customers, model, sorted: true)
        let sums = BaseSums(customers, base, self).totals(windows)
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
