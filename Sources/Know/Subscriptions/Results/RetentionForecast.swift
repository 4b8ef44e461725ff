import Foundation
public import LifetimeValue

/// What a model of retention makes of the tenures: its fit and its curve.
public struct RetentionForecast: Sendable {
    public enum Model: String, CaseIterable, Sendable {
        case sbg, bdw
    }

    /// One period of the curve.
    public struct Step: Equatable, Sendable {
        /// 1, 2, …
        public let period: Int
        /// Of all customers, there after it.
        public let share: Double
        /// Of those there at its start.
        public let retention: Double
    }

    public let model: Model
    public let parameters: [FittedParameter]
    public let logLikelihood: Double
    public let bic: Double
    public let warnings: [FitWarning]
    /// From the first period to beyond the last one observed.
    public let steps: [Step]
    /// Expected periods from the start on, each discounted to the start.
    public let discountedPeriods: Double

    let retention: any RetentionModel

    init<Fitted: RetentionModel>(
        _ model: Model, _ fit: Fit<Fitted>, periods: Int, discountPerPeriod: Double
    ) {
        self.model = model
        parameters = fit.parameters
        logLikelihood = fit.logLikelihood
        bic = fit.bic
        warnings = fit.warnings
        retention = fit.model
        steps = (1...max(1, periods)).map { period in
            Step(
                period: period, share: fit.model.survival(after: period),
                retention: fit.model.retentionRate(in: period))
        }
        discountedPeriods = fit.model.discountedLifetime(rate: discountPerPeriod)
    }
}

/// The models of retention side by side.
public struct RetentionForecasts: Sendable {
    /// In the order of the models; those that could not be fitted are missing.
    public let fitted: [RetentionForecast]
    /// Why there is none, or not all; nil where BdW was not tried for too few periods.
    public let error: FitError?

    /// Its third parameter is how retention changes with tenure: one period tells nothing of that, and the second little.
    public static let leastPeriodsOfBdW = 3

    /// The one with the least BIC: what value is told by.
    public var chosen: RetentionForecast? { fitted.min { $0.bic < $1.bic } }

    public subscript(model: RetentionForecast.Model) -> RetentionForecast? { fitted.first { $0.model == model } }

    /// How far a curve goes: a year beyond what was observed (five periods, where they are longer), and never further than
    /// was observed already.
    static func horizon(observed: Int, unit: TenureUnit) -> Int {
        observed + min(max(observed, 1), max(5, Int(unit.perYear.rounded())))
    }

    /// What a year's discount is a period.
    static func discountPerPeriod(_ perYear: Double, _ unit: TenureUnit) -> Double {
        expm1(log1p(perYear) / unit.perYear)
    }

    init(_ counts: TenureCounts, unit: TenureUnit, discountPerYear: Double) {
        let periods = Self.horizon(observed: counts.periods, unit: unit)
        let rate = Self.discountPerPeriod(discountPerYear, unit)
        var fitted: [RetentionForecast] = []
        var error: FitError?
        do throws(FitError) {
            fitted.append(
                RetentionForecast(
                    .sbg, try ShiftedBetaGeometric.fit(to: counts), periods: periods, discountPerPeriod: rate))
            if counts.periods >= Self.leastPeriodsOfBdW {
                fitted.append(
                    RetentionForecast(
                        .bdw, try BetaDiscreteWeibull.fit(to: counts), periods: periods, discountPerPeriod: rate))
            }
        } catch let reason {
            error = reason
        }
        self.fitted = fitted
        self.error = error
    }
}
