import Domain

/// Objects of a JSON array as bytes, each on a line of its own; made for millions of them.
struct JSONRows {
    private(set) var bytes: [UInt8] = []
    private var isFirstRow = true
    private var isFirstKey = true

    /// Forgets what was written and keeps the memory.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func beginRow() {
        bytes.append(contentsOf: (isFirstRow ? "\n    {" : ",\n    {").utf8)
        (isFirstRow, isFirstKey) = (false, true)
    }

    mutating func endRow() { bytes.append(UInt8(ascii: "}")) }

    mutating func append(_ key: StaticString, text: String) {
        begin(key)
        bytes.append(contentsOf: JSONValue.string(text).description.utf8)
    }

    /// A whole number.
    mutating func append(_ key: StaticString, count: Int) { append(key, Int64(count), digits: 0, trimming: false) }

    /// As `JSONValue.fraction` writes it.
    mutating func append(_ key: StaticString, fraction value: Double?) {
        guard let value, value.isFinite, abs(value) < 9e12 else { return appendNull(key) }
        append(key, Int64((value * 1_000_000).rounded()), digits: 6, trimming: true)
    }

    /// As `JSONValue.money` writes it.
    mutating func append(_ key: StaticString, minorUnits: Int64?, digits: Int) {
        guard let minorUnits else { return appendNull(key) }
        append(key, minorUnits, digits: digits, trimming: false)
    }

    // MARK: Parts

    private mutating func begin(_ key: StaticString) {
        if !isFirstKey { bytes.append(contentsOf: ", ".utf8) }
        isFirstKey = false
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: key.description.utf8)
        bytes.append(contentsOf: "\": ".utf8)
    }

    private mutating func appendNull(_ key: StaticString) {
        begin(key)
        bytes.append(contentsOf: "null".utf8)
    }

    /// `value` with its last `digits` digits behind the point; trimming takes zeros away at the end.
    private mutating func append(_ key: StaticString, _ value: Int64, digits: Int, trimming: Bool) {
        begin(key)
        var (rest, behind) = (value.magnitude, digits)
        while trimming, behind > 0, rest % 10 == 0 { (rest, behind) = (rest / 10, behind - 1) }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var unit: UInt64 = 1
        for _ in 0..<behind { unit *= 10 }
        append(digits: rest / unit, width: 1)
        guard behind > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        append(digits: rest % unit, width: behind)
    }

    private mutating func append(digits value: UInt64, width: Int) {
        var (divisor, count): (UInt64, Int) = (1, 1)
        while value / divisor >= 10 || count < width { (divisor, count) = (divisor * 10, count + 1) }
        while divisor > 0 {
            bytes.append(UInt8(truncatingIfNeeded: value / divisor % 10) + UInt8(ascii: "0"))
            divisor /= 10
        }
    }
}
