import Domain
import Metrics

/// Overview, activity, retention, cohorts and the way to the next order.
extension JSONReport {
    var overview: JSONValue {
        let overview = content.metrics.overview
        return .object([
            "customers": .count(overview.customers),
            "orders": .count(overview.orders),
            "purchaseDays": .count(overview.purchaseDays),
            "grossRevenue": money(overview.grossRevenue),
            "refunds": money(overview.refunds),
            "netRevenue": money(overview.netRevenue),
            "identifiedNetRevenue": money(overview.identifiedNetRevenue),
            "contribution": money(overview.contribution),
            "averageOrderValue": money(overview.averageOrderValue),
            "ordersPerCustomer": .fraction(overview.ordersPerCustomer),
            "repeatCustomers": .count(overview.repeatCustomers),
            "repeatCustomersByDay": .count(overview.repeatCustomersByDay),
            "repeatPurchaseRate": .fraction(overview.repeatPurchaseRate),
            "firstOrder": day(overview.firstOrder),
            "lastOrder": day(overview.lastOrder),
            "unidentifiedOrders": .count(overview.unidentifiedOrders),
            "unidentifiedRevenue": money(overview.unidentifiedRevenue),
            "refundOnlyCustomers": .count(overview.refundOnlyCustomers),
            "refundOnlyRevenue": money(overview.refundOnlyRevenue),
            "reversedOnlyCustomers": .count(overview.reversedOnlyCustomers),
            "reversedOrders": .count(overview.reversedOrders),
            "reversedRevenue": money(overview.reversedRevenue),
            "refundRate": .fraction(overview.refundRate),
        ])
    }

    var activity: JSONValue {
        let activity = content.metrics.activity
        return .object([
            "windowDays": .count(activity.windowDays),
            "windowGiven": .bool(activity.windowGiven),
            "windowFound": .count(activity.windowFound),
            "windowClamped": .bool(activity.windowClamped),
            "windowClamp": .text(activity.windowClamp?.rawValue),
            "active": .count(activity.active),
            "lapsing": .count(activity.lapsing),
            "lapsed": .count(activity.lapsed),
            "revenueAtRisk": money(activity.revenueAtRisk),
            "contributionAtRisk": money(activity.contributionAtRisk),
            "lapsedRevenue": money(activity.lapsedRevenue),
            "lapsedShare": .fraction(activity.lapsedShare),
            "lapsedShareYearEarlier": .fraction(activity.lapsedShareYearEarlier),
        ])
    }

    var retention: JSONValue {
        let retention = content.metrics.retention
        return .object([
            "monthly": .array(retention.monthly.map(retentionPeriod)),
            "quarterly": .array(retention.quarterly.map(retentionPeriod)),
            "yearly": .array(retention.yearly.map(retentionPeriod)),
        ])
    }

    private func retentionPeriod(_ period: RetentionPeriod) -> JSONValue {
        .object([
            "period": .string(period.period.description),
            "start": .count(period.start),
            "retained": .count(period.retained),
            "new": .count(period.new),
            "wonBack": .count(period.wonBack),
            "end": .count(period.end),
            "lost": .count(period.lost),
            "acquired": .count(period.acquired),
            "retentionRate": .fraction(period.retentionRate),
            "churnRate": .fraction(period.churnRate),
            "complete": .bool(period.complete),
        ])
    }

    var netFlow: JSONValue {
        let flow = content.metrics.netFlow
        return .object([
            "months": .array(flow.months.map { .string($0.description) }),
            "won": .count(flow.won),
            "wonBack": .count(flow.wonBack),
            "lost": .count(flow.lost),
            "net": .count(flow.net),
            "meanMonthlyRetention": .fraction(flow.meanMonthlyRetention),
            "fivePointsMore": money(flow.fivePointsMore),
            "fivePointsMoreContribution": money(flow.fivePointsMoreContribution),
        ])
    }

    var cohorts: JSONValue {
        let cohorts = content.metrics.cohorts
        return .object([
            "weekly": .array(cohorts.weekly.map(cohort)),
            "monthly": .array(cohorts.monthly.map(cohort)),
            "quarterly": .array(cohorts.quarterly.map(cohort)),
            "yearly": .array(cohorts.yearly.map(cohort)),
        ])
    }

    private func cohort(_ row: CohortRow) -> JSONValue {
        .object([
            "cohort": .string(row.cohort.description),
            "customers": .count(row.customers),
            "active": .counts(row.active),
            "orders": .counts(row.orders),
            "netRevenue": .array(row.netRevenue.map { money($0) }),
            "contribution": row.contribution.isEmpty ? .null : .array(row.contribution.map { money($0) }),
            "complete": .count(row.complete),
            "startsBeforeFile": .bool(row.startsBeforeFile),
            "joinsEarlier": .bool(row.joinsEarlier),
        ])
    }

    func nextOrder(_ step: NextOrder) -> JSONValue {
        .object([
            "from": .count(step.from),
            "customers": .count(step.customers),
            "within30": .fraction(step.within30),
            "within60": .fraction(step.within60),
            "within90": .fraction(step.within90),
            "within180": .fraction(step.within180),
            "within365": .fraction(step.within365),
            "medianDays": .count(step.medianDays),
        ])
    }

    func newVsReturning(_ month: NewVsReturning) -> JSONValue {
        .object([
            "month": .string(month.month.description),
            "newCustomers": .count(month.newCustomers),
            "returningCustomers": .count(month.returningCustomers),
            "newOrders": .count(month.newOrders),
            "returningOrders": .count(month.returningOrders),
            "newRevenue": money(month.newRevenue),
            "returningRevenue": money(month.returningRevenue),
            "newContribution": money(month.newContribution),
            "returningContribution": money(month.returningContribution),
            "complete": .bool(month.complete),
        ])
    }
}
