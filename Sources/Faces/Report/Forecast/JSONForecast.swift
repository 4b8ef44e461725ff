public import Domain
import Forecast
import LifetimeValue

/// A forecast for programs, by the schema `perennial.forecast/1` (docs/json.md).
public struct JSONForecast: Sendable {
    private let content: ForecastContent

    public init(_ content: ForecastContent) { self.content = content }

    private var forecast: ShopForecast { content.forecast }
    private var digits: Int { forecast.currency.minorDigits }

    /// Writes the document in pieces, with a line feed at its end.
    ///
    /// Customers come last, written one by one: of millions there is never more in memory than one piece.
    ///
    /// - Parameters:
    ///   - language: Of warnings and reasons alone.
    ///   - sink: Receives each piece; what it throws ends the writing.
    public func write(language: Language = .english, to sink: ([UInt8]) throws -> Void) rethrows {
        // All but the closing brace on its own line.
        let head = document(language).description.dropLast(2)
        try sink(Array((head + ",\n  \"customers\": [").utf8))
        var rows = JSONRows()
        for place in forecast.customers.indices {
            append(place, to: &rows)
            if rows.bytes.count >= Self.pieceSize {
                try sink(rows.bytes)
                rows.removeAll()
            }
        }
        try sink(rows.bytes + Array("\n  ]\n}\n".utf8))
    }

    private static let pieceSize = 1 << 16

    private func document(_ language: Language) -> JSONValue {
        .object([
            "schema": .string("perennial.forecast/1"),
            "input": content.intake.json,
            "firstDay": .string(forecast.summaries.firstDay.description),
            "asOf": .string(content.asOf.description),
            "currency": .string(forecast.currency.code),
            "lifetimeValue": JSONLifetimeValue(.success(forecast), unit: content.timeUnit, language: language).value,
            "weeks": .array(forecast.weeks().map(week)),
            "tracking": .array(
                forecast.tracking().map { week in
                    .object([
                        "start": .string(week.lastDay.advanced(by: -6).description),
                        "end": .string(week.lastDay.description),
                        "actualOrders": .count(week.actual),
                        "expectedOrders": .fraction(week.expected),
                    ])
                }),
        ])
    }

    private func week(_ week: ForecastTotal) -> JSONValue {
        let days = content.days(of: week)
        return .object([
            "start": .string(days.lowerBound.description),
            "end": .string(days.upperBound.description),
            "expectedOrders": .fraction(week.expectedOrders),
            "ordersLower": .fraction(week.orders.lower),
            "ordersUpper": .fraction(week.orders.upper),
            "expectedValue": forecast.json(money: week.expectedValue),
            "lower": forecast.json(money: week.value.lower),
            "upper": forecast.json(money: week.value.upper),
        ])
    }

    private func append(_ place: Int, to rows: inout JSONRows) {
        let (purchases, customer) = (content.purchases(place), forecast.customers[place])
        let summary = purchases.summary(asOf: content.asOf.number)
        let unit = content.timeUnit.days
        rows.beginRow()
        rows.append("id", text: content.id(place))
        rows.append("frequency", count: Int(summary.frequency))
        rows.append("recency", fraction: Double(summary.recency) / unit)
        rows.append("age", fraction: Double(summary.age) / unit)
        rows.append("monetaryValue", minorUnits: purchases.monetaryValue, digits: digits)
        rows.append("pAlive", fraction: customer.pAlive)
        rows.append("expectedOrders", fraction: customer.expectedOrders)
        rows.append("ordersLower", fraction: customer.intervals?.orders.lower)
        rows.append("ordersUpper", fraction: customer.intervals?.orders.upper)
        rows.append("expectedSpend", minorUnits: forecast.minorUnits(customer.expectedSpend), digits: digits)
        rows.append("expectedValue", minorUnits: forecast.minorUnits(customer.expectedValue), digits: digits)
        for (key, bound) in [("lower" as StaticString, \ForecastInterval.lower), ("upper", \.upper)] {
            let value = customer.intervals.map { forecast.minorUnits($0.value[keyPath: bound]) }
            rows.append(key, minorUnits: value, digits: digits)
        }
        rows.append("valueAtStake", minorUnits: forecast.minorUnits(forecast.valueAtStake(place)), digits: digits)
        rows.endRow()
    }
}

extension CustomerPurchases {
    /// The mean money of a later purchase day, rounded to the minor unit; nil without one.
    var monetaryValue: Int64? { frequency > 0 ? Int64(meanLaterGross.rounded()) : nil }
}
