/// ln Σ eᶠ of terms that come one after the other, with the derivatives of the whole.
///
/// For likelihoods that are sums or integrals over what was not seen, such as when a customer left.
struct LogSum {
    private var top = -Double.infinity
    private var sum = 0.0
    private var first = SIMD4<Double>()
    private var second = SymmetricMatrix()

    /// - Parameters:
    ///   - gradient: The term's own derivatives by the logarithms of the parameters.
    ///   - hessian: Its second derivatives.
    @inline(__always)
    mutating func add(_ term: Double, gradient: SIMD4<Double>, hessian: SymmetricMatrix) {
        if term > top { rescale(to: term) }
        let share = exp(term - top)
        sum += share
        first += gradient * share
        second.addSquare(of: gradient, weight: share)
        second.add(hessian, weight: share)
    }

    private mutating func rescale(to term: Double) {
        let shrink = top == -.infinity ? 0 : exp(top - term)
        top = term
        sum *= shrink
        first *= shrink
        var smaller = SymmetricMatrix()
        smaller.add(second, weight: shrink)
        second = smaller
    }

    var evaluation: Evaluation {
        let mean = first / sum
        var hessian = SymmetricMatrix()
        hessian.add(second, weight: 1 / sum)
        hessian.addSquare(of: mean, weight: -1)
        return Evaluation(value: top + log(sum), gradient: mean, hessian: hessian)
    }
}
