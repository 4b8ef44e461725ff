/// Why a file as a whole could not be read.
public enum IntakeError: Error, Equatable, Sendable {
    /// The file has nothing in it.
    case emptyFile
    /// There is a header and no row below it.
    case noRows
    /// One line is longer than any table's.
    case recordTooLong(bytes: Int)
    /// Neither day-first nor month-first contradicts the dates of the column.
    case ambiguousDates(column: String, example: String)
    /// Some dates can only be day-first, others only month-first.
    case contradictoryDates(column: String, dayFirst: Int, monthFirst: Int)
    /// The month comes first, and some dates have points, as where the day does.
    case datesWithPoints(column: String, example: String, dates: Int)
    /// `1,234` may be a thousand or one and a bit.
    case ambiguousAmounts(column: String, example: String)
    /// Some amounts need a decimal comma, others a decimal point.
    case contradictoryAmounts(column: String, comma: Int, point: Int)
    /// The total is the same on all lines of some orders and differs on those of others.
    case unclearTotals(column: String, repeated: Int, different: Int)
    /// In most rows the column of currencies has one, and the amounts themselves have another.
    case contradictoryCurrencies(column: String, named: String, written: String, rows: Int)
    /// Several currencies, and no base currency and rates to bring them together.
    case severalCurrencies([String: Int], haveColumn: Bool)
    /// The file is in one currency, the base currency is another, and no rates were given.
    case missingRates(from: String, to: String)
    /// The amounts of all rows together do not fit into 64 bits of minor units.
    case amountsTooLarge
    /// A filter names a column that the file has not.
    case unknownFilterColumn(String, present: [String])
}
