/// The integral over the moment of leaving between the last purchase and the end of observation (Pareto/NBD).
///
/// In y = ln(min(alpha, beta) + time) the integrand's logarithm is concave and bends over lengths of about one, so 32
/// nodes of Gauss and Legendre suffice once the parts that fall below e⁻⁴⁰ of the top are cut off. Relative error below
/// 1e-11 for x from 0 to 5,000, times from a day to 20 years, shapes from 0.01 to 20 and scales from a day to 10 years.
struct LeavingMoment {
    private let integrand: Integrand
    private let start, end: Double
    /// The integrand's logarithm at its top.
    private let level: Double

    init(_ model: ParetoNBD, x: Double, from recency: Double, to age: Double) {
        let integrand = Integrand(model: model, x: x, scale: min(model.alpha, model.beta))
        let (from, to) = (log(integrand.scale + recency), log(integrand.scale + age))
        self.integrand = integrand
        guard from < to else {
            (start, end, level) = (from, from, 0)
            return
        }
        // The top of a concave function: where its slope changes sign.
        let top =
            integrand.slope(from) <= 0
            ? from : integrand.slope(to) >= 0 ? to : Self.root(from, to) { integrand.slope($0) }
        level = integrand.value(top)
        let low = level - 40
        start = integrand.value(from) < low ? Self.root(top, from) { integrand.value($0) - low } : from
        end = integrand.value(to) < low ? Self.root(top, to) { integrand.value($0) - low } : to
    }

    /// Where a function that is positive at `inside` and falls towards `outside` crosses zero, to a thousandth.
    private static func root(_ inside: Double, _ outside: Double, where function: (Double) -> Double) -> Double {
        var (near, far) = (inside, outside)
        while abs(far - near) > 1e-3 * abs(far - inside) {
            let middle = (near + far) / 2
            if middle == near || middle == far { break }
            if function(middle) > 0 { near = middle } else { far = middle }
        }
        return far
    }

    /// ln of the integral, s included; −∞ when there was no time to leave in.
    var logIntegral: Double {
        let half = (end - start) / 2
        guard half > 0 else { return -.infinity }
        let rule = GaussLegendre.of32
        var sum = 0.0
        for place in rule.nodes.indices {
            sum += rule.weights[place] * exp(integrand.value(start + half * (1 + rule.nodes[place])) - level)
        }
        let model = integrand.model
        return level + log(sum * half) + log(model.s) - log(model.beta)
    }
}

/// What is integrated over y, up to a factor.
private struct Integrand {
    let model: ParetoNBD
    let x, scale: Double

    /// Its logarithm.
    func value(_ y: Double) -> Double {
        let time = max(0, exp(y) - scale)
        return -(model.r + x) * log1p(time / model.alpha) - (model.s + 1) * log1p(time / model.beta) + y
    }

    /// The slope of the logarithm, which never rises.
    func slope(_ y: Double) -> Double {
        let time = max(0, exp(y) - scale)
        let both = scale + time
        return 1 - (model.r + x) * both / (model.alpha + time) - (model.s + 1) * both / (model.beta + time)
    }
}
