/// BG/BB: each opportunity ahead is met with a chance ~ Beta(gamma, delta + n) of having left before it, and is then taken
/// with a chance ~ Beta(alpha + x, beta + n − x). Of a part of an opportunity that part is expected.
struct OpportunitiesAhead: OrdersAhead {
    private let model: BetaGeometricBetaBinomial
    private let frequency: Int32

    init(_ model: BetaGeometricBetaBinomial, frequency: Int32) { (self.model, self.frequency) = (model, frequency) }

    /// Still there at the last opportunity that was.
    func probabilityThere(recency: Double, age: Double) -> Double {
        model.probabilityThere(
            given: PurchaseSummary(frequency: frequency, knownRecency: Int32(recency), age: Int32(age)))
    }

    func probabilityAlive(there: Double, age: Double) -> Double { there * stay(1, age) }

    /// The chance to be there at the next opportunity, of one who was there at the one before.
    private func stay(_ ahead: Double, _ age: Double) -> Double {
        (model.delta + age + ahead - 1) / (model.gamma + model.delta + age + ahead - 1)
    }

    /// Taken and left at age opportunities, for one who was there at all of them.
    private func counts(_ age: Double) -> (taken: Double, left: Double) {
        (model.alpha + Double(frequency), model.beta + max(0, age - Double(frequency)))
    }

    func moments(age: Double, from start: Double, to end: Double) -> OrderMoments {
        let (taken, left) = counts(age)
        let both = taken + left
        var (mean, pairs, before, there, ahead) = (0.0, 0.0, 0.0, 1.0, 0.0)
        while ahead < end {
            ahead += 1
            there *= stay(ahead, age)
            let part = max(0, min(ahead, end) - max(ahead - 1, start))
            mean += part * there
            pairs += 2 * part * there * before
            before += part
        }
        let chance = taken / both
        return OrderMoments(mean: chance * mean, pairs: chance * ((taken + 1) / (both + 1)) * pairs)
    }

    /// The (k + 1)-th order is at the i-th opportunity when k of the i − 1 before are taken and it is.
    func beyond(_ count: Double, age: Double, in horizon: Double) -> Double {
        let (taken, left) = counts(age)
        var logFirst =
            GammaDifference.logGamma(taken, plus: count + 1) - GammaDifference.logGamma(taken + left, plus: count + 1)
        var logThere =
            GammaDifference.logGamma(model.delta + age, plus: count + 1)
            - GammaDifference.logGamma(model.gamma + model.delta + age, plus: count + 1)
        var (sum, ahead) = (0.0, count + 1)
        while ahead - 1 < horizon {
            sum += min(1, horizon - (ahead - 1)) * exp(min(0, logFirst + logThere))
            logFirst += log(ahead / (ahead - count) * ((left + ahead - count - 1) / (taken + left + ahead)))
            ahead += 1
            logThere += log(stay(ahead, age))
        }
        return min(1, sum)
    }
}

extension BetaGeometricBetaBinomial {
    func ahead(frequency: Int32) -> any OrdersAhead { OpportunitiesAhead(self, frequency: frequency) }
}
