extension LifetimeForecast {
    /// What to expect of each customer, in their order.
    ///
    /// - Parameter intervals: Whether each gets its intervals, which cost as much again.
    /// - Complexity: O(n), and about a tenth of a millisecond for each distinct pair of frequency and age at most; on all
    ///   cores.
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
                    let (age, own) = (Double(pair.age), figures[pair.age])
                    for customer in base.order[pair.customers] {
                        let summary = summaries[Int(customer)]
                        let there = ahead.probabilityThere(recency: Double(summary.purchases.recency), age: age)
                        let forecast = self.forecast(
                            summary, there: there, pAlive: ahead.probabilityAlive(there: there, age: age), own,
                            chances?.intervals(place, there: there, summary, own))
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

/// What the customers of one frequency are expected to order, by age, when they are there.
struct PairFigures {
    struct Figures {
        /// Expected orders, plain and discounted; E[Y(Y − 1)] where asked for.
        let orders, discounted, pairs: Double
    }

    private let ahead: any OrdersAhead
    private let schedule: DiscountSchedule
    private let withPairs: Bool
    private let table: AgeTable?

    /// - Parameter pairs: Of one frequency, ages rising.
    init(
        _ ahead: any OrdersAhead, _ pairs: ArraySlice<CustomerPairs.Pair>, _ schedule: DiscountSchedule,
        withPairs: Bool = false
    ) {
        (self.ahead, self.schedule, self.withPairs) = (ahead, schedule, withPairs)
        let ages = Double(pairs.first?.age ?? 0)...Double(pairs.last?.age ?? 0)
        if let scale = ahead.tableScale, AgeTable.count(ages, scale: scale) < pairs.count {
            table = AgeTable(ages, scale: scale) { Self.values(ahead, schedule, withPairs, $0) }
        } else {
            table = nil
        }
    }

    subscript(age: Int32) -> Figures {
        let values = table?[Double(age)] ?? Self.values(ahead, schedule, withPairs, Double(age))
        return Figures(orders: max(0, values[0]), discounted: max(0, values[1]), pairs: max(0, values[2]))
    }

    private static func values(
        _ ahead: any OrdersAhead, _ schedule: DiscountSchedule, _ withPairs: Bool, _ age: Double
    ) -> SIMD4<Double> {
        let orders = schedule.orders(ahead, age: age)
        let pairs = withPairs ? ahead.moments(age: age, from: schedule.start, to: schedule.end).pairs : 0
        return [orders.plain, orders.discounted, pairs, 0]
    }
}

/// How the orders and the value of the customers of one frequency are distributed, by age, when they are there.
struct PairChances {
    private let forecast: LifetimeForecast
    private let ahead: any OrdersAhead
    private let ages: [Double]
    private let tails: [CountTail]
    private let known: Amounts
    /// Of customers whose own amounts are not known, of whom most bases have none.
    private lazy var unknown = Amounts(forecast.spend, amounts: 0, tails)

    /// The tails of amounts of customers whose own amounts are known, or are not.
    private struct Amounts {
        let amounts: Int32
        let tails: AmountTails
        /// One for each pair.
        let mixed: [[Double]]

        init(_ spend: GammaGamma, amounts: Int32, _ tails: [CountTail]) {
            self.amounts = amounts
            let own = AmountTails(spend, amounts: amounts, tails: tails)
            (self.tails, mixed) = (own, tails.map { own.mixed($0) })
        }
    }

    init(_ forecast: LifetimeForecast, _ ahead: any OrdersAhead, _ pairs: ArraySlice<CustomerPairs.Pair>) {
        (self.forecast, self.ahead) = (forecast, ahead)
        ages = pairs.map { Double($0.age) }
        let floor = AmountTails.negligible * (1 - forecast.level)
        let tails = ages.map { CountTail(ahead, age: $0, in: forecast.horizon, floor: floor) }
        let frequency = pairs.first?.frequency ?? 0
        known = Amounts(forecast.spend, amounts: frequency, tails)
        self.tails = tails
    }

    /// The interval of a customer of the pair: one who has left orders nothing, so the chance to go beyond a number is that
    /// of being there times that of going beyond it then.
    mutating func intervals(
        _ pair: Int, there: Double, _ summary: CustomerSummary, _ figures: PairFigures.Figures
    ) -> CustomerForecast.Intervals {
        let outside = (1 - forecast.level) / 2
        // Whoever is hardly there exceeds nothing; the quotient may be infinite.
        let (rare, usual) = (outside / there, (1 - outside) / there)
        let tail = tails[pair]
        let age = ages[pair]
        let orders = ForecastInterval(
            lower: tail.quantile(usual, ahead, age: age, in: forecast.horizon),
            upper: tail.quantile(rare, ahead, age: age, in: forecast.horizon))
        let amounts = summary.amounts == known.amounts ? known : unknown
        // Discounted as the expected orders are on the whole.
        let worth = figures.orders > 0 ? figures.discounted / figures.orders : 0
        let unit = forecast.unit(of: summary) * worth
        func value(_ chance: Double) -> Double {
            chance < tail.beyond[0] ? unit * amounts.tails.quantile(chance, of: amounts.mixed[pair]) : 0
        }
        return CustomerForecast.Intervals(
            orders: orders, value: ForecastInterval(lower: value(usual), upper: value(rare)))
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
