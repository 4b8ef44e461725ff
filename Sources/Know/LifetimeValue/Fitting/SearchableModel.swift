/// Where a model's search starts and how far it may go.
protocol SearchableModel: FittableModel {
    /// Natural parameters on the data's scale.
    ///
    /// - Parameters:
    ///   - rate: Later purchases a day.
    ///   - age: The mean age in days.
    static func starts(rate: Double, age: Double) -> [[Double]]
    static var shapes: [Shape] { get }
    /// Whether NBD is this model's limit where nobody leaves.
    static var becomesNBD: Bool { get }
}

extension NBD: SearchableModel {
    static func starts(rate: Double, age: Double) -> [[Double]] { [[0.5, 0.5 / rate], [2, 2 / rate]] }
    static var shapes: [Shape] { [Shape(lane: 0, partner: 1)] }
    static var becomesNBD: Bool { false }
}

extension BetaGeometricNBD: SearchableModel {
    static func starts(rate: Double, age: Double) -> [[Double]] { coinStarts(rate: rate) }
    static var shapes: [Shape] { [Shape(lane: 0, partner: 1), Shape(lane: 2, partner: 3)] }
    static var becomesNBD: Bool { true }
}

extension ModifiedBetaGeometricNBD: SearchableModel {
    static func starts(rate: Double, age: Double) -> [[Double]] { coinStarts(rate: rate) }
    static var shapes: [Shape] { [Shape(lane: 0, partner: 1), Shape(lane: 2, partner: 3)] }
    static var becomesNBD: Bool { true }
}

/// From a base that many leave, at once or late, to one that nearly nobody leaves. Customers who left buy no more, so the
/// rate while alive is above that of the base.
private func coinStarts(rate: Double) -> [[Double]] {
    [
        [0.3, 0.3 / (2.5 * rate), 0.8, 2.5], [1, 1 / (1.2 * rate), 0.01, 6], [0.6, 0.6 / (5 * rate), 1, 0.7],
        [2, 2 / (2 * rate), 0.1, 0.4], [1, 1 / (1.5 * rate), 5, 60],
    ]
}

extension ParetoNBD: SearchableModel {
    static func starts(rate: Double, age: Double) -> [[Double]] {
        [
            [0.5, 0.5 / (2 * rate), 0.6, 0.4 * age], [1, 1 / (1.2 * rate), 0.2, 3 * age],
            [0.6, 0.6 / (5 * rate), 1, 0.1 * age], [1, 1 / (2 * rate), 6, 10 * age],
        ]
    }
    static var shapes: [Shape] { [Shape(lane: 0, partner: 1), Shape(lane: 2, partner: 3)] }
    static var becomesNBD: Bool { true }
}

extension BetaGeometricBetaBinomial: SearchableModel {
    static func starts(rate: Double, age: Double) -> [[Double]] {
        [[1, 1, 0.7, 3], [0.5, 1.5, 0.2, 6], [2, 1, 2, 20], [0.3, 0.3, 0.3, 0.5]]
    }
    static var shapes: [Shape] { [Shape(lane: 0, partner: 1), Shape(lane: 2, partner: 3)] }
    static var becomesNBD: Bool { false }
}
