import LifetimeValue

/// How long customers stay, counted without a model.
public struct Survival: Equatable, Sendable {
    /// One number of periods.
    public struct Step: Equatable, Sendable {
        /// 1, 2, …
        public let period: Int
        public let atRisk: Int
        public let lost: Int
        /// Of all customers, there after so many periods.
        public let share: Double
        /// Kaplan–Meier's with 90 % and with 95 %.
        public let interval90: ClosedRange<Double>
        public let interval95: ClosedRange<Double>
    }

    public let steps: [Step]

    init(_ counts: TenureCounts) {
        let (narrow, wide) = (KaplanMeier(counts, level: 0.9), KaplanMeier(counts, level: 0.95))
        steps = zip(narrow.steps, wide.steps).map { step, other in
            Step(
                period: step.period, atRisk: step.atRisk, lost: step.lost, share: step.share,
                interval90: step.lower...max(step.lower, step.upper),
                interval95: other.lower...max(other.lower, other.upper))
        }
    }

    /// The share that is there after so many periods; nil beyond what was observed.
    public func share(after periods: Int) -> Double? { steps.first { $0.period == periods }?.share }

    /// After how many periods half of the customers are gone; nil where more than half are there still.
    public var medianPeriods: Int? { steps.first { $0.share <= 0.5 }?.period }
}
