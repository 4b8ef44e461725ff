/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
    /// Three upper-case ASCII letters, such as `PLN`.
    public let code: String

    /// How many decimal digits the smallest unit has: 2 for EUR, 0 for JPY, 3 for KWD.
    public let minorDigits: Int

    /// The currency with this code, in any letter case; nil when `code` is not three ASCII letters.
    ///
    /// Codes that ISO 4217 does not list are accepted with two digits: shops do use house currencies.
    public init?(_ code: some StringProtocol) {
        // Before upper-casing, which makes three ASCII letters of texts such as “ßa”.
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else { return nil }
        let upper = code.uppercased()
        self.code = upper
        self.minorDigits = Self.digits[upper] ?? 2
    }

    private init(code: String, minorDigits: Int) {
        self.code = code
        self.minorDigits = minorDigits
    }

    /// No currency is named: the code that ISO 4217 keeps for that, told with two digits.
    public static let unknown = Currency(code: "XXX", minorDigits: 2)

    public var isUnknown: Bool { self == .unknown }

    /// Minor units in one major unit: 100 for EUR.
    public var minorUnitsPerMajor: Int64 { [1, 10, 100, 1_000, 10_000][minorDigits] }

    public var description: String { code }

    /// The codes whose number of digits is not two (ISO 4217, list one).
    private static let digits: [String: Int] = [
        "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0, "UGX": 0,
        "UYI": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
        "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3, "CLF": 4, "UYW": 4,
    ]
}
