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

    /// - Parameter pairs: Of one frequency.
    init(_ forecast: LifetimeForecast, _ ahead: any OrdersAhead, _ pairs: ArraySlice<CustomerPairs.Pair>) {
        (self.forecast, self.ahead) = (forecast, ahead)
        ages = pairs.map { Double($0.age) }
        let floor = AmountTails.negligible * (1 - forecast.level)
        let tails = ages.map { CountTail(ahead, age: $0, in: forecast.horizon, floor: floor) }
        known = Amounts(forecast.spend, amounts: pairs.first?.frequency ?? 0, tails)
        self.tails = tails
    }

    /// Of the customers of a pair whose amounts are known.
    func chance(_ pair: Int) -> PairChance { chance(pair, known) }

    mutating func chanceOfUnknown(_ pair: Int) -> PairChance { chance(pair, unknown) }

    private func chance(_ pair: Int, _ amounts: Amounts) -> PairChance {
        PairChance(
            ahead: ahead, age: ages[pair], horizon: forecast.horizon, outside: (1 - forecast.level) / 2,
            tail: tails[pair], amounts: amounts.amounts, tails: amounts.tails, mixed: amounts.mixed[pair])
    }
}

/// The same of one age.
struct PairChance {
    let ahead: any OrdersAhead
    let age, horizon: Double
    /// The chance to lie beyond either end.
    let outside: Double
    let tail: CountTail
    /// How many amounts the customers' means tell of.
    let amounts: Int32
    let tails: AmountTails
    /// P(W > w) on the grid of `tails`.
    let mixed: [Double]

    /// The intervals of a customer. One who has left orders nothing, so the chance to go beyond a number is that of being
    /// there times that of going beyond it then.
    ///
    /// - Parameter unit: The contribution of an amount of W = 1.
    func intervals(there: Double, unit: Double, _ figures: PairFigures.Figures) -> CustomerForecast.Intervals {
        // Whoever is hardly there exceeds nothing; the quotient may be infinite.
        let (rare, usual) = (outside / there, (1 - outside) / there)
        let orders = ForecastInterval(
            lower: tail.quantile(usual, ahead, age: age, in: horizon),
            upper: tail.quantile(rare, ahead, age: age, in: horizon))
        // Discounted as the expected orders are on the whole.
        let worth = figures.orders > 0 ? figures.discounted / figures.orders : 0
        func value(_ chance: Double) -> Double {
            chance < tail.beyond[0] ? unit * worth * tails.quantile(chance, of: mixed) : 0
        }
        return CustomerForecast.Intervals(
            orders: orders, value: ForecastInterval(lower: value(usual), upper: value(rare)))
    }
}
