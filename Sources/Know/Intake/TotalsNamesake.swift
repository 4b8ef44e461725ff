public import Domain

/// A name such as "Total" whose rows were taken for orders, since nothing shows that they are sums.
public struct TotalsNamesake: Hashable, Sendable {
    /// The name as it stands first in the files.
    public let name: String
    /// What the column is called in a filter: its role where it tells customers apart, else its name.
    public let column: String
    /// How many rows have the name.
    public private(set) var rows = 0
    /// Their money in millionths of the currency; a sum beyond the largest number is told as that.
    public private(set) var micros: Int64 = 0

    init(name: String, column: String) {
        self.name = name
        self.column = column
    }

    mutating func add(_ micros: Int64) {
        rows += 1
        let sum = Int128(self.micros) + Int128(micros)
        self.micros = Int64(min(max(sum, -Self.largest), Self.largest))
    }

    /// Room to round stays.
    private static let largest: Int128 = 9_000_000_000_000_000_000

    /// The money in minor units.
    public func minorUnits(in currency: Currency) -> Int64 {
        Amount.minorUnits(ofMicros: micros, minorDigits: currency.minorDigits)
    }
}
