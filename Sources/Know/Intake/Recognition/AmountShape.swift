/// An amount as it is written: its digits and the signs between them.
struct AmountShape: Hashable, Sendable {
    /// What one amount says of the file's decimal mark.
    enum Evidence: Hashable, Sendable {
        case point, comma
        /// One sign before exactly three digits: `1,234`.
        case ambiguous
        /// Digits alone, or groups by spaces alone.
        case silent
    }

    let evidence: Evidence

    /// Whether there is something after a decimal mark; ids that went through a spreadsheet as numbers, such as
    /// `17850.0`, have nothing there.
    let hasFraction: Bool

    let isNegative: Bool

    /// The digits with a point as decimal mark; nil where the mark is not known.
    let plain: String?

    /// The digits around an ambiguous sign, so that a known decimal mark can still read them.
    private let halves: (whole: String, fraction: String, sign: UInt8)?

    /// nil when the text is not an amount: a currency code or sign, spaces, a minus or brackets may stand around it.
    init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 64 else { return nil }
        let symbols: [UInt8]
        if Self.isBare(text.utf8) {
            isNegative = false
            symbols = Array(text.utf8)
        } else {
            guard let core = AmountCore(text) else { return nil }
            isNegative = core.isNegative
            symbols = core.symbols
        }
        guard let reading = Self.read(symbols) else { return nil }
        evidence = reading.evidence
        plain = reading.plain
        hasFraction = reading.hasFraction
        halves = reading.halves
    }

    /// The value, when the decimal mark is known or does not matter. A sample's arithmetic only, never money.
    func approximateValue(_ mark: DecimalMark?) -> Double? {
        var digits = plain
        if digits == nil, let halves, let mark {
            let isDecimal = (halves.sign == UInt8(ascii: ".")) == (mark == .point)
            digits = isDecimal ? halves.whole + "." + halves.fraction : halves.whole + halves.fraction
        }
        guard let digits, let value = Double(digits) else { return nil }
        return isNegative ? -value : value
    }

    static func == (left: AmountShape, right: AmountShape) -> Bool {
        left.evidence == right.evidence && left.plain == right.plain && left.isNegative == right.isNegative
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(evidence)
        hasher.combine(plain)
    }

    private typealias Reading = (
        evidence: Evidence, plain: String?, hasFraction: Bool, halves: (whole: String, fraction: String, sign: UInt8)?
    )

    private static let point = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")
    private static let space = UInt8(ascii: " ")

    /// Whether there are digits alone, or two runs of them and a point or a comma between: what most amounts are, and
    /// nothing to take off.
    private static func isBare(_ text: some Collection<UInt8>) -> Bool {
        var marks = 0
        var isAfterDigit = false
        for byte in text {
            if byte &- 48 < 10 {
                isAfterDigit = true
            } else {
                guard isAfterDigit, byte == point || byte == comma else { return false }
                isAfterDigit = false
                marks += 1
            }
        }
        return isAfterDigit && marks <= 1
    }

    /// Reads digits and separators, where every kind of space and apostrophe has become one space.
    private static func read(_ symbols: [UInt8]) -> Reading? {
        let signs = symbols.filter { !(48...57).contains($0) }
        guard signs.count < symbols.count else { return nil }
        guard let last = signs.last else { return (.silent, String(decoding: symbols, as: UTF8.self), false, nil) }
        let groups = symbols.split(omittingEmptySubsequences: false) { !(48...57).contains($0) }.map {
            String(decoding: $0, as: UTF8.self)
        }
        let digits = groups.joined()
        let fraction = groups[groups.count - 1]
        let whole = groups.dropLast().joined()
        if signs.allSatisfy({ $0 == last }), signs.count > 1 || last == space {
            guard isGrouped(groups) else { return nil }
            return (last == space ? .silent : last == point ? .comma : .point, digits, false, nil)
        }
        guard last != space else { return nil }
        if signs.count == 1 {
            if fraction.utf8.count == 3, (1...3).contains(whole.utf8.count), !whole.hasPrefix("0") {
                return (.ambiguous, nil, false, (whole, fraction, last))
            }
        } else {
            // The last sign is the mark; those before it are of one other kind and part groups of three.
            let others = Set(signs.dropLast())
            guard others.count == 1, !others.contains(last), isGrouped(Array(groups.dropLast())) else { return nil }
        }
        return (
            last == point ? .point : .comma, (whole.isEmpty ? "0" : whole) + "." + (fraction.isEmpty ? "0" : fraction),
            !fraction.isEmpty && fraction != "0", nil
        )
    }

    private static func isGrouped(_ groups: [String]) -> Bool {
        (1...3).contains(groups[0].utf8.count) && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    }
}

/// What is left of an amount without sign, brackets and currency.
private struct AmountCore {
    var symbols: [UInt8] = []
    var isNegative = false

    init?(_ text: some StringProtocol) {
        var scalars = Array(text.unicodeScalars)
        guard let first = scalars.firstIndex(where: Self.isDigit), let last = scalars.lastIndex(where: Self.isDigit)
        else { return nil }
        var start = first
        // `.5` is a half.
        if start > 0, scalars[start - 1] == "." || scalars[start - 1] == "," { start -= 1 }
        let before = scalars[..<start]
        let after = scalars[(last + 1)...]
        guard Self.isSurrounding(before), Self.isSurrounding(after) else { return nil }
        let minuses = (Array(before) + Array(after)).count { Self.minuses.contains($0) }
        let isBracketed = before.contains("(") && after.contains(")")
        guard minuses <= 1, before.contains("(") == after.contains(")") else { return nil }
        isNegative = minuses == 1 || isBracketed
        scalars = Array(scalars[start...last])
        for scalar in scalars {
            if Self.isDigit(scalar) || scalar == "." || scalar == "," {
                symbols.append(UInt8(scalar.value))
            } else if Self.groupers.contains(scalar) {
                symbols.append(UInt8(ascii: " "))
            } else {
                return nil
            }
        }
    }

    /// Spaces, signs, brackets, a currency's sign or a short code (`zł`, `PLN`, `руб.`).
    private static func isSurrounding(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        var letters = 0
        for scalar in scalars {
            if scalar.properties.isAlphabetic {
                letters += 1
            } else if !scalar.properties.isWhitespace, !minuses.contains(scalar), !others.contains(scalar),
                scalar.properties.generalCategory != .currencySymbol
            {
                return false
            }
        }
        return letters <= 4
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

    private static let minuses: Set<Unicode.Scalar> = ["-", "\u{2212}", "\u{2013}"]
    private static let others: Set<Unicode.Scalar> = ["(", ")", "+", ".", ",", "\u{200E}", "\u{200F}"]
    private static let groupers: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}"]
}
