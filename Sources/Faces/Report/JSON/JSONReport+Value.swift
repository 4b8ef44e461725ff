import Domain
import Metrics

/// Concentration, RFM, the VIP list, rhythm, change, breakdowns and acquisition.
extension JSONReport {
    var concentration: JSONValue {
        let concentration = content.metrics.concentration
        return .object([
            "top1": .fraction(concentration.top1),
            "top5": .fraction(concentration.top5),
            "top10": .fraction(concentration.top10),
            "top20": .fraction(concentration.top20),
            "top50": .fraction(concentration.top50),
            "gini": .fraction(concentration.gini),
            "customersFor80": .count(concentration.customersFor80),
            "clippedSum": money(concentration.clippedSum),
            "belowZero": .count(concentration.belowZero),
            "lorenz": .array(
                concentration.lorenz.map { .array([.fraction($0.customers), .fraction($0.revenue)]) }),
        ])
    }

    var rfm: JSONValue {
        let rfm = content.metrics.rfm
        return .object([
            "segments": .array(
                rfm.segments.map { segment in
                    .object([
                        "key": .string(segment.key.rawValue),
                        "customers": .count(segment.customers),
                        "netRevenue": money(segment.netRevenue),
                        "lastTwelveMonthsNet": money(segment.lastTwelveMonthsNet),
                        "contribution": money(segment.contribution),
                    ])
                }),
            "grid": .array(rfm.grid.map { .counts($0) }),
        ])
    }

    var vip: JSONValue {
        let vip = content.metrics.vip
        return .object([
            "share": .fraction(vip.share),
            "customers": .count(vip.customers),
            "netRevenue": money(vip.netRevenue),
            "contribution": money(vip.contribution),
            "joined": .count(vip.joined),
            "left": .count(vip.left),
            "active": .count(vip.active),
            "lapsing": .count(vip.lapsing),
            "lapsed": .count(vip.lapsed),
            "lapsingRevenue": money(vip.lapsingRevenue),
            "lapsedRevenue": money(vip.lapsedRevenue),
            "greatLapsed": .count(vip.greatLapsed),
            "greatLapsedRevenue": money(vip.greatLapsedRevenue),
        ])
    }

    var gaps: JSONValue {
        let gaps = content.metrics.gaps
        return .object([
            "count": .count(gaps.count),
            "median": .count(gaps.median),
            "p75": .count(gaps.p75),
            "p90": .count(gaps.p90),
            "byWeek": .counts(gaps.byWeek),
        ])
    }

    var orderHours: JSONValue {
        let hours = content.metrics.hours
        return .object([
            "orders": .array(hours.orders.map { .counts($0) }),
            "withoutTime": .count(hours.withoutTime),
            "byWeekday": .counts(hours.byWeekday),
        ])
    }

    var comparison: JSONValue {
        guard let table = content.metrics.change else { return .null }
        return .object([
            "with": .string(table.comparison.rawValue),
            "nowFrom": day(table.now.lowerBound),
            "nowTo": day(table.now.upperBound),
            "beforeFrom": day(table.before.lowerBound),
            "beforeTo": day(table.before.upperBound),
            "lookbackDays": .count(table.lookbackDays),
            "replicates": .count(table.replicates),
        ])
    }

    func change(_ change: Change) -> JSONValue {
        let figure = { (value: Double?) -> JSONValue in
            change.metric.unit == .money ? money(mean: value) : .fraction(value)
        }
        return .object([
            "metric": .string(change.metric.rawValue),
            "before": figure(change.before),
            "now": figure(change.now),
            "lower": figure(change.lower),
            "upper": figure(change.upper),
        ])
    }

    var breakdowns: JSONValue {
        .object(
            content.metrics.breakdowns.map { breakdown in
                JSONValue.Member(key: breakdown.dimension.rawValue, value: .array(breakdown.rows.map(breakdownRow)))
            })
    }

    private func breakdownRow(_ row: BreakdownRow) -> JSONValue {
        let (kind, value) = Self.keys(of: row.value)
        return .object([
            "value": .text(value),
            "kind": .string(kind),
            "customers": .count(row.customers),
            "repeatPurchaseRate": .fraction(row.repeatPurchaseRate),
            "repeatPurchaseRateLower": .fraction(row.repeatPurchaseRateInterval.lowerBound),
            "repeatPurchaseRateUpper": .fraction(row.repeatPurchaseRateInterval.upperBound),
            "secondOrderWithin90": .fraction(row.secondOrderWithin90),
            "netRevenue": money(row.netRevenue),
            "netRevenuePerCustomer": money(mean: row.netRevenuePerCustomer),
            "netRevenuePerCustomerLower": money(mean: row.netRevenuePerCustomerInterval?.lowerBound),
            "netRevenuePerCustomerUpper": money(mean: row.netRevenuePerCustomerInterval?.upperBound),
            "contribution": money(row.contribution),
            "refundRate": .fraction(row.refundRate),
            "tooFew": .bool(row.tooFew),
        ])
    }

    private static func keys(of value: BreakdownValue) -> (kind: String, value: String?) {
        switch value {
        case .named(let name): ("named", name)
        case .notGiven: ("notGiven", nil)
        case .couponUsed: ("couponUsed", nil)
        case .couponNotUsed: ("couponNotUsed", nil)
        case .others: ("others", nil)
        }
    }

    func acquisition(_ source: Acquisition) -> JSONValue {
        .object([
            "source": .text(source.source),
            "spend": money(source.spend),
            "newCustomers": .count(source.newCustomers),
            "cac": money(mean: source.cac),
            "paybackMonths": .count(source.paybackMonths),
            "valueToCost": .fraction(source.valueToCost),
            "firstPurchaseContribution": money(mean: source.firstPurchaseContribution),
            "firstMonthContribution": money(mean: source.firstMonthContribution),
            "cumulativeContribution": .array(source.cumulativeContribution.map { money(mean: $0) }),
            "exceedsFirstPurchase": source.exceedsFirstPurchase.map { .bool($0) } ?? .null,
            "notRecoveredInTwoMonths": source.notRecoveredInTwoMonths.map { .bool($0) } ?? .null,
        ])
    }

    var sayings: JSONValue {
        let sayings = content.metrics.sayings
        return .object([
            "returningShareOfRevenue": .fraction(sayings.returningShareOfRevenue),
            "topFifthShare": .fraction(sayings.topFifthShare),
            "existingSpendMore": .fraction(sayings.existingSpendMore),
            "winningAgainstFirstOrder": .fraction(sayings.winningAgainstFirstOrder),
        ])
    }
}
