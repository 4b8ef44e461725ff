// Unsafe memory: pieces are lent for the call alone, within the closure of their array.

import Domain
public import Metrics

/// Every customer as one row of a CSV (RFC 4180), with all scores and list memberships.
///
/// Columns and their values are stable keys in every language. Nothing is kept in memory but one buffer.
public struct CustomersFile: Sendable {
    private let customers: CustomerList
    private let currency: Currency

    public init(_ metrics: ShopMetrics) {
        customers = metrics.customers
        currency = metrics.currency
    }

    /// The names of the columns, in order.
    public static let columns = [
        "customer", "first_order", "last_order", "orders", "purchase_days", "gross_revenue", "refunds", "net_revenue",
        "last_12_months_net", "contribution", "currency", "median_gap_days", "p90_gap_days", "silent_days",
        "own_limit_days", "state", "recency", "frequency", "monetary", "segment", "vip",
    ]

    /// Writes the rows into `sink` in pieces of about 64 kB, in the ledger's order.
    ///
    /// - Parameter sink: Receives the bytes of each piece, valid for the call alone; what it throws ends the writing.
    /// - Complexity: O(customers).
    public func write(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        var rows = CSVRows()
        for column in Self.columns { rows.append(text: column) }
        rows.endRow()
        for customer in customers {
            append(customer, to: &rows)
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
        rows.endRow()
    }
}
