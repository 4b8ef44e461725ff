/// The nodes and weights of Gauss and Legendre on −1…1: `count` of them integrate polynomials below degree 2·count.
struct GaussLegendre: Sendable {
    /// From −1 to 1; error below 1e-15.
    let nodes: [Double]
    let weights: [Double]
    let logWeights: [Double]

    static let of4 = GaussLegendre(count: 4)
    static let of8 = GaussLegendre(count: 8)
    static let of32 = GaussLegendre(count: 32)

    init(count: Int) {
        precondition(count > 0)
        var nodes = Array(repeating: 0.0, count: count)
        var weights = nodes
        for place in 0..<(count + 1) / 2 {
            // Newton from Chebyshev's guess; five steps suffice for any count, the rest cost nothing.
            var x = cos(.pi * (Double(place) + 0.75) / (Double(count) + 0.5))
            var slope = 1.0
            for _ in 0..<10 {
                let (value, derivative) = Self.legendre(count, x)
                slope = derivative
                x -= value / derivative
            }
            slope = Self.legendre(count, x).slope
            let weight = 2 / ((1 - x * x) * slope * slope)
            (nodes[place], nodes[count - 1 - place]) = (-x, x)
            (weights[place], weights[count - 1 - place]) = (weight, weight)
        }
        (self.nodes, self.weights, logWeights) = (nodes, weights, weights.map { log($0) })
    }

    private static func legendre(_ count: Int, _ x: Double) -> (value: Double, slope: Double) {
        var (before, value) = (1.0, x)
        for degree in 2..<max(3, count + 1) where degree <= count {
            let d = Double(degree)
            (before, value) = (value, ((2 * d - 1) * x * value - (d - 1) * before) / d)
        }
        return (value, Double(count) * (x * value - before) / (x * x - 1))
    }
}
