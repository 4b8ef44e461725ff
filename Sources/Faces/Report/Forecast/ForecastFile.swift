import Domain
import Forecast
import LifetimeValue
import Metrics

/// Every customer who has purchased as one row of a CSV (RFC 4180), with what is expected of each.
///
/// Columns and their values are stable keys in every language (docs/json.md). Nothing is kept in memory but one buffer.
public struct ForecastFile: Sendable {
    private let content: ForecastContent
    private let ranking: ValueRanking

    public init(_ content: ForecastContent) {
        self.content = content
        ranking = content.forecast.ranking(content.ids)
    }

    /// The names of the columns, in order.
    public static let columns = [
        "customer", "frequency", "recency", "age", "time_unit", "monetary_value", "p_alive", "expected_orders",
        "orders_lower", "orders_upper", "expected_spend", "expected_value", "value_lower", "value_upper",
        "value_at_stake", "currency", "expected_vip",
    ]

    /// Writes the rows in pieces of about 64 kB, in the ledger's order.
    ///
    /// - Parameter sink: Receives each piece; what it throws ends the writing.
    public func write(to sink: ([UInt8]) throws -> Void) rethrows {
        var rows = CSVRows()
        for column in Self.columns { rows.append(text: column) }
        rows.endRow()
        for place in content.forecast.customers.indices {
            append(place, to: &rows)
            if rows.bytes.count >= Self.pieceSize {
                try sink(rows.bytes)
                rows.removeAll()
            }
        }
        try sink(rows.bytes)
    }

    private static let pieceSize = 1 << 16

    private func append(_ place: Int, to rows: inout CSVRows) {
        let forecast = content.forecast
        let (purchases, customer) = (content.purchases(place), forecast.customers[place])
        let summary = purchases.summary(asOf: content.asOf.number)
        rows.append(text: content.id(place))
        rows.append(Int(summary.frequency))
        for days in [summary.recency, summary.age] { append(days: Int(days), to: &rows) }
        rows.append(key: content.timeUnit.rawValue)
        append(money: purchases.monetaryValue, to: &rows)
        rows.append(fraction: customer.pAlive)
        rows.append(fraction: customer.expectedOrders)
        rows.append(customer.intervals.map { Int($0.orders.lower) })
        rows.append(customer.intervals.map { Int($0.orders.upper) })
        append(money: forecast.minorUnits(customer.expectedSpend), to: &rows)
        append(money: ranking.values[place], to: &rows)
        append(money: customer.intervals.map { forecast.minorUnits($0.value.lower) }, to: &rows)
        append(money: customer.intervals.map { forecast.minorUnits($0.value.upper) }, to: &rows)
        append(money: forecast.minorUnits(forecast.valueAtStake(place)), to: &rows)
        rows.append(key: forecast.currency.code)
        rows.append(key: ranking.isVIP(place) ? "yes" : "no")
        rows.endRow()
    }

    /// Whole days, or weeks to six decimals.
    private func append(days: Int, to rows: inout CSVRows) {
        content.timeUnit == .day ? rows.append(days) : rows.append(fraction: Double(days) / 7)
    }

    private func append(money: Int64?, to rows: inout CSVRows) {
        rows.append(minorUnits: money, digits: content.forecast.currency.minorDigits)
    }
}
