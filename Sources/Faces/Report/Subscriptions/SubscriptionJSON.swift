import Domain
import Intake
import LifetimeValue
import Subscriptions

/// Subscriptions for programs, by the schema `perennial.subscriptions/1` (docs/json.md).
public struct SubscriptionJSON: Sendable {
    let content: SubscriptionContent

    public init(_ content: SubscriptionContent) { self.content = content }

    private var metrics: SubscriptionMetrics { content.metrics }

    /// The document with a line feed at its end.
    public func text() -> String {
        let document = JSONValue.object([
            "schema": .string("perennial.subscriptions/1"),
            "input": input,
            "asOf": day(metrics.asOf),
            "currency": .string(metrics.currency.code),
            "overview": overview,
            "customers": periods(customers),
            "mrr": periods(bridge),
            "retention": retention,
            "tenureUnit": .string(metrics.tenureUnit.rawValue),
            "survival": .array(metrics.survival.steps.map(step)),
            "medianTenure": .count(metrics.survival.medianPeriods),
            "models": models,
            "clv": clv,
            "byPlan": .array(metrics.byPlan.map(plan)),
            "byCohort": .object([
                "monthly": .array(metrics.monthlyCohorts.map(cohort)),
                "yearly": .array(metrics.yearlyCohorts.map(cohort)),
            ]),
            "byReason": .array(metrics.byReason.map(reason)),
        ])
        return document.description + "\n"
    }

    // MARK: Values

    private func money(_ minorUnits: Int64) -> JSONValue {
        .number(Money.majorUnitsText(minorUnits, digits: metrics.currency.minorDigits))
    }

    private func money(mean minorUnits: Double?) -> JSONValue {
        guard let minorUnits, minorUnits.isFinite, abs(minorUnits) < 9e18 else { return .null }
        return money(Int64(minorUnits.rounded()))
    }

    private func day(_ day: Day?) -> JSONValue { .text(day?.description) }

    private func byReason(_ counts: [(String, Int)]) -> JSONValue {
        .object(counts.sorted { $0.0 < $1.0 }.map { JSONValue.Member(key: $0.0, value: .count($0.1)) })
    }

    // MARK: The reading

    private var input: JSONValue {
        let intake = content.intake
        let accounting = intake.accounting
        return .object([
            "files": .array([.string(intake.file)]),
            "rows": .count(accounting.rows),
            "accepted": .count(accounting.accepted),
            "rejected": .count(accounting.rejected),
            "ignored": .count(accounting.ignored),
            "rejectedByReason": byReason(accounting.rejectedByReason.map { ($0.key.rawValue, $0.value) }),
            "ignoredByReason": byReason(accounting.ignoredByReason.map { ($0.key.rawValue, $0.value) }),
            "columns": .object(
                intake.columns.map { JSONValue.Member(key: $0.role.rawValue, value: .string($0.name)) }),
            "amountsPer": intake.amountPeriod.map(period) ?? .null,
            "usualPeriod": period(intake.usualPeriod),
            "repeatedRows": .count(intake.repeatedRows),
            "freeSubscriptions": .count(metrics.overview.freeSubscriptions),
            "roundedToNothing": .count(metrics.overview.roundedToNothing),
            "endedAtOnce": .count(metrics.overview.endedAtOnce),
            "timeZone": .text(intake.timeZone),
        ])
    }

    private func period(_ period: BillingPeriod) -> JSONValue {
        .object(["count": .count(period.count), "unit": .string(period.unit.rawValue)])
    }

    // MARK: Figures

    private var overview: JSONValue {
        let (overview, means, year) = (metrics.overview, metrics.means, metrics.trailingYear)
        return .object([
            "customers": .count(overview.customers),
            "active": .count(overview.active),
            "lost": .count(overview.lost),
            "wonBack": .count(overview.wonBack),
            "activeSubscriptions": .count(overview.activeSubscriptions),
            "mrr": money(overview.mrr),
            "arr": money(overview.arr),
            "meanMRR": money(mean: overview.meanMRR),
            "firstDay": day(overview.firstDay),
            "meanMonth": .object([
                "months": .count(means.months),
                "grossRevenue": .fraction(means.grossRevenue),
                "netRevenue": .fraction(means.netRevenue),
                "logo": .fraction(means.logo),
                "logoChurn": .fraction(means.logoChurn),
            ]),
            "trailingYear": .object([
                "from": day(year.from),
                "customers": .count(year.customers),
                "stayed": .count(year.stayed),
                "grossRevenue": .fraction(year.grossRevenue),
                "netRevenue": .fraction(year.netRevenue),
                "logo": .fraction(year.logo),
            ]),
        ])
    }

    private func periods(_ figures: (RevenuePeriod) -> JSONValue) -> JSONValue {
        .object([
            "monthly": .array(metrics.monthly.map(figures)), "yearly": .array(metrics.yearly.map(figures)),
        ])
    }

    private var retention: JSONValue {
        periods { period in
            .object([
                "period": .string(period.period.description),
                "grossRevenue": .fraction(period.grossRevenueRetention),
                "netRevenue": .fraction(period.netRevenueRetention),
                "logo": .fraction(period.logoRetention),
                "logoChurn": .fraction(period.logoChurn),
                "complete": .bool(period.isComplete),
            ])
        }
    }

    private func bridge(_ period: RevenuePeriod) -> JSONValue {
        let revenue = period.revenue
        return .object([
            "period": .string(period.period.description),
            "start": money(revenue.start),
            "new": money(revenue.new),
            "wonBack": money(revenue.wonBack),
            "expansion": money(revenue.expansion),
            "contraction": money(revenue.contraction),
            "lost": money(revenue.lost),
            "end": money(revenue.end),
            "complete": .bool(period.isComplete),
        ])
    }

