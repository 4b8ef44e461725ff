/// The share of customers who stay, counted without a model, also where some were observed for a short time only.
///
/// Source: Kaplan and Meier, “Nonparametric Estimation from Incomplete Observations” (1958); the variance is Greenwood's,
/// and the interval is taken on ln(−ln S), so that it stays between 0 and 1 (Kalbfleisch and Prentice 1980). Where nobody or
/// everybody has left that tells no interval; there it is the exact one of a share by those at risk: Clopper and Pearson,
/// “The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial”, Biometrika 26 (1934).
public struct KaplanMeier: Equatable, Sendable {
    /// One period's figures.
    public struct Step: Equatable, Sendable {
        /// 1, 2, …
        public let period: Int
        /// Customers there at its start.
        public let atRisk: Int
        public let lost: Int
        /// Of all customers, there after it.
        public let share: Double
        public let standardError: Double
        /// The interval's ends, 0…1.
        public let lower, upper: Double
    }

    /// Period by period, as long as anybody is observed.
    public let steps: [Step]

    /// - Parameter level: Of the intervals, such as 0.9.
    public init(_ counts: TenureCounts, level: Double = 0.9) {
        precondition(level > 0 && level < 1)
        let width = Normal.quantile((1 + level) / 2)
        let tail = (1 - level) / 2
        var (atRisk, share, greenwood, highest) = (counts.customers, 1.0, 0.0, 1.0)
        var steps: [Step] = []
        for place in counts.lost.indices where atRisk > 0 {
            let (lost, n) = (counts.lost[place], Double(atRisk))
            share *= 1 - Double(lost) / n
            if lost < atRisk { greenwood += Double(lost) / (n * (n - Double(lost))) }
            let ends: (lower: Double, upper: Double)
            if lost == 0, share == 1 {
                ends = (pow(tail, 1 / n), 1)
            } else if lost == atRisk {
                // The share does not rise, so what it was at most before it is still.
                ends = (0, min(highest, 1 - pow(tail, 1 / n)))
            } else {
                ends = Self.interval(share, variance: greenwood, width: width)
            }
            highest = ends.upper
            steps.append(
                Step(
                    period: place + 1, atRisk: atRisk, lost: lost, share: share,
                    standardError: share * greenwood.squareRoot(), lower: ends.lower, upper: ends.upper))
            atRisk -= lost + counts.stillThere[place]
        }
        self.steps = steps
    }

    private static func interval(_ share: Double, variance: Double, width: Double) -> (lower: Double, upper: Double) {
        let spread = exp(width * variance.squareRoot() / -log(share))
        return (pow(share, spread), pow(share, 1 / spread))
    }
}
