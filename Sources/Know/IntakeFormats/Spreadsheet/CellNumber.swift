// Unsafe memory: bytes are walked as a collection, below its count.

/// Writes a spreadsheet's number as an exact decimal without an exponent.
///
/// Cells hold binary fractions, so that 39.99 may be stored as `39.990000000000002`. Spreadsheets show 15 digits, and
/// so do we; integers stay as they are, however long, because they are ids.
enum CellNumber {
    private static let mostDigits = 15
    /// Beyond any number that a cell can hold.
    private static let mostExponent = 400

    /// Appends the number to `output`; what is no number is appended as it is.
    static func append(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
        if isFinished(bytes) {
            output.append(contentsOf: bytes)
        } else if let decimal = Decimal(bytes) {
            decimal.append(to: &output)
        } else {
            output.append(contentsOf: bytes)
        }
    }

    /// An integer, or a short decimal without superfluous zeros: nearly all numbers.
    private static func isFinished(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var hasPoint = false
        var digits = 0
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "."):
                if hasPoint || digits == 0 { return false }
                hasPoint = true
            case UInt8(ascii: "-") where index == 0: break
            default: return false
            }
        }
        guard digits > 0, bytes[0] != UInt8(ascii: "-") || digits > 1 else { return false }
        guard hasPoint else { return true }
        let last = bytes[bytes.count - 1]
        return digits <= mostDigits && last != UInt8(ascii: "0") && last != UInt8(ascii: ".")
    }

    /// Digits and where the point stands among them: 0.0129 is the digits 129 with the point at -1.
    private struct Decimal {
        private var isNegative = false
        private var digits: [UInt8] = []
        private var point = 0

        /// Reads `-12.9`, `1.29E+1`; nil for anything else.
        init?(_ bytes: UnsafeRawBufferPointer) {
            var rest = bytes[...]
            if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
                isNegative = sign == UInt8(ascii: "-")
                rest = rest.dropFirst()
            }
            var hasPoint = false
            var hasDigit = false
            while let byte = rest.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
                rest = rest.dropFirst()
                if byte == UInt8(ascii: "."), !hasPoint {
                    hasPoint = true
                    continue
                }
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                hasDigit = true
                if byte != UInt8(ascii: "0") || !digits.isEmpty {
                    digits.append(byte)
                    if !hasPoint { point += 1 }
                } else if hasPoint {
                    point -= 1
                }
            }
            guard hasDigit else { return nil }
            if !rest.isEmpty {
                guard let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
                    abs(exponent) <= CellNumber.mostExponent
                else { return nil }
                point += exponent
            }
            guard digits.count <= CellNumber.mostExponent else { return nil }
            round()
        }

        /// Keeps 15 digits, half up, and drops zeros at the end.
        private mutating func round() {
            if digits.count > CellNumber.mostDigits {
                let isUp = digits[CellNumber.mostDigits] >= UInt8(ascii: "5")
                digits.removeSubrange(CellNumber.mostDigits...)
                if isUp { increment() }
            }
            while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        }

        private mutating func increment() {
            var index = digits.count - 1
            while index >= 0, digits[index] == UInt8(ascii: "9") {
                digits[index] = UInt8(ascii: "0")
                index -= 1
            }
            if index >= 0 {
                digits[index] += 1
            } else {
                digits.insert(UInt8(ascii: "1"), at: 0)
                point += 1
            }
        }

        func append(to output: inout [UInt8]) {
            guard !digits.isEmpty else {
                output.append(UInt8(ascii: "0"))
                return
            }
            if isNegative { output.append(UInt8(ascii: "-")) }
            if point <= 0 {
                output.append(contentsOf: "0.".utf8)
                output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -point))
                output.append(contentsOf: digits)
            } else {
                output.append(contentsOf: digits.prefix(point))
                output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, point - digits.count)))
                if digits.count > point {
                    output.append(UInt8(ascii: "."))
                    output.append(contentsOf: digits[point...])
                }
            }
        }
    }
}
