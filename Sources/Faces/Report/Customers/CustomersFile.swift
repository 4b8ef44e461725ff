// Unsafe memory: pieces are lent for the call alone, within the closure of their array.

import Domain
import Forecast
import LifetimeValue
import Metrics

/// Every customer as one row of a CSV (RFC 4180), with all scores and list memberships.
///
/// Columns and their values are stable keys in every language. Nothing is kept in memory but one buffer.
public struct CustomersFile: Sendable {
    private let customers: CustomerList
    private let currency: Currency
    /// Nil where no model could be fitted.
    private let value: ValueAhead?

    public init(_ content: ReportContent) {
        customers = content.metrics.customers
        currency = content.metrics.currency
        value = try? content.value?.get()
    }

    /// The names of the columns, in order.
    public static let columns = [
        "customer", "first_order", "last_order", "orders", "purchase_days", "gross_revenue", "refunds", "net_revenue",
        "last_12_months_net", "contribution", "currency", "median_gap_days", "p90_gap_days", "silent_days",
        "own_limit_days", "state", "recency", "frequency", "monetary", "segment", "vip",
        "p_alive", "expected_orders", "expected_value", "value_at_stake", "vip_expected",
    ]

    /// Writes the rows into `sink` in pieces of about 64 kB, in the ledger's order.
    ///
    /// - Parameter sink: Receives the bytes of each piece, valid for the call alone; what it throws ends the writing.
    /// - Complexity: O(customers).
    public func write(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        var rows = CSVRows()
        for column in Self.columns { rows.append(text: column) }
        rows.endRow()
        // Those who have purchased come in the same order.
        var next = 0
        for (place, customer) in customers.enumerated() {
            append(customer, to: &rows)
            let isKnown = value.map {
                next < $0.forecast.summaries.places.count && $0.forecast.summaries.places[next] == place
            }
            appendValue(of: isKnown == true ? next : nil, to: &rows)
            if isKnown == true { next += 1 }
            rows.endRow()
            if rows.bytes.count >= Self.pieceSize {
                try rows.bytes.withUnsafeBytes(sink)
                rows.removeAll()
            }
        }
        if !rows.bytes.isEmpty { try rows.bytes.withUnsafeBytes(sink) }
    }

    private static let pieceSize = 1 << 16

    private func append(_ customer: CustomerFigures, to rows: inout CSVRows) {
        rows.append(text: customer.id)
        rows.append(day: customer.firstOrder)
        rows.append(day: customer.lastOrder)
        rows.append(customer.orders)
        rows.append(customer.purchaseDays)
        let digits = currency.minorDigits
        for money in [customer.grossRevenue, customer.refunds, customer.netRevenue, customer.lastTwelveMonthsNet] {
            rows.append(minorUnits: money, digits: digits)
        }
        rows.append(minorUnits: customer.contribution, digits: digits)
        rows.append(key: currency.code)
        rows.append(customer.medianGap)
        rows.append(customer.p90Gap)
        rows.append(customer.silentDays)
        rows.append(customer.ownLimit)
        rows.append(key: customer.state?.rawValue)
        let scores = customer.scores
        rows.append(scores?.recency)
        rows.append(scores?.frequency)
        rows.append(scores?.monetary)
        rows.append(key: scores?.segment.rawValue)
        rows.append(key: customer.state == nil ? nil : customer.isVIP ? "yes" : "no")
    }

    /// - Parameter place: Among those who have purchased; nil: the customer has not, or there is no model.
    private func appendValue(of place: Int?, to rows: inout CSVRows) {
        guard let place, let value else { return (0..<5).forEach { _ in rows.append(key: nil) } }
        let (own, digits) = (value.forecast.customers[place], currency.minorDigits)
        rows.append(fraction: own.pAlive)
        rows.append(fraction: own.expectedOrders)
        rows.append(minorUnits: value.ranking.values[place], digits: digits)
        rows.append(minorUnits: value.forecast.minorUnits(value.forecast.valueAtStake(place)), digits: digits)
        rows.append(key: value.ranking.isVIP(place) ? "yes" : "no")
    }
}
