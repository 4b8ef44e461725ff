extension LifetimeForecast {
    /// What to expect of each customer, in their order.
    ///
    /// - Parameter intervals: Whether each gets its intervals, which take three times as long again.
    /// - Complexity: O(n), and some microseconds for each distinct pair of frequency and age; on all cores.
    public func customers(_ summaries: [CustomerSummary], intervals: Bool = true) -> [CustomerForecast] {
        let base = CustomerPairs(summaries, model)
        let nobody = CustomerForecast(
            pAlive: 0, expectedOrders: 0, expectedSpend: 0, expectedValue: 0, intervals: nil)
        return Parallel.array(summaries.count, of: nobody) { slots in
            Parallel.forEach(base.parts.count) { part in
                let pairs = base.pairs[base.parts[part]]
                guard let first = pairs.first else { return }
                let ahead = model.ahead(frequency: first.frequency)
                let figures = PairFigures(ahead, pairs, schedule)
                var chances = intervals ? PairChances(self, ahead, pairs) : nil
                for (place, pair) in pairs.enumerated() {
                    let (age, own, chance) = (Double(pair.age), figures[pair.age], chances?.chance(place))
                    for customer in base.order[pair.customers] {
                        let summary = summaries[Int(customer)]
                        let there = ahead.probabilityThere(recency: Double(summary.purchases.recency), age: age)
                        let forecast = self.forecast(
                            summary, there: there, pAlive: ahead.probabilityAlive(there: there, age: age), own,
                            chance.map { chance in
                                let fits = chance.amounts == summary.amounts
                                let chance = fits ? chance : chances?.chanceOfUnknown(place) ?? chance
                                return chance.intervals(there: there, unit: unit(of: summary), own)
                            })
                        slots.set(Int(customer), forecast)
                    }
                }
            }
        }
    }

    @inline(__always)
    private func forecast(
        _ summary: CustomerSummary, there: Double, pAlive: Double, _ figures: PairFigures.Figures,
        _ intervals: CustomerForecast.Intervals?
    ) -> CustomerForecast {
        let spend = expectedSpend(of: summary)
        return CustomerForecast(
            pAlive: pAlive, expectedOrders: there * figures.orders, expectedSpend: spend,
            expectedValue: there * figures.discounted * (margin * summary.countedNetFactor * spend),
            intervals: intervals)
    }
}

extension LifetimeForecast {
    /// The contribution of an amount of W = 1: margin · net factor · (gamma + x z̄).
    @inline(__always)
    func unit(of summary: CustomerSummary) -> Double {
        let own = summary.amounts > 0 ? Double(summary.amounts) * summary.meanAmount : 0
        return margin * summary.countedNetFactor * (spend.gamma + own)
    }
}
