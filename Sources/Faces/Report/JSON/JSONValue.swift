import Domain

/// A JSON document under construction: keys keep their order, and numbers are decimal literals, so that money never
/// passes through floating point.
package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    /// A number as it is to be written.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    package struct Member: Equatable, Sendable {
        let key: String
        let value: JSONValue
    }

    package static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member(key: $0.key, value: $0.value) })
    }

    package static func count(_ value: Int?) -> JSONValue { value.map { .number(String($0)) } ?? .null }

    package static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

    static func counts(_ values: some Sequence<Int>) -> JSONValue { .array(values.map { .count($0) }) }

    /// A fraction or another plain figure, to six decimals.
    static func fraction(_ value: Double?) -> JSONValue {
        guard let value, value.isFinite, abs(value) < 9e12 else { return .null }
        return .number(trimmed(Money.majorUnitsText(Int64((value * 1_000_000).rounded()), digits: 6)))
    }

    /// A figure of any size, to six decimals and to six digits that count: a model's parameter.
    static func figure(_ value: Double?) -> JSONValue {
        guard let value, value.isFinite, value != 0 else { return fraction(value) }
        // Swift writes numbers as JSON does.
        guard abs(value) < 9e12 else { return .number(value.description) }
        guard abs(value) < 1 else { return fraction(value) }
        var (digits, scale) = (6, 1_000_000.0)
        while digits < 18, abs(value) * scale < 99_999.5 { (digits, scale) = (digits + 1, scale * 10) }
        return .number(trimmed(Money.majorUnitsText(Int64((value * scale).rounded()), digits: digits)))
    }

    /// Exactly, in major units of a currency with so many digits.
    static func money(_ minorUnits: Int64?, digits: Int) -> JSONValue {
        minorUnits.map { .number(Money.majorUnitsText($0, digits: digits)) } ?? .null
    }

    /// A mean, rounded to the minor unit.
    static func money(mean minorUnits: Double?, digits: Int) -> JSONValue {
        guard let minorUnits, minorUnits.isFinite, abs(minorUnits) < 9e18 else { return .null }
        return money(Int64(minorUnits.rounded()), digits: digits)
    }

    /// `0.500000` as `0.5`, `3.000000` as `3`.
    private static func trimmed(_ decimal: String) -> String {
        var text = Substring(decimal)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text == "-0" ? "0" : String(text)
    }
}

extension JSONValue: CustomStringConvertible {
    /// The document with two spaces an indentation; lists of plain values stand on one line.
    package var description: String {
        var text = ""
        write(to: &text, indentation: 0)
        return text
    }

    private func write(to text: inout String, indentation: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let literal): text += literal
        case .string(let value): Self.write(value, to: &text)
        case .array(let values): Self.write(values, to: &text, indentation: indentation)
        case .object(let members): Self.write(members, to: &text, indentation: indentation)
        }
    }

    private static func write(_ values: [JSONValue], to text: inout String, indentation: Int) {
        let isPlain = values.allSatisfy(\.isPlain)
        text += "["
        for (index, value) in values.enumerated() {
            if index > 0 { text += isPlain ? ", " : "," }
            if !isPlain { breakLine(&text, indentation: indentation + 1) }
            value.write(to: &text, indentation: indentation + 1)
        }
        if !isPlain { breakLine(&text, indentation: indentation) }
        text += "]"
    }

    private static func write(_ members: [Member], to text: inout String, indentation: Int) {
        text += "{"
        for (index, member) in members.enumerated() {
            if index > 0 { text += "," }
            breakLine(&text, indentation: indentation + 1)
            write(member.key, to: &text)
            text += ": "
            member.value.write(to: &text, indentation: indentation + 1)
        }
        if !members.isEmpty { breakLine(&text, indentation: indentation) }
        text += "}"
    }

    private var isPlain: Bool {
        switch self {
        case .null, .bool, .number, .string: true
        case .array(let values): values.allSatisfy(\.isPlain)
        case .object: false
        }
    }

    private static func breakLine(_ text: inout String, indentation: Int) {
        text += "\n"
        for _ in 0..<indentation { text += "  " }
    }

    /// RFC 8259, section 7: quotation mark, reverse solidus and control characters are escaped; nothing else need be, but
    /// what commands a terminal is too.
    private static func write(_ value: String, to text: inout String) {
        text += "\""
        defer { text += "\"" }
        // Nearly all texts are keys and dates; beyond ASCII there are commands too.
        let isPlain = value.utf8.allSatisfy {
            (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        guard !isPlain else {
            text += value
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where VisibleText.isCommand(scalar):
                let code = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
