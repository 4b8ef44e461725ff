import Domain
import FoundationEssentials

/// The mapping file: `{"columns": {"amount": "Total"}, "basis": {"gross": true, "shipping": true},
/// "date-format": "dmy", "decimal-mark": "comma", "statuses": {"Anulowane": "exclude"}, "phone-country": "PL",
/// "amount-per": "line", "currency": "PLN", "time-zone": "Europe/Warsaw", "encoding": "windows-1250",
/// "sheet": "Orders"}`.
extension RecognitionOptions: Codable {
    private enum Key: String, CaseIterable {
        case columns, basis, statuses, currency, encoding, sheet
        case dateFormat = "date-format"
        case decimalMark = "decimal-mark"
        case phoneCountry = "phone-country"
        case amountPer = "amount-per"
        case timeZone = "time-zone"
    }

    /// Whose an amount is, as it is written.
    private enum AmountOwner: String, CaseIterable { case order, line }

    /// Reads a mapping file.
    public init(mapping json: some Sequence<UInt8>) throws(MappingError) {
        do {
            self = try JSONDecoder().decode(RecognitionOptions.self, from: Data(json))
        } catch let error as MappingError {
            throw error
        } catch DecodingError.typeMismatch(_, let context) {
            throw .wrongType(context.codingPath.map(\.stringValue).joined(separator: "."))
        } catch {
            throw .notJSON
        }
    }

    /// The mapping file of these options: indented JSON with sorted keys.
    public var mapping: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Only numbers that JSON lacks make encoding fail, and there are none.
        guard let json = try? encoder.encode(self) else { return [] }
        // What commands a terminal stands inside of texts alone, and JSON has an escape for it.
        return String(decoding: json, as: UTF8.self).unicodeScalars.reduce(into: []) { bytes, scalar in
            if scalar.value >= 0x7F, VisibleText.isCommand(scalar) {
                let code = String(scalar.value, radix: 16)
                bytes += Array("\\u".utf8) + Array(repeating: UInt8(ascii: "0"), count: 4 - code.count) + code.utf8
            } else {
                bytes += UTF8.encode(scalar).map(Array.init) ?? []
            }
        }
    }

    /// - Throws: `MappingError` for keys and values that are not known; nothing is passed over in silence.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        try container.requireKeys(among: Key.allCases.map(\.rawValue), in: "mapping")
        self.init()
        let columns: [String: String] = try container.value(for: Key.columns.rawValue) ?? [:]
        for (key, name) in columns {
            guard let role = ColumnRole(rawValue: key) else {
                throw MappingError.unknownKey(key, in: Key.columns.rawValue, known: ColumnRole.allCases.map(\.rawValue))
            }
            self.columns[role] = name
        }
        let statuses: [String: String] = try container.value(for: Key.statuses.rawValue) ?? [:]
        for (status, text) in statuses { statusRules[status] = try known(text, for: status) }
        basis = try container.value(for: Key.basis.rawValue)
        dateFormat = try container.choice(for: Key.dateFormat.rawValue)
        decimalMark = try container.choice(for: Key.decimalMark.rawValue)
        phoneCountry = try container.choice(for: Key.phoneCountry.rawValue)
        let owner: AmountOwner? = try container.choice(for: Key.amountPer.rawValue)
        amountIsPerLine = owner.map { $0 == .line }
        currency = try container.text(for: Key.currency.rawValue, such: "EUR") { Currency($0) }
        timeZone = try container.text(for: Key.timeZone.rawValue, such: "Europe/Warsaw") {
            TimeZone(identifier: $0) == nil ? nil : $0
        }
        encoding = try container.value(for: Key.encoding.rawValue)
        sheet = try container.value(for: Key.sheet.rawValue)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: AnyKey.self)
        let columns = Dictionary(uniqueKeysWithValues: columns.map { ($0.key.rawValue, $0.value) })
        if !columns.isEmpty { try container.encode(columns, forKey: AnyKey(Key.columns.rawValue)) }
        if !statusRules.isEmpty { try container.encode(statusRules, forKey: AnyKey(Key.statuses.rawValue)) }
        try container.encodeIfPresent(basis, forKey: AnyKey(Key.basis.rawValue))
        try container.encodeIfPresent(dateFormat, forKey: AnyKey(Key.dateFormat.rawValue))
        try container.encodeIfPresent(decimalMark, forKey: AnyKey(Key.decimalMark.rawValue))
        try container.encodeIfPresent(phoneCountry, forKey: AnyKey(Key.phoneCountry.rawValue))
        let owner = amountIsPerLine.map { $0 ? AmountOwner.line : .order }
        try container.encodeIfPresent(owner?.rawValue, forKey: AnyKey(Key.amountPer.rawValue))
        try container.encodeIfPresent(currency?.code, forKey: AnyKey(Key.currency.rawValue))
        try container.encodeIfPresent(timeZone, forKey: AnyKey(Key.timeZone.rawValue))
        try container.encodeIfPresent(encoding, forKey: AnyKey(Key.encoding.rawValue))
        try container.encodeIfPresent(sheet, forKey: AnyKey(Key.sheet.rawValue))
    }
}

extension AmountBasis: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        try container.requireKeys(among: ["gross", "shipping"], in: "basis")
        self.init(
            isGross: try container.value(for: "gross") ?? true,
            includesShipping: try container.value(for: "shipping") ?? true)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: AnyKey.self)
        try container.encode(isGross, forKey: AnyKey("gross"))
        try container.encode(includesShipping, forKey: AnyKey("shipping"))
    }
}

/// Any key of a JSON object, so that the unknown ones can be named.
private struct AnyKey: CodingKey {
    let stringValue: String

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }

    var intValue: Int? { nil }
    init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer where Key == AnyKey {
    fileprivate func requireKeys(among known: [String], in place: String) throws(MappingError) {
        if let stranger = allKeys.map(\.stringValue).sorted().first(where: { !known.contains($0) }) {
            throw .unknownKey(stranger, in: place, known: known)
        }
    }

    fileprivate func value<Value: Decodable>(for key: String) throws -> Value? {
        try decodeIfPresent(Value.self, forKey: AnyKey(key))
    }

    /// What `read` makes of a text; an example tells how to write it.
    fileprivate func text<Value>(for key: String, such example: String, _ read: (String) -> Value?) throws -> Value? {
        guard let text: String = try value(for: key) else { return nil }
        guard let value = read(text) else {
            throw MappingError.unreadableValue(text, for: key, example: example)
        }
        return value
    }

    fileprivate func choice<Choice: RawRepresentable & CaseIterable>(for key: String) throws -> Choice?
    where Choice.RawValue == String {
        guard let text: String = try value(for: key) else { return nil }
        return try known(text, for: key)
    }
}

/// The case that `text` names.
private func known<Choice: RawRepresentable & CaseIterable>(
    _ text: String, for key: String
) throws(MappingError) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: text) else {
        throw .unknownValue(text, for: key, known: Choice.allCases.map(\.rawValue))
    }
    return choice
}
