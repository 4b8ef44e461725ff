import Domain
import Subscriptions

/// Turns the records of chunks into subscriptions. Every record has one outcome: accepted, rejected with a reason, or
/// ignored with a reason; how records, dates and amounts are read is the reading of orders.
final class SubscriptionParser {
    /// A row whose money is not yet for a month: in which currency is known at the end.
    struct Row: Hashable {
        var customer: Int32
        var plan: Int32
        var reason: Int32
        var started: Day
        var ended: Day?
        var millionths: Int64
        /// Whether the file has a price, though little may be left of it in another currency.
        var hasPrice: Bool
        var period: BillingPeriod
        /// What `millionths` are paid for: another than `period` where the amounts' column says so.
        var amountPeriod: BillingPeriod
    }

    private(set) var rows: [Row] = []
    private(set) var customers = TextCodes()
    private(set) var plans = TextCodes()
    private(set) var reasons = TextCodes()
    private var reader: RowReader
    private var periods = BillingPeriodReader()
    private let recognition: SubscriptionRecognition

    init(_ recognition: SubscriptionRecognition, plan: OrderFilePlan, options: IntakeOptions) throws {
        self.recognition = recognition
        let extras = RowLayout.Extras(for: [])
        reader = RowReader(extras: extras, options: options, shards: [], linesAtOnce: 0)
        layout = try RowLayout(plan, extras: extras, filters: [])
    }

    private let layout: RowLayout

    func begin(zone: ZoneTable, rejectsInvalidText: Bool) {
        reader.begin(layout, file: 0, zone: zone, rejectsInvalidText: rejectsInvalidText)
    }

    /// What was read so far, and after `endFile()` what the whole file said.
    var yield: RowYield { reader.yield }
    var metStrayQuote: Bool { reader.evidence.metStrayQuote }
    var rowsRead: Int { reader.accepted + reader.rejected.reduce(0, +) + reader.ignored.reduce(0, +) }

    /// The file does not keep to RFC 4180: nothing that was read of it counts.
    func noteStrayQuote() { reader.evidence.metStrayQuote = true }

    func endFile() { reader.endFile() }

    func parse(_ chunk: Chunk) {
        reader.open(chunk)
        reading: while true {
            switch reader.scanner.next() {
            case .record: readRecord()
            case .unclosedQuote: reader.reject(.unclosedQuote)
            case .end: break reading
            }
        }
        reader.close()
    }

    private func text(_ role: SubscriptionRole) -> String {
        recognition.places[role].map { reader.field($0).text } ?? ""
    }

    private func readRecord() {
        if let reason = reader.brokenRecord() { return reader.reject(reason) }
        if reader.isBlank() { return reader.ignore(.blank) }
        let money = reader.amount()
        let minute: Int32
        switch reader.dates.read(reader.field(layout.date), time: reader.nothing) {
        case .moment(let minutes, hasTime: _): minute = minutes
        case let outcome: return reader.rejectDate(outcome, money: money, hasOrder: false)
        }
        if minute >= reader.asOfMinute { return reader.ignore(.afterAsOf) }
        let started = Self.day(ofMinute: minute)
        guard let customer = customer() else {
            return reader.reject(reader.isTotalsRow() ? .totalsRow : .missingCustomer)
        }
        let ended: Day?
        switch end(of: started) {
        case .success(let day): ended = day
        case .failure(let fault): return reader.reject(fault.reason)
        }
        guard let period = period() else { return reader.reject(.unknownPeriod) }
        switch amount(money, on: minute) {
        case .success(let millionths):
            reader.accepted &+= 1
            if reader.options.rates != nil { reader.noteConversion() }
            rows.append(
                Row(
                    customer: customers.code(of: customer), plan: code(of: text(.plan), in: &plans),
                    reason: code(of: text(.reason), in: &reasons), started: started, ended: ended,
                    millionths: millionths, hasPrice: money.isPrice, period: period,
                    amountPeriod: recognition.amountPeriod ?? period))
        case .failure(let fault): reader.reject(fault.reason)
        }
    }

    /// A reason to reject a row.
    private struct Fault: Error {
        let reason: RejectReason
    }

    private static func day(ofMinute minute: Int32) -> Day {
        Day(number: minute >= 0 ? minute / 1_440 : (minute - 1_439) / 1_440)
    }

    // MARK: The fields

    /// An e-mail address in one form; any other text as it stands.
    private func customer() -> String? {
        let text = text(.customer)
        guard !text.isEmpty, !CustomerIdentity.isNobody(text) else { return nil }
        return text.contains("@") ? CustomerIdentity.normalisedEmail(text) ?? text : text
    }

    private func end(of started: Day) -> Result<Day?, Fault> {
        guard let column = recognition.places[.ended] else { return .success(nil) }
        let field = reader.field(column)
        if field.isEmpty || OpenEnd.isOpen(field.text) { return .success(nil) }
        switch reader.dates.read(field, time: reader.nothing) {
        case .moment(let minutes, hasTime: _):
            let day = Self.day(ofMinute: minutes)
            return day < started ? .failure(Fault(reason: .endBeforeStart)) : .success(day)
        case .blank: return .success(nil)
        case .unreadable, .outOfRange:
            reader.noteUnread(field)
            return .failure(Fault(reason: .unreadableEnd))
        }
    }

    /// What the row's amount is paid for; nil where the text is no period.
    private func period() -> BillingPeriod? {
        let text = text(.period)
        return text.isEmpty ? recognition.usualPeriod : periods.read(text)
    }

    /// The amount in the base currency.
    private func amount(_ money: AmountReader.Outcome, on minute: Int32) -> Result<Int64, Fault> {
        switch money {
        case .amount(var millionths):
            guard millionths >= 0 else { return .failure(Fault(reason: .negativeAmount)) }
            if let reason = reader.currency(on: minute, &millionths) { return .failure(Fault(reason: reason)) }
            return .success(millionths)
        case .blank: return .failure(Fault(reason: .missingAmount))
        case .tooLarge: return .failure(Fault(reason: .amountTooLarge))
        case .unreadable:
            reader.noteOtherMark()
            return .failure(Fault(reason: .unreadableAmount))
        }
    }

    private func code(of text: String, in codes: inout TextCodes) -> Int32 { text.isEmpty ? -1 : codes.code(of: text) }
}

extension AmountReader.Outcome {
    fileprivate var isPrice: Bool {
        if case .amount(let millionths) = self { millionths > 0 } else { false }
    }
}

/// Texts by numbers, in the order in which they come.
struct TextCodes {
    private(set) var texts: [String] = []
    private var codes: [String: Int32] = [:]

    mutating func code(of text: String) -> Int32 {
        if let code = codes[text] { return code }
        let code = Int32(texts.count)
        codes[text] = code
        texts.append(text)
        return code
    }
}
