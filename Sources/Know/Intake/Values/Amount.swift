/// An amount while a file is read: millionths of the major unit, so that lines add up exactly and money is rounded
/// once a document.
struct Amount: Hashable {
    /// Signed millionths. Below `limit` in size, so that nine documents of the largest size still add up.
    let micros: Int64

    /// A million million in major units.
    static let limit: Int64 = 1_000_000_000_000_000_000

    /// Millionths rounded to minor units, halves away from zero.
    @inline(__always)
    static func minorUnits(ofMicros micros: Int64, minorDigits: Int) -> Int64 {
        let divisor = powersOfTen(6 - minorDigits)
        let half = divisor / 2
        return (micros >= 0 ? micros + half : micros - half) / divisor
    }

    /// Ten to the power of `exponent`, 0…6.
    @inline(__always)
    static func powersOfTen(_ exponent: Int) -> Int64 {
        switch exponent {
        case 0: 1
        case 1: 10
        case 2: 100
        case 3: 1_000
        case 4: 10_000
        case 5: 100_000
        default: 1_000_000
        }
    }
}

/// Reads amounts as one file writes them.
///
/// Whole and fraction by the file's decimal mark; groups of three apart by space, no-break space, apostrophe or the
/// other mark; a currency code or sign before or behind; minus before or behind, or brackets; an exponent (`1.2E+3`), as
/// spreadsheets write large and small numbers. More than six decimals are rounded at the sixth.
struct AmountReader {
    /// What is known of the amount that was read.
    enum Outcome: Equatable {
        case amount(Int64)
        case blank
        case unreadable
        /// A number beyond a million million.
        case tooLarge
    }

    /// nil: the sample did not tell; see `ambiguous`.
    let mark: DecimalMark?

    /// Amounts such as `1,234` that read differently by mark, met while the mark was not known.
    private(set) var ambiguous = 0
    /// Amounts that only a decimal comma, or only a decimal point, makes sense of.
    private(set) var onlyComma = 0
    private(set) var onlyPoint = 0
    /// The currency that stood beside the amounts of the row, and whether two of them contradict each other.
    private(set) var currency: WrittenCurrency?
    private(set) var currenciesDiffer = false

    /// The mark in each of eight bytes; a byte that no UTF-8 has while the mark is not known.
    private let markBytes: UInt64
    /// `00000.00` with the file's mark.
    private let usualBytes: UInt64

    init(mark: DecimalMark?) {
        self.mark = mark
        markBytes =
            switch mark {
            case .comma: 0x2C2C_2C2C_2C2C_2C2C
            case .point: 0x2E2E_2E2E_2E2E_2E2E
            case nil: .max
            }
        usualBytes = 0x3030_0030_3030_3030 | (markBytes & 0xFF00_0000_0000)
    }

    /// The currency of the row's amounts has been noted.
    mutating func forgetCurrency() {
        guard currency != nil else { return }
        currency = nil
        currenciesDiffer = false
    }

    /// Takes in the currency that stands beside an amount of the row.
    mutating func note(_ beside: WrittenCurrency) {
        guard let before = currency else {
            currency = beside
            return
        }
        if before.canBe(beside.code) {
            // The later one may be the more exact: `$`, then `CAD`.
            currency = beside
        } else if !beside.canBe(before.code) {
            currenciesDiffer = true
        }
    }

    /// Reads `field`, blanks around it already taken off.
    @inline(__always)
    mutating func read(_ field: Bytes) -> Outcome {
        if let micros = plain(field) { return .amount(micros) }
        return readSlowly(field)
    }

    /// Digits, one decimal mark, digits, perhaps a minus in front, fourteen characters at the most: nearly every amount of
    /// nearly every file. nil for anything else.
    @inline(__always)
    func plain(_ field: Bytes) -> Int64? { usual(field) ?? lessUsual(field) }

    /// Four to eight characters of which the last two are decimals: nearly always.
    @inline(__always)
    private func usual(_ field: Bytes) -> Int64? {
        guard UInt(bitPattern: field.count &- 4) <= 4, mark != nil else { return nil }
        // The last character is the highest byte.
        let shift = UInt64(8 &- field.count) &* 8
        let word = (field.word(at: 0) << shift) ^ (usualBytes & (.max << shift))
        guard Bytes.areAtMost(word, 0x0909_0009_0909_0909) else { return nil }
        let digits = word & 0xFFFF_0000_0000_0000 | ((word & 0x00FF_FFFF_FFFF) << 8)
        return Int64(Bytes.value(ofDigits: digits)) &* 10_000
    }

