import Domain
import Forecast
import LifetimeValue
import Metrics

extension JSONReport {
    /// Nil where the value was not asked for.
    func lifetimeValue(_ language: Language) -> JSONLifetimeValue? {
        content.value.map { JSONLifetimeValue($0.map(\.forecast), language: language) }
    }

    /// What the report tells of the forecast beside the model; null where there is none.
    var valueAhead: JSONValue {
        guard case .success(let ahead) = content.value else { return .null }
        let concentration = ahead.ranking.concentration
        return .object([
            "vip": .object([
                "share": .fraction(ahead.forecast.options.vipShare), "customers": .count(ahead.ranking.vips.customers),
                "expectedValue": money(ahead.ranking.vips.expectedValue),
            ]),
            "concentration": .object([
                "top1": .fraction(concentration.top1), "top5": .fraction(concentration.top5),
                "top10": .fraction(concentration.top10), "top20": .fraction(concentration.top20),
                "top50": .fraction(concentration.top50), "gini": .fraction(concentration.gini),
                "customersFor80": .count(concentration.customersFor80),
            ]),
            "fivePointsMore": money(ahead.fivePointsMore),
            "contributionIsNotAboveZero": .bool(ahead.isWithoutContribution),
            "atStake": money(ahead.allAtStake),
            "best": .array(
                ahead.best.map { own in
                    .object([
                        "id": .text(own.id), "pAlive": .fraction(own.pAlive),
                        "expectedOrders": .fraction(own.expectedOrders), "expectedValue": money(own.expectedValue),
                    ])
                }),
            "lapsing": .array(
                ahead.atStake.map { own in
                    .object([
                        "id": .text(own.id), "silentDays": .count(own.silentDays), "pAlive": .fraction(own.pAlive),
                        "expectedValue": money(own.expectedValue), "atStake": money(own.value),
                    ])
                }),
            "cohorts": .array(
                ahead.cohorts.enumerated().map { place, one in
                    .object(
                        [
                            JSONValue.Member(key: "cohort", value: .string(one.cohort.description)),
                            JSONValue.Member(key: "startsBeforeFile", value: .bool(place == 0)),
                        ] + group(one.group))
                }),
            "sources": .array(ahead.sources.map(source)),
            "everybody": source(ahead.everybody),
            "aliveMap": aliveMap(ahead.aliveMap),
            "tracking": .array(
                ahead.tracking.map { week in
                    .object([
                        "lastDay": day(week.lastDay), "actual": .count(week.actual),
                        "expected": .fraction(week.expected),
                    ])
                }),
        ])
    }

    private func source(_ own: ValueAhead.SourceValue) -> JSONValue {
        .object(
            [JSONValue.Member(key: "source", value: .text(own.source))] + group(own.group) + [
                JSONValue.Member(key: "cac", value: money(mean: own.cac)),
                JSONValue.Member(key: "lifetimeValueToCAC", value: .fraction(own.valueToCost)),
            ])
    }

    private func group(_ group: ForecastGroup) -> [JSONValue.Member] {
        [
            JSONValue.Member(key: "customers", value: .count(group.customers)),
            JSONValue.Member(key: "past", value: money(group.past)),
            JSONValue.Member(key: "expected", value: money(group.expected)),
            JSONValue.Member(key: "expectedAlive", value: .fraction(group.expectedAlive)),
            JSONValue.Member(key: "lifetimeValue", value: money(mean: group.lifetimeValue)),
        ]
    }

    private func aliveMap(_ map: AliveMap) -> JSONValue {
        .array(
            zip(AliveMap.silences, map.rows).flatMap { silence, cells in
                zip(AliveMap.purchaseDays, cells).filter { $0.1.customers > 0 }.map { days, cell in
                    .object([
                        "silentFrom": .count(silence), "purchaseDaysFrom": .count(days.lowerBound),
                        "customers": .count(cell.customers), "pAlive": .fraction(cell.pAlive),
                    ])
                }
            })
    }
}
