import Metrics

/// Which forecaster errs least, and whether chance could have made it so.
///
/// Errors are root mean squares: a forecast is an expectation, and only squares are least where expectations are right
/// (Gneiting, “Making and Evaluating Point Forecasts”, Journal of the American Statistical Association 106, 2011).
public struct Contest: Equatable, Sendable {
    /// What it comes to.
    public enum Verdict: String, CaseIterable, Sendable {
        /// A model errs less than every rule.
        case model
        /// A rule errs less than every model.
        case rule
        /// The best model and the best rule cannot be told apart.
        case asGood
    }

    /// The forecaster with the smallest error.
    public let best: Forecaster
    /// The best of the other kind: a rule where a model is best, a model where a rule is.
    public let rival: Forecaster
    /// By what share the best one's error is smaller than the rival's: 0…1.
    public let gain: Double
    /// The 95 % interval of `gain` by a bootstrap of customers; nil where the errors cannot differ.
    public let interval: ClosedRange<Double>?

    public var isTold: Bool { interval.map { $0.lowerBound > 0 } ?? false }

    public var verdict: Verdict { isTold ? (best.isModel ? .model : .rule) : .asGood }

    /// Nil where one kind is missing. Of equal errors that of the earlier entry is taken.
    init?(_ errors: [(forecaster: Forecaster, errors: GroupedErrors)], seed: UInt64) {
        func least(_ isModel: Bool) -> (forecaster: Forecaster, errors: GroupedErrors)? {
            errors.filter { $0.forecaster.isModel == isModel }.min { $0.errors.total < $1.errors.total }
        }
        guard let model = least(true), let rule = least(false) else { return nil }
        let (best, rival) = model.errors.total <= rule.errors.total ? (model, rule) : (rule, model)
        (self.best, self.rival) = (best.forecaster, rival.forecaster)
        gain = GroupedErrors.gain(of: best.errors.total, over: rival.errors.total) ?? 0
        interval = best.errors.gainInterval(over: rival.errors, seed: seed)
    }
}

/// The squared errors of a forecast by groups of customers, which the bootstrap draws as the metrics' does.
struct GroupedErrors: Equatable, Sendable {
    static let groups = 1_024
    static let replicates = 1_000

    /// Sums of squares by group.
    let squares: [Double]
    let total: Double

    init(expected: [Double], actual: [Double], groups: [UInt16]) {
        var squares = Array(repeating: 0.0, count: Self.groups)
        for (place, group) in groups.enumerated() {
            let error = expected[place] - actual[place]
            squares[Int(group)] += error * error
        }
        self.squares = squares
        total = squares.reduce(0, +)
    }

    /// By what share the root mean square is smaller; nil where the other one is nothing.
    static func gain(of own: Double, over other: Double) -> Double? {
        other > 0 ? 1 - (own / other).squareRoot() : nil
    }

    /// The 95 % interval of the gain; nil where the two never differ.
    func gainInterval(over rival: GroupedErrors, seed: UInt64) -> ClosedRange<Double>? {
        var gains: [Double] = []
        gains.reserveCapacity(Self.replicates)
        for replicate in 0..<Self.replicates {
            var random = SplitMix(seed: seed &+ UInt64(replicate) &* 0xD1B5_4A32_D192_ED03)
            var (own, other) = (0.0, 0.0)
            for _ in 0..<Self.groups {
                let group = Int(truncatingIfNeeded: random.next() >> 32) % Self.groups
                own += squares[group]
                other += rival.squares[group]
            }
            if let gain = Self.gain(of: own, over: other) { gains.append(gain) }
        }
        gains.sort()
        let edge = gains.count / 40
        guard gains.count >= Self.replicates / 2, gains[0] < gains[gains.count - 1] else { return nil }
        return gains[edge]...gains[gains.count - 1 - edge]
    }
}
