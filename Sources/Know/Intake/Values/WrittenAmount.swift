// Unsafe memory: an array's bytes with the padding that `Bytes` asks for, within its closure.

public import Domain

/// One amount as a person writes it, outside a table of orders.
public enum WrittenAmount {
    /// `text` in minor units of `currency`, rounded half away from zero; nil when it is no amount, or one that reads
    /// differently with a decimal point and a decimal comma.
    public static func minorUnits(of text: String, in currency: Currency) -> Int64? {
        var bytes = Array(text.utf8)
        let count = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: StructuralIndex.padding))
        return bytes.withUnsafeBufferPointer { memory in
            guard let start = memory.baseAddress else { return nil }
            var reader = AmountReader(mark: nil)
            guard case .amount(let micros) = reader.read(Bytes(start, count: count).trimmed), reader.ambiguous == 0
            else { return nil }
            return Amount.minorUnits(ofMicros: micros, minorDigits: currency.minorDigits)
        }
    }
}