    @inline(never)
    private func lessUsual(_ field: Bytes) -> Int64? {
        let isNegative = field.count > 0 && field[0] == UInt8(ascii: "-")
        let digits = isNegative ? field[1..<field.count] : field
        let micros = usual(digits) ?? (digits.count <= 8 ? shortAmount(digits) : longAmount(digits))
        guard let micros else { return nil }
        return isNegative ? 0 &- micros : micros
    }

    /// Up to eight characters at once: the mark is found and taken out of a word of eight bytes.
    private func shortAmount(_ field: Bytes) -> Int64? {
        guard field.count > 0 else { return nil }
        let word = field.word(at: 0) << UInt64((8 &- field.count) &* 8)
        let difference = word ^ markBytes
        let marked = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
        if marked == 0 || mark == nil {
            return Bytes.value(ofLast: field.count, in: word).map { Int64($0) &* 1_000_000 }
        }
        let mark = UInt64(marked.trailingZeroBitCount & ~7)
        let whole = word & ((1 << mark) &- 1)
        let behind = mark == 56 ? 0 : (word >> (mark &+ 8)) << (mark &+ 8)
        let decimals = 7 &- Int(mark >> 3)
        guard decimals &- 1 < 6, decimals > 0,
            let value = Bytes.value(ofLast: field.count &- 1, in: behind | (whole << 8))
        else { return nil }
        return Int64(value) &* Amount.powersOfTen(6 &- decimals)
    }

    private func longAmount(_ field: Bytes) -> Int64? {
        guard field.count <= 14 else { return nil }
        var value: Int64 = 0
        var decimals = -1
        for place in 0..<field.count {
            let byte = field[place]
            if byte &- 48 < 10 {
                value = value &* 10 &+ Int64(byte &- 48)
                if decimals >= 0 { decimals &+= 1 }
            } else if byte == UInt8(truncatingIfNeeded: markBytes), decimals < 0, mark != nil {
                decimals = 0
            } else {
                return nil
            }
        }
        guard decimals != 0, decimals <= 6 else { return nil }
        // Up to fourteen digits with six more fit only below the limit.
        let factor = Amount.powersOfTen(6 &- max(0, decimals))
        return value < Amount.limit / factor ? value &* factor : nil
    }

    private mutating func readSlowly(_ field: Bytes) -> Outcome {
        guard !field.isEmpty else { return .blank }
        guard let shape = AmountText(field) else { return .unreadable }
        if let currency = shape.currency { note(currency) }
        switch (mark, shape.marks) {
        case (_, .none): return shape.outcome(pointIsDecimal: true)
        case (.point?, _): return shape.outcome(pointIsDecimal: true)
        case (.comma?, _): return shape.outcome(pointIsDecimal: false)
        case (nil, _):
            let asPoint = shape.outcome(pointIsDecimal: true)
            let asComma = shape.outcome(pointIsDecimal: false)
            if asPoint == asComma { return asPoint }
            if asComma == .unreadable {
                onlyPoint += 1
                return asPoint
            }
            if asPoint == .unreadable {
                onlyComma += 1
                return asComma
            }
            ambiguous += 1
            return asPoint
        }
    }
}

/// An amount taken apart: sign, characters of the number, currency.
private struct AmountText {
    enum Marks { case none, some }

    var negative = false
    var currency: WrittenCurrency?
    /// Digits, points and commas; other group signs became `'`.
    var number: [UInt8] = []
    var marks: Marks = .none
    /// Digits by which the mark is to be moved to the right.
    private var exponent = 0
    private var brackets = 0

