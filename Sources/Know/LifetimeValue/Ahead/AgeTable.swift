/// A smooth function of a customer's age by its values at evenly spaced ln(scale + age), eight of which tell each value in
/// between (Lagrange). Figures of leaving coins bend over lengths of about one there, so steps of a twelfth keep eleven
/// digits.
struct AgeTable {
    private let values: [SIMD4<Double>]
    private let first, scale: Double

    private static let step = 1.0 / 12

    /// How many values are needed for a range of ages.
    static func count(_ ages: ClosedRange<Double>, scale: Double) -> Int {
        Int(log1p((ages.upperBound - ages.lowerBound) / (scale + ages.lowerBound)) / step) + 9
    }

    /// - Parameter value: Is asked for ages a little outside the range, above −scale.
    init(_ ages: ClosedRange<Double>, scale: Double, _ value: (_ age: Double) -> SIMD4<Double>) {
        self.scale = scale
        let first = log(scale + ages.lowerBound) - 3 * Self.step
        self.first = first
        values = (0..<Self.count(ages, scale: scale)).map { value(exp(first + Double($0) * Self.step) - scale) }
    }

    subscript(age: Double) -> SIMD4<Double> {
        let place = (log(scale + age) - first) / Self.step
        let start = min(max(0, Int(place) - 3), values.count - 8)
        let x = place - Double(start)
        // The weights of nodes 0…7, by products from both sides so that a node itself needs no special case.
        var (left, right) = (SIMD8<Double>(repeating: 1), SIMD8<Double>(repeating: 1))
        for node in 1..<8 { left[node] = left[node - 1] * (x - Double(node - 1)) }
        for node in (0..<7).reversed() { right[node] = right[node + 1] * (x - Double(node + 1)) }
        let weights = left * right * Self.signedInverseFactorials
        var sum = SIMD4<Double>()
        for node in 0..<8 { sum += values[start + node] * weights[node] }
        return sum
    }

    /// (−1)^(7−j)/(j! (7 − j)!)
    private static let signedInverseFactorials: SIMD8<Double> = [
        -1.0 / 5_040, 1.0 / 720, -1.0 / 240, 1.0 / 144, -1.0 / 144, 1.0 / 240, -1.0 / 720, 1.0 / 5_040,
    ]
}
