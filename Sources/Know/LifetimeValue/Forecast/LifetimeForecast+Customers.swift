extension LifetimeForecast {
    /// What to expect of each customer, in their order.
    ///
    /// - Parameter intervals: Whether each gets its intervals, which take three times as long again.
    /// - Complexity: O(n), and some microseconds for each distinct pair of frequency and age; on all cores.
    public func customers(_ summaries: [CustomerSummary], intervals: Bool = true) -> [CustomerForecast] {
        customers(summaries, CustomerPairs(summaries, model), intervals: intervals, sums: nil)
    }

    /// What to expect of each customer, and of all of them together as `total(of:)` tells it: for both customers are sorted
    /// and looked at once.
    public func customersAndTotal(
        _ summaries: [CustomerSummary], intervals: Bool = true
    ) -> (customers: [CustomerForecast], total: ForecastTotal) {
        customersAndTotal(summaries, CustomerPairs(summaries, model, sorted: true), intervals: intervals)
    }

    /// The same of customers who were sorted already.
    ///
    /// - Precondition: The model is not BG/BB, which counts opportunities.
    public func customersAndTotal(
        _ sorted: SortedCustomers, intervals: Bool = true
    ) -> (customers: [CustomerForecast], total: ForecastTotal) {
        precondition(!(model is BetaGeometricBetaBinomial), "opportunities are read in another way than days")
        return customersAndTotal(sorted.customers, sorted.pairs, intervals: intervals)
    }

    private func customersAndTotal(
        _ summaries: [CustomerSummary], _ base: CustomerPairs, intervals: Bool
    ) -> (customers: [CustomerForecast], total: ForecastTotal) {
        var customers: [CustomerForecast] = []
        let sums = Parallel.array(base.pairs.count, of: BaseSums.Pair.self) { sums in
            customers = self.customers(summaries, base, intervals: intervals, sums: sums)
        }
        let total = totals(BaseSums(sums, of: base, self), of: summaries, base, windows: [schedule])[0]
        return (customers, total)
    }

    /// - Parameter sums: Where to keep those of each pair; nil: they are not asked for.
    private func customers(
        _ summaries: [CustomerSummary], _ base: CustomerPairs, intervals: Bool,
        sums: Parallel.Slots<BaseSums.Pair>?
    ) -> [CustomerForecast] {
        Parallel.array(summaries.count, of: CustomerForecast.self) { slots in
            Parallel.forEach(base.parts.count) { part in
                let places = base.parts[part]
                let pairs = base.pairs[places]
                guard let first = pairs.first, let last = pairs.last else { return }
                let order = base.order[first.customers.lowerBound..<last.customers.upperBound]
                // Fetched at once: one by one, each would be waited for.
                let customers = order.map { summaries[Int($0)] }
                let ahead = model.ahead(frequency: first.frequency)
                let chancesThere = ahead.probabilitiesThere(customers, of: pairs)
                let figures = PairFigures(ahead, pairs, schedule)
                var chances = intervals ? PairChances(self, ahead, pairs) : nil
                var moments = AmountMoments(spend, amounts: first.frequency, among: summaries.count)
                for place in places {
                    let pair = base.pairs[place]
                    let (age, own) = (Double(pair.age), figures[pair.age])
                    let chance = intervals ? chances?.chance(place - places.lowerBound) : nil
                    var sum = BaseSums.Pair()
                    for customer in pair.customers {
                        let summary = customers[customer - order.startIndex]
                        let there = chancesThere[customer - order.startIndex]
                        var told: CustomerForecast.Intervals?
                        if intervals, let chance {
                            let fits = chance.amounts == summary.amounts
                            let fitting = fits ? chance : chances?.chanceOfUnknown(place - places.lowerBound) ?? chance
                            told = fitting.intervals(there: there, unit: unit(of: summary), own)
                        }
                        let forecast = self.forecast(
                            summary, there: there, pAlive: ahead.probabilityAlive(there: there, age: age), own, told)
                        slots.set(Int(order[customer]), forecast)
                        guard sums != nil else { continue }
                        if summary.amounts != moments.amounts {
                            moments = AmountMoments(spend, amounts: summary.amounts, among: summaries.count)
                        }
                        sum.add(there, unit: unit(of: summary), moments)
                    }
                    sums?.set(place, sum)
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
