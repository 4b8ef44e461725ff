import Domain

/// What one unit of a currency is worth in the base currency, by day.
public struct ExchangeRates: Sendable {
    /// Rates are kept as whole billionths.
    static let scale: Int64 = 1_000_000_000

    private var byCurrency: [Currency: [(day: Int32, rate: Int64)]] = [:]

    public init() {}

    /// Why a line of a rates file was not understood.
    public enum RatesError: Error, Equatable, Sendable {
        case unreadableLine(Int, text: String)
        case noRates
    }

    /// Reads lines of `day,currency,rate` (also with `;` or tab); a header line is passed over.
    public init(parsing text: String) throws(RatesError) {
        var found = 0
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.filter { $0 != "\u{FEFF}" }
            if line.allSatisfy(\.isWhitespace) { continue }
            let separator: Character = line.contains("\t") ? "\t" : line.contains(";") ? ";" : ","
            let fields = line.split(separator: separator, omittingEmptySubsequences: false)
                .map { Self.unquoted(String($0).trimmingBlanks) }
            // `4,30` between commas is two fields: more than three are no rate.
            guard fields.count >= 3, fields[3...].allSatisfy(\.isEmpty), let day = Day(fields[0]),
                let currency = Currency(fields[1]), let rate = Self.rate(fields[2])
            else {
                if number == 0, Day(fields[0]) == nil { continue }
                throw .unreadableLine(number + 1, text: line)
            }
            byCurrency[currency, default: []].append((day.number, rate))
            found += 1
        }
        guard found > 0 else { throw .noRates }
        for currency in byCurrency.keys { byCurrency[currency]?.sort { $0.day < $1.day } }
    }

    /// No value of a rate has a delimiter or a quote inside.
    private static func unquoted(_ field: String) -> String {
        field.count > 1 && field.hasPrefix("\"") && field.hasSuffix("\"")
            ? String(field.dropFirst().dropLast()).trimmingBlanks : field
    }

    /// A positive decimal number as billionths.
    private static func rate(_ text: String) -> Int64? {
        let parts = text.replacing(",", with: ".").split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int64(parts[0]), whole >= 0, whole < 1_000_000_000 else {
            return nil
        }
        let fraction = parts.count == 2 ? parts[1].prefix(9) : ""
        guard fraction.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let padded = fraction + String(repeating: "0", count: 9 - fraction.count)
        guard let billionths = Int64(padded), whole > 0 || billionths > 0 else { return nil }
        return whole * scale + billionths
    }

    /// The latest rate on or before `day`; nil when there is none.
    func rate(of currency: Currency, on day: Int32) -> Int64? {
        guard let rates = byCurrency[currency] else { return nil }
        var low = 0
        var high = rates.count
        while low < high {
            let middle = (low + high) / 2
            if rates[middle].day <= day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? rates[low - 1].rate : nil
    }

    /// `micros` of a currency in the base currency, halves away from zero; nil beyond 64 bits.
    static func convert(micros: Int64, rate: Int64) -> Int64? {
        let product = micros.magnitude.multipliedFullWidth(by: UInt64(rate))
        guard product.high < UInt64(scale) else { return nil }
        let (quotient, remainder) = UInt64(scale).dividingFullWidth(product)
        let rounded = remainder * 2 >= UInt64(scale) ? quotient + 1 : quotient
        guard rounded <= UInt64(Amount.limit) else { return nil }
        return micros < 0 ? -Int64(rounded) : Int64(rounded)
    }
}
