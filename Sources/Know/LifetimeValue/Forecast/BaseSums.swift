/// What the totals of a base need to know of its customers, summed over those who share frequency and age.
struct BaseSums {
    /// Σ of P(there), alone, squared and times the customers' moments of amounts; see `AmountMoments`.
    struct Pair: BitwiseCopyable {
        var there = 0.0, thereSquared = 0.0
        var amount = 0.0, usualAmount = 0.0, usualAmountSquared = 0.0
        var square = 0.0, product = 0.0
    }

    /// Of one window.
    struct Total {
        var orders = 0.0, ordersVariance = 0.0
        /// `usualValue` leaves out amounts so large that one base in a hundred sees one.
        var value = 0.0, usualValue = 0.0, valueVariance = 0.0

        static func + (a: Total, b: Total) -> Total {
            Total(
                orders: a.orders + b.orders, ordersVariance: a.ordersVariance + b.ordersVariance,
                value: a.value + b.value, usualValue: a.usualValue + b.usualValue,
                valueVariance: a.valueVariance + b.valueVariance)
        }
    }

    private let forecast: LifetimeForecast
    private let base: CustomerPairs
    private let sums: [Pair]

    init(_ customers: [CustomerSummary], _ base: CustomerPairs, _ forecast: LifetimeForecast) {
        let count = customers.count
        (self.forecast, self.base) = (forecast, base)
        sums = Parallel.array(base.pairs.count, of: Pair.self) { slots in
            Parallel.forEach(base.parts.count) { part in
                let places = base.parts[part]
                let ahead = forecast.model.ahead(frequency: base.pairs[places.lowerBound].frequency)
                var moments = AmountMoments(forecast.spend, amounts: 0, among: count)
                for place in places {
                    let pair = base.pairs[place]
                    var sum = Pair()
                    for customer in base.order[pair.customers] {
                        let summary = customers[Int(customer)]
                        if summary.amounts != moments.amounts {
                            moments = AmountMoments(forecast.spend, amounts: summary.amounts, among: count)
                        }
                        let there = ahead.probabilityThere(
                            recency: Double(summary.purchases.recency), age: Double(pair.age))
                        sum.add(there, unit: forecast.unit(of: summary), moments)
                    }
                    slots.set(place, sum)
                }
            }
        }
    }

    /// With sums that were made already, pair by pair.
    init(_ sums: [Pair], of base: CustomerPairs, _ forecast: LifetimeForecast) {
        (self.sums, self.base, self.forecast) = (sums, base, forecast)
    }

    func totals(_ windows: [DiscountSchedule], withVariances: Bool = true) -> [Total] {
        let groups = Parallel.array(base.groups.count * windows.count, of: Total.self) { slots in
            Parallel.forEach(base.groups.count) { group in
                let places = base.groups[group]
                let pairs = base.pairs[places]
                let ahead = forecast.model.ahead(frequency: base.pairs[places.lowerBound].frequency)
                for (window, schedule) in windows.enumerated() {
                    let figures = PairFigures(ahead, pairs, schedule, withPairs: withVariances)
                    var total = Total()
                    for place in places { total.add(sums[place], figures[base.pairs[place].age]) }
                    slots.set(group * windows.count + window, total)
                }
            }
        }
        return windows.indices.map { window in
            base.groups.indices.reduce(Total()) { $0 + groups[$1 * windows.count + window] }
        }
    }
}

extension BaseSums.Pair {
    @inline(__always)
    mutating func add(_ there: Double, unit: Double, _ moments: AmountMoments) {
        let usual = there * unit * moments.usualMean
        self.there += there
        thereSquared += there * there
        amount += there * unit * moments.mean
        usualAmount += usual
        usualAmountSquared += usual * usual
        square += there * unit * unit * moments.square
        product += there * unit * unit * moments.product
    }
}

extension BaseSums.Total {
    /// Customers live apart, so their variances add up: E[Y²] − E[Y]² of each, and for money
    /// E[Y] E[Z²] + E[Y(Y − 1)] E[Z₁Z₂] − (E[Y] E[Z])².
    mutating func add(_ pair: BaseSums.Pair, _ figures: PairFigures.Figures) {
        let (mean, discounted) = (figures.orders, figures.discounted)
        let worth = mean > 0 ? discounted / mean : 0
        orders += pair.there * mean
        ordersVariance += max(0, pair.there * (mean + figures.pairs) - pair.thereSquared * mean * mean)
        value += pair.amount * discounted
        usualValue += pair.usualAmount * discounted
        let second = worth * worth * (pair.square * mean + pair.product * figures.pairs)
        valueVariance += max(0, second - pair.usualAmountSquared * discounted * discounted)
    }
}
