/// Moments of amounts under Gamma-Gamma in units of the customer's gamma + x z̄: with ν ~ Gamma(q + p x, 1), amounts
/// given ν are Gamma(p, ν).
///
/// Amounts have heavy tails: below q = 2 their variance is infinite, and a little above it is made by amounts that no base
/// ever sees. An interval of a total must not hold these, so the moments that it is made of leave out values of ν so small
/// that one base in a hundred has a customer with one.
struct AmountMoments {
    /// How many amounts the customers' means tell of.
    let amounts: Int32
    /// E[Z] of all, and of what is usual.
    let mean, usualMean: Double
    /// E[Z²] and E[Z₁Z₂] of two amounts of a customer, of what is usual.
    let square, product: Double

    private static let rareBases = 0.01

    init(_ spend: GammaGamma, amounts: Int32, among customers: Int) {
        self.amounts = amounts
        let known = spend.q + spend.p * Double(amounts)
        mean = spend.p / (known - 1)
        var (first, second) = (1 / (known - 1), 1 / ((known - 1) * (known - 2)))
        // With so many amounts known, no ν is that small.
        if known < 30 {
            let least = IncompleteGamma.quantile(known, Self.rareBases / Double(max(1, customers)))
            first = Self.inverse(1, known, from: least)
            second = Self.inverse(2, known, from: least)
        }
        usualMean = spend.p * first
        square = spend.p * (spend.p + 1) * second
        product = spend.p * spend.p * second
    }

    /// E[ν⁻ᵏ; ν > least] for ν ~ Gamma(shape, 1), integrated over ln ν, where the integrand is smooth.
    private static func inverse(_ k: Double, _ shape: Double, from least: Double) -> Double {
        let (start, end) = (log(max(least, 1e-300)), log(shape + 60 + 12 * shape.squareRoot()))
        let parts = ((end - start) / 4).rounded(.up)
        let (rule, half, norm) = (GaussLegendre.of32, (end - start) / parts / 2, logGamma(shape))
        var (sum, part) = (0.0, 0.0)
        while part < parts {
            for place in rule.nodes.indices {
                let y = start + half * (2 * part + 1 + rule.nodes[place])
                sum += rule.weights[place] * half * exp((shape - k) * y - exp(y) - norm)
            }
            part += 1
        }
        return sum
    }
}
