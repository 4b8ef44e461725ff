import Domain

/// Rows of a CSV as bytes; fields are appended without making a string of a number first.
struct CSVRows {
    private(set) var bytes: [UInt8] = []
    private var isRowStart = true

    init() { bytes.reserveCapacity((1 << 16) + (1 << 12)) }

    /// Forgets what was written and keeps the memory.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func endRow() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        isRowStart = true
    }

    /// Any text, quoted where it must be. Characters that command a terminal are made visible, and can be had back.
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets do not show.
    mutating func append(text: String) {
        separate()
        let utf8 = VisibleText.of(text, .reversible).utf8
        let isFormula = SpreadsheetFormula.isFormula(utf8)
        let needsQuotes = utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        if needsQuotes { bytes.append(0x22) }
        if isFormula { bytes.append(0x27) }
        for byte in utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        if needsQuotes { bytes.append(0x22) }
    }

    /// One of our own words, which never needs quotes; nothing for nil.
    mutating func append(key: String?) {
        separate()
        if let key { bytes.append(contentsOf: key.utf8) }
    }

    mutating func append(_ value: Int?) {
        separate()
        guard let value else { return }
        if value < 0 { bytes.append(0x2D) }
        appendDigits(UInt64(value.magnitude), width: 1)
    }

    /// In major units with all decimals; nothing for nil.
    mutating func append(minorUnits: Int64?, digits: Int) {
        separate()
        guard let minorUnits else { return }
        if minorUnits < 0 { bytes.append(0x2D) }
        var unit: UInt64 = 1
        for _ in 0..<digits { unit *= 10 }
        appendDigits(minorUnits.magnitude / unit, width: 1)
        guard digits > 0 else { return }
        bytes.append(0x2E)
        appendDigits(minorUnits.magnitude % unit, width: digits)
    }

    /// A figure of zero or more, to six decimals.
    mutating func append(fraction: Double) {
        append(minorUnits: Int64((min(fraction, 9e12) * 1_000_000).rounded()), digits: 6)
    }

    /// `YYYY-MM-DD`; nothing for nil.
    mutating func append(day: Day?) {
        separate()
        guard let (year, month, day) = day?.date else { return }
        appendDigits(UInt64(max(0, year)), width: 4)
        bytes.append(0x2D)
        appendDigits(UInt64(month), width: 2)
        bytes.append(0x2D)
        appendDigits(UInt64(day), width: 2)
    }

    private mutating func separate() {
        if !isRowStart { bytes.append(0x2C) }
        isRowStart = false
    }

    private mutating func appendDigits(_ value: UInt64, width: Int) {
        var divisor: UInt64 = 1
        var count = 1
        while value / divisor >= 10 {
            divisor *= 10
            count += 1
        }
        for _ in 0..<max(0, width - count) { bytes.append(0x30) }
        while divisor > 0 {
            bytes.append(UInt8(truncatingIfNeeded: value / divisor % 10) + 0x30)
            divisor /= 10
        }
    }
}