    private func customers(_ period: RevenuePeriod) -> JSONValue {
        let customers = period.customers
        return .object([
            "period": .string(period.period.description),
            "start": .count(customers.start),
            "new": .count(customers.new),
            "wonBack": .count(customers.wonBack),
            "lost": .count(customers.lost),
            "end": .count(customers.end),
            "expanded": .count(customers.expanded),
            "contracted": .count(customers.contracted),
            "cameAndWent": .count(customers.cameAndWent),
            "complete": .bool(period.isComplete),
        ])
    }

    // MARK: Survival and models

    private func step(_ step: Survival.Step) -> JSONValue {
        .object([
            "period": .count(step.period),
            "atRisk": .count(step.atRisk),
            "lost": .count(step.lost),
            "share": .fraction(step.share),
            "lower": .fraction(step.interval90.lowerBound),
            "upper": .fraction(step.interval90.upperBound),
            "lower95": .fraction(step.interval95.lowerBound),
            "upper95": .fraction(step.interval95.upperBound),
        ])
    }

    private var models: JSONValue {
        let forecasts = metrics.forecasts
        return .object([
            "customers": .count(metrics.observedCustomers),
            "customersLost": .count(metrics.observedLost),
            "chosen": .text(forecasts.chosen?.model.rawValue),
            "sbg": forecasts[.sbg].map(model) ?? .null,
            "bdw": forecasts[.bdw].map(model) ?? .null,
            "reason": .text(forecasts.fitted.isEmpty ? forecasts.error.map(Self.key) : nil),
        ])
    }

    private static func key(_ error: FitError) -> String {
        switch error {
        case .nobodyCancelled: "nobodyCancelled"
        case .didNotConverge: "didNotConverge"
        case .noCustomers, .tooFewRepeatCustomers, .tooFewSpenders: "noCustomers"
        }
    }

    private func model(_ forecast: RetentionForecast) -> JSONValue {
        func parameters(_ value: (FittedParameter) -> Double?) -> JSONValue {
            .object(
                forecast.parameters.map { JSONValue.Member(key: $0.key.rawValue, value: .fraction(value($0))) })
        }
        return .object([
            "parameters": parameters(\.value),
            "standardErrors": parameters(\.standardError),
            "logLikelihood": .fraction(forecast.logLikelihood),
            "bic": .fraction(forecast.bic),
            "discountedPeriods": .fraction(forecast.discountedPeriods),
            "warnings": .array(forecast.warnings.map { .string(Self.key($0)) }),
            "forecast": .array(
                forecast.steps.map { step in
                    .object([
                        "period": .count(step.period), "share": .fraction(step.share),
                        "retention": .fraction(step.retention),
                    ])
                }),
        ])
    }

    private static func key(_ warning: FitWarning) -> String {
        switch warning {
        case .parameterAtEdge(let key): "parameterAtEdge:" + key.rawValue
        case .heterogeneityNotIdentified(let key): "heterogeneityNotIdentified:" + key.rawValue
        case .fewInformativeCustomers: "fewInformativeCustomers"
        case .nobodyLeaves: "nobodyLeaves"
        case .spendFollowsFrequency: "spendFollowsFrequency"
        case .spendIsConstant: "spendIsConstant"
        case .spendHasNoMean: "spendHasNoMean"
        }
    }

    private var clv: JSONValue {
        guard let value = metrics.value else { return .null }
        return .object([
            "model": .string(value.model.rawValue),
            "discount": .fraction(value.discount),
            "margin": .fraction(value.margin),
            "meanPerPeriod": money(mean: value.meanPerPeriod),
            "newCustomer": money(mean: value.newCustomer),
            "activeCustomers": money(mean: value.activeCustomers),
            "byFormula": money(mean: value.byFormula),
        ])
    }

    // MARK: Groups

    private func plan(_ plan: PlanFigures) -> JSONValue {
        .object([
            "plan": .text(plan.plan),
            "activeCustomers": .count(plan.activeCustomers),
            "activeSubscriptions": .count(plan.activeSubscriptions),
            "mrr": money(plan.mrr),
            "began": .count(plan.began),
            "beganAndActive": .count(plan.beganAndActive),
            "medianTenure": .count(plan.survival.medianPeriods),
            "clv": clv(plan.value),
            "survival": .array(plan.survival.steps.map(step)),
        ])
    }

    private func clv(_ value: GroupValue?) -> JSONValue {
        guard let value else { return .null }
        return .object([
            "model": .string(value.model.rawValue),
            "meanPerPeriod": money(mean: value.meanPerPeriod),
            "newCustomer": money(mean: value.newCustomer),
        ])
    }

    private func cohort(_ cohort: StartCohort) -> JSONValue {
        .object([
            "cohort": .string(cohort.cohort.description),
            "customers": .count(cohort.customers),
            "active": .counts(cohort.active),
            "mrr": .array(cohort.mrr.map(money)),
            "complete": .count(cohort.complete),
            "joinsEarlier": .bool(cohort.joinsEarlier),
            "clv": clv(cohort.value),
        ])
    }

    private func reason(_ reason: ReasonFigures) -> JSONValue {
        .object([
            "reason": .text(reason.reason),
            "lost": .count(reason.lost),
            "share": .fraction(reason.share),
            "mrr": money(reason.mrr),
            "cameBack": .count(reason.cameBack),
            "medianTenure": .count(reason.medianPeriods),
        ])
    }
}
