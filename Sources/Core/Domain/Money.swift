/// An amount in the smallest unit of its currency: 1299 is 12.99 € but ¥1299.
public struct Money: Hashable, Sendable {
    /// Signed; refunds are negative.
    public let minorUnits: Int64
    public let currency: Currency

    public init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// The sum of two amounts of one currency.
    ///
    /// - Throws: `MoneyError.currencyMismatch` for two currencies, `.overflow` beyond 64 bits.
    public func adding(_ other: Money) throws(MoneyError) -> Money {
        guard currency == other.currency else { throw .currencyMismatch(currency, other.currency) }
        let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
        guard !overflow else { throw .overflow }
        return Money(minorUnits: sum, currency: currency)
    }

    /// The exact decimal in major units without grouping, such as `-12.05`; what JSON carries.
    public var majorUnitsText: String { Self.majorUnitsText(minorUnits, digits: currency.minorDigits) }

    /// `minorUnits` written with `digits` decimals, exactly.
    public static func majorUnitsText(_ minorUnits: Int64, digits: Int) -> String {
        guard digits > 0 else { return String(minorUnits) }
        let text = String(minorUnits.magnitude)
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
        let split = padded.index(padded.endIndex, offsetBy: -digits)
        return (minorUnits < 0 ? "-" : "") + padded[..<split] + "." + padded[split...]
    }
}

/// Why two amounts have no sum.
public enum MoneyError: Error, Equatable, Sendable {
    case currencyMismatch(Currency, Currency)
    case overflow
}
