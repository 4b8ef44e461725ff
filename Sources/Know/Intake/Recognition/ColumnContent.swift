import Dispatch
import Synchronization

/// What the values of one column look like: the evidence beside its name.
struct ColumnContent: Sendable {
    /// Rows of the sample, filled or not.
    let rowCount: Int

    /// The values that are not blank, trimmed.
    let values: [String]

    /// The values as money: with the currencies that their formats show, `12.9 zł`.
    let money: [String]

    /// Those of the values that are texts: all but the typed numbers of a spreadsheet, which say nothing of how texts are
    /// written.
    let texts: [String]

    /// How many different ones are among those that are judged.
    let distinctCount: Int

    /// Shares of the filled values, 0…1.
    let dates, times, amounts, fractions, emails, phones, currencies, names: Double

    /// The share of values with a digit and without a space: ids, codes.
    let ids: Double

    /// The share of short values with a digit, spaces or not: `FS 1/2026`.
    let numbered: Double

    /// The share of values that are flags: yes, no, 1, 0.
    let flags: Double

    /// The share of values that end in a percent sign.
    let percents: Double

    /// Of each column, several looked at together.
    ///
    /// - Parameter dateFormat: How the user says that dates are written.
    static func all(of table: SampleTable, dateFormat: DateFormat? = nil) -> [ColumnContent] {
        let contents = Mutex<[ColumnContent?]>(Array(repeating: nil, count: table.header.count))
        DispatchQueue.concurrentPerform(iterations: table.header.count) { column in
            let content = ColumnContent(column: column, of: table, dateFormat: dateFormat)
            contents.withLock { $0[column] = content }
        }
        return contents.withLock { $0.compactMap { $0 } }
    }

    init(column: Int, of table: SampleTable, dateFormat: DateFormat? = nil) {
        rowCount = table.rows.count
        var filled: [String] = []
        var texts: [String] = []
        var money: [(place: Int, currency: String)] = []
        for (place, row) in table.rows.enumerated() where column < row.count {
            let text = trimmed(row[column])
            if text.isEmpty { continue }
            if let currency = table.currency(row: place, column: column) { money.append((filled.count, currency)) }
            filled.append(text)
            if table.hasTypedNumbers, !table.isTypedNumber(row: place, column: column) { texts.append(text) }
        }
        values = filled
        self.money = money.reduce(into: filled) { $0[$1.place] += " " + $1.currency }
        self.texts = table.hasTypedNumbers ? texts : filled
        // Judged once per distinct text; a status column has a handful of them.
        let judged = filled.prefix(Self.judgedCount)
        var counts: [String: Int] = [:]
        for value in judged { counts[value, default: 0] += 1 }
        distinctCount = counts.count
        func share(_ test: (String) -> Bool) -> Double {
            guard !judged.isEmpty else { return 0 }
            return Double(counts.reduce(0) { $0 + (test($1.key) ? $1.value : 0) }) / Double(judged.count)
        }
        dates = share { DateInference.isDate($0, given: dateFormat) }
        times = share(Self.isTime)
        var withFraction = 0
        amounts = share { text in
            guard let shape = AmountShape(text) else { return false }
            if shape.hasFraction { withFraction += counts[text] ?? 0 }
            return true
        }
        fractions = judged.isEmpty ? 0 : Double(withFraction) / Double(judged.count)
        emails = share { CustomerIdentity.normalisedEmail($0) != nil }
        phones = share { CustomerIdentity.normalisedPhone($0) != nil }
        currencies = share(CurrencyVocabulary.isCurrency)
        names = share(Self.isPersonName)
        ids = share { $0.hasNumber && !$0.hasBlank }
        numbered = share { $0.utf8.count <= 32 && $0.hasNumber }
        flags = share { Flag($0) != nil }
        percents = share { $0.hasSuffix("%") }
    }