    init?(_ field: Bytes) {
        let scalars = Array(field.text.unicodeScalars)
        guard let first = scalars.firstIndex(where: { ("0"..."9").contains($0) }),
            let last = scalars.lastIndex(where: { ("0"..."9").contains($0) })
        else { return nil }
        var begin = first
        // `.50` and `,50` are amounts.
        if begin > 0, scalars[begin - 1] == "." || scalars[begin - 1] == "," {
            let before = begin >= 2 ? scalars[begin - 2] : " "
            if !before.properties.isAlphabetic { begin -= 1 }
        }
        guard readAffix(scalars[..<begin], bracket: "("), readAffix(scalars[(last + 1)...], bracket: ")"),
            brackets == 0 || brackets == 2 && !negative
        else { return nil }
        if brackets == 2 { negative = true }
        var digits = scalars[begin...last]
        if let sign = digits.firstIndex(where: { $0 == "E" || $0 == "e" }) {
            let power = String(String.UnicodeScalarView(digits[(sign + 1)...]))
            guard sign > begin, power.utf8.count <= 5, let value = Int(power) else { return nil }
            exponent = value
            digits = digits[..<sign]
        }
        for scalar in digits {
            switch scalar {
            case "0"..."9": number.append(UInt8(scalar.value))
            case ".", ",":
                number.append(UInt8(scalar.value))
                marks = .some
            case " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}": number.append(UInt8(ascii: "'"))
            default: return nil
            }
        }
    }

    /// What stands before or behind the number: a minus, a plus, a currency code or sign, blanks.
    private mutating func readAffix(_ affix: ArraySlice<Unicode.Scalar>, bracket: Unicode.Scalar) -> Bool {
        var text = ""
        for scalar in affix {
            switch scalar {
            case "-", "\u{2212}", "\u{2013}":
                // `1 200,-` has no cents; it is no minus.
                if bracket == ")", text == "," || text == "." { continue }
                guard !negative else { return false }
                negative = true
            case "+", " ", "\u{A0}", "\u{202F}", "\t": break
            case bracket: brackets += 1
            default: text.unicodeScalars.append(scalar)
            }
        }
        // `1 200,-` and `12.` end in a mark that says nothing.
        if text == "," || text == "." { text = "" }
        guard !text.isEmpty else { return true }
        guard currency == nil, let beside = CurrencySigns.beside(text) else { return false }
        currency = beside
        return true
    }

    /// The amount when the point (or else the comma) parts whole and fraction.
    func outcome(pointIsDecimal: Bool) -> AmountReader.Outcome {
        let mark = UInt8(ascii: pointIsDecimal ? "." : ",")
        let parts = number.split(separator: mark, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = ungrouped(parts[0]) else { return .unreadable }
        let fraction = parts.count == 2 ? Array(parts[1]) : []
        guard fraction.allSatisfy({ (48...57).contains($0) }), !(whole.isEmpty && fraction.isEmpty) else {
            return .unreadable
        }
        return moved(whole, fraction)
    }

    /// The amount with its mark moved by the exponent.
    private func moved(_ whole: [UInt8], _ fraction: [UInt8]) -> AmountReader.Outcome {
        let zero = UInt8(ascii: "0")
        if exponent == 0 || (whole + fraction).allSatisfy({ $0 == zero }) { return scaled(whole, fraction) }
        if exponent > 0 {
            guard exponent < 40 else { return .tooLarge }
            let padded = fraction + Array(repeating: zero, count: max(0, exponent - fraction.count))
            return scaled(whole + padded[..<exponent], Array(padded[exponent...]))
        }
        let places = min(-exponent, 80)
        let padded = Array(repeating: zero, count: max(0, places - whole.count)) + whole
        let split = padded.count - places
        return scaled(Array(padded[..<split]), Array(padded[split...]) + fraction)
    }

    /// Digits without their group signs; nil when the groups are not of three.
    private func ungrouped(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
        let signs = Set(digits.filter { !(48...57).contains($0) })
        guard let sign = signs.first else { return Array(digits) }
        guard signs.count == 1 else { return nil }
        let groups = digits.split(separator: sign, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        // Nobody groups `0,500`: the sign parts whole and fraction there.
        if first.first == UInt8(ascii: "0") { return nil }
        return groups.flatMap { $0 }
    }

    private func scaled(_ whole: [UInt8], _ fraction: [UInt8]) -> AmountReader.Outcome {
        var micros: Int64 = 0
        for digit in whole {
            let (product, overflow) = micros.multipliedReportingOverflow(by: 10)
            guard !overflow, product < Amount.limit / 1_000_000 else { return .tooLarge }
            micros = product + Int64(digit - 48)
        }
        guard micros < Amount.limit / 1_000_000 else { return .tooLarge }
        micros *= 1_000_000
        var unit: Int64 = 100_000
        for digit in fraction.prefix(6) {
            micros += Int64(digit - 48) * unit
            unit /= 10
        }
        if fraction.count > 6, fraction[6] >= 53 { micros += 1 }
        return .amount(negative ? -micros : micros)
    }
}
