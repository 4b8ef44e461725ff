/// The integral over the moment of leaving for all customers of one frequency at once (Pareto/NBD).
///
/// Between two neighbouring times of their rows the integral is the same for all of them, so it is taken once, with its
/// derivatives, and added up from the end: the integral from t_x to T is a difference of two such sums. Each sum is kept as
/// a share of the integrand at its own start, so nothing vanishes however fast the integrand falls. What the difference
/// loses where T is close to t_x is below 1e-11 of the integral, and the integral is small against staying then.
struct LeavingTable {
    /// Where the integral starts: ln of the integrand there, and the integral to the end as a share of it.
    private struct Start {
        var logValue = 0.0
        var rest = Moments()
    }

    /// One for each time that the rows need, rising, and where each time of the base is among them.
    private let starts: [Start]
    private let slots: [Int32]

    init(_ model: ParetoNBD, x: Double, times: [Int32], rows: ArraySlice<PurchaseSummaries.Row>) {
        let integrand = LeavingIntegrand(model: model, x: x)
        var slots = [Int32](repeating: -1, count: times.count)
        for row in rows {
            slots[Int(row.recency)] = 0
            slots[Int(row.age)] = 0
        }
        var days: [Double] = []
        for place in slots.indices where slots[place] == 0 {
            slots[place] = Int32(days.count)
            days.append(Double(times[place]))
        }
        var starts = days.map { Start(logValue: integrand.logValue(at: $0)) }
        for place in days.indices.dropLast().reversed() {
            let logValue = starts[place].logValue
            var rest = integrand.panel(from: days[place], to: days[place + 1], over: logValue)
            rest.add(starts[place + 1].rest, times: exp(starts[place + 1].logValue - logValue))
            starts[place].rest = rest
        }
        (self.starts, self.slots) = (starts, slots)
    }

    /// The integral between two times of the base as a share of eˡᵒᵍⱽᵃˡᵘᵉ, the integrand at the first.
    @inline(__always)
    func integral(from start: Int32, to end: Int32) -> (logValue: Double, moments: Moments) {
        let (first, last) = (starts[Int(slots[Int(start)])], starts[Int(slots[Int(end)])])
        var moments = first.rest
        moments.add(last.rest, times: -exp(last.logValue - first.logValue))
        return (first.logValue, moments)
    }
}

/// An integral of eᶠ, of eᶠ times f's gradient, and of eᶠ times the second derivatives of eᶠ over eᶠ.
struct Moments {
    var mass = 0.0
    var first = SIMD4<Double>()
    var second = SymmetricMatrix()

    @inline(__always)
    mutating func add(_ other: Moments, times weight: Double) {
        mass += other.mass * weight
        first += other.first * weight
        second.add(other.second, weight: weight)
    }
}

/// The density of leaving at a moment with silence since, by days; derivatives by ln r, ln alpha, ln s and ln beta.
struct LeavingIntegrand {
    let model: ParetoNBD
    let x: Double
    private let logShape, logBeta: Double
    private let scale: Double

    init(model: ParetoNBD, x: Double) {
        (self.model, self.x) = (model, x)
        (logShape, logBeta, scale) = (log(model.s), log(model.beta), min(model.alpha, model.beta))
    }

    func logValue(at time: Double) -> Double {
        logShape - (model.r + x) * log1p(time / model.alpha) - model.s * log1p(time / model.beta)
            - log(model.beta + time)
    }

    /// How fast the integrand's logarithm changes with y = ln(scale + time); never rises with time.
    private func slope(at time: Double) -> Double {
        let both = scale + time
        return 1 - (model.r + x) * both / (model.alpha + time) - (model.s + 1) * both / (model.beta + time)
    }

    /// The integral from one time to another as a share of eˡᵉᵛᵉˡ, by parts that are short for how fast it falls.
    func panel(from start: Double, to end: Double, over level: Double) -> Moments {
        var moments = Moments()
        // In y = ln(scale + time) the integrand is nearly a power of e.
        let (low, width) = (log(scale + start), log1p((end - start) / (scale + start)))
        let fall = max(1, abs(slope(at: start)), abs(slope(at: end))) * width
        let narrow = fall < 0.25
        let rule = narrow ? GaussLegendre.of4 : GaussLegendre.of8
        let parts = narrow ? 1 : (fall / 2).rounded(.up)
        let half = width / parts / 2
        var part = 0.0
        while part < parts {
            let before = moments.mass
            let middle = low + half * (2 * part + 1)
            for place in rule.nodes.indices {
                let both = exp(middle + half * rule.nodes[place])
                add(time: max(0, both - scale), width: rule.weights[place] * half * both, over: level, to: &moments)
            }
            part += 1
            // Its logarithm is concave: once the parts bring nothing, none that follows does.
            if moments.mass - before < 1e-18 * before { break }
        }
        return moments
    }

    @inline(__always)
    private func add(time: Double, width: Double, over level: Double, to moments: inout Moments) {
        let (r, s, shape) = (model.r, model.s, model.r + x)
        let (rateLogarithm, rateShare) = (log1p(time / model.alpha), time / (model.alpha + time))
        let (lifeLogarithm, lifeShare) = (log1p(time / model.beta), time / (model.beta + time))
        // ln(beta + time) = ln beta + ln(1 + time/beta): one logarithm less.
        let value = logShape - shape * rateLogarithm - (s + 1) * lifeLogarithm - logBeta
        let weight = width * exp(value - level)
        let gradient: SIMD4<Double> = [
            -r * rateLogarithm, shape * rateShare, 1 - s * lifeLogarithm, s * lifeShare - (1 - lifeShare),
        ]
        moments.mass += weight
        moments.first += gradient * weight
        moments.second.addSquare(of: gradient, weight: weight)
        moments.second.rows.0 += [-r * rateLogarithm, r * rateShare, 0, 0] * weight
        moments.second.rows.1 += [r * rateShare, -shape * rateShare * (1 - rateShare), 0, 0] * weight
        moments.second.rows.2 += [0, 0, -s * lifeLogarithm, s * lifeShare] * weight
        moments.second.rows.3 += [0, 0, s * lifeShare, -(s + 1) * lifeShare * (1 - lifeShare)] * weight
    }
}