    /// Whether all values are numbers as shops give them to orders, `#1001`: no name of anything is written so.
    var areOrderNumbers: Bool {
        !isEmpty
            && values.prefix(Self.judgedCount).allSatisfy { value in
                (value.hasPrefix("#") || value.hasPrefix("№")) && value.utf8.count <= 24
                    && value.contains(where: \.isNumber) && !value.dropFirst(2).contains(where: \.isWhitespace)
            }
    }

    /// The share of rows that have a value.
    var fill: Double { rowCount == 0 ? 0 : Double(values.count) / Double(rowCount) }

    var isEmpty: Bool { values.isEmpty }

    /// Up to three different values, in the order of the file.
    ///
    /// - Parameter asMoney: With its currency.
    func examples(asMoney: Bool) -> [String] {
        var result: [String] = []
        for value in asMoney ? money : values where !result.contains(value) {
            result.append(value)
            if result.count == 3 { break }
        }
        return result
    }

    /// Whether the values can be what `role` needs; a column without values can be anything.
    func allows(_ role: ColumnRole) -> Bool {
        guard !isEmpty else { return true }
        switch role {
        case .date: return dates >= 0.8
        case .time: return times >= 0.8
        case .email: return emails >= 0.5
        case .phone: return phones >= 0.5 && fractions < 0.2
        case .currency: return currencies >= 0.8
        case .amount, .amountNet, .amountWithoutShipping, .tax, .shipping, .discount, .refundedAmount, .lineAmount,
            .lineAmountNet, .unitPrice, .unitPriceNet, .cost, .fee, .shippingCost:
            return amounts >= 0.8 && percents < 0.5
        case .quantity: return amounts >= 0.8 && percents < 0.5
        case .order, .refundOf, .customer: return !isDateNotId && fractions < 0.5 && emailsFit(role)
        case .status, .paymentStatus, .fulfilmentStatus, .type: return !isDateNotId && fractions < 0.5 && emails < 0.5
        case .cancelled: return dates >= 0.8 || flags >= 0.8
        case .product, .productName, .salesChannel, .source, .coupon: return !isDateNotId && emails < 0.5
        case .country, .city: return amounts < 0.5 && !isDateNotId && emails < 0.5
        case .delivery, .payment: return fractions < 0.5 && !isDateNotId && emails < 0.5 && flags < 0.8
        }
    }

    /// An e-mail address is a customer, not an order.
    private func emailsFit(_ role: ColumnRole) -> Bool { role == .customer || emails < 0.5 }

    /// Dates with signs between the parts; bare digits such as 20260301 are dates and ids alike.
    var isDateNotId: Bool {
        guard dates >= 0.8 else { return false }
        let bare = values.count { $0.utf8.allSatisfy { (48...57).contains($0) } }
        return bare * 2 < values.count
    }

    /// How many values shares are taken of: more change no decision.
    fileprivate static let judgedCount = 500

    private static func isTime(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: ":")) else { return false }
        let parts = text.prefix { $0 != " " }.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = Int(parts[0]), let minute = Int(parts[1]) else { return false }
        return (0...24).contains(hour) && (0...59).contains(minute)
    }

    private static func isPersonName(_ text: String) -> Bool {
        guard !text.hasNumber else { return false }
        let words = text.split(whereSeparator: \.isWhitespace)
        return (2...5).contains(words.count) && words.allSatisfy { $0.first?.isLetter == true }
    }
}

/// A cell that says yes or no.
enum Flag: Sendable {
    case yes, no

    init?(_ text: some StringProtocol) {
        // Most short texts are numbers.
        guard text.utf8.count <= 12, text.utf8.count(where: { $0 &- 48 < 10 }) < 2 else { return nil }
        switch HeaderName(text).key {
        case "yes", "y", "true", "1", "tak", "t", "да", "д": self = .yes
        case "no", "n", "false", "0", "nie", "нет", "н": self = .no
        default: return nil
        }
    }
}

extension ColumnContent {
    /// Whether most values are currencies that shops sell in, rather than any three letters.
    var hasKnownCurrencies: Bool {
        values.prefix(Self.judgedCount).count { CurrencyVocabulary.isCommon($0) } * 2
            > min(values.count, Self.judgedCount)
    }
}
