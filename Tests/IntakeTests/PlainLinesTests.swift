import Ledger
import TestSupport
import Testing

@testable import Intake

/// Lines are read column by column where they are written plainly, and as a whole where not: nobody may notice.
@Suite("Lines read column by column") struct PlainLinesTests {
    @Test("give what lines read as a whole give", arguments: 0..<8)
    func same(part: Int) throws {
        for seed in stride(from: part, to: Soak.mutations / 20, by: 8) {
            var random = SeededGenerator(seed: UInt64(seed))
            let shape = ShopShape.allCases.randomElement(using: &random)!
            let text = shape.text(lines: Int.random(in: 1...40, using: &random), using: &random)
            guard let planned = try? shape.planned(text) else { continue }
            var bytes = Array(text.utf8)
            if Bool.random(using: &random) { bytes = bytes.mutated(using: &random) }
            let chunkSize = [40, 300, Chunk.usualSize].randomElement(using: &random)!
            let workers = Int.random(in: 1...3, using: &random)
            let whole = try outcome(bytes, planned, linesAtOnce: 0, chunkSize: chunkSize, workers: workers)
            for linesAtOnce in [1, 3, 256] {
                let plain = try outcome(
                    bytes, planned, linesAtOnce: linesAtOnce, chunkSize: chunkSize, workers: workers)
                if plain != whole {
                    Issue.record("seed \(seed), \(linesAtOnce) lines of \(shape): \(plain) instead of \(whole)")
                }
            }
        }
    }

    /// All that a reading tells, or the error it meets.
    private func outcome(
        _ bytes: [UInt8], _ planned: PlannedFile, linesAtOnce: Int, chunkSize: Int, workers: Int
    ) throws -> [String] {
        let file = PlannedFile(
            file: MemoryFile(bytes), plan: planned.plan, headerLines: planned.headerLines,
            headerBytes: planned.headerBytes, isSmall: true)
        var reading = FileReading(
            [file], options: IntakeOptions(keptRejects: nil, workers: workers), chunkSize: chunkSize,
            linesAtOnce: linesAtOnce, progress: nil)
        do {
            let result = try reading.read()
            if let broken = result.brokenPromise { Issue.record("\(broken)") }
            return result.documents + result.rejectedLines + ["\(result.ledger.currency)"]
                + result.accounting.rejectedByReason.map { "\($0) \($1)" }.sorted()
                + result.accounting.ignoredByReason.map { "\($0) \($1)" }.sorted()
                + ["\(result.accounting.accepted) accepted", "\(result.conflictingOrders) conflicts"]
                + result.statusRows.map { "\($0): \($1)" }.sorted()
        } catch {
            // The parts of some errors are dictionaries, which have no order.
            return [String("\(error)".sorted())]
        }
    }
}

/// Files as shops export them, with plain and odd values in the same columns.
enum ShopShape: CaseIterable {
    case numbers, quoted, addresses, lines, states, european, names

    private var header: [String] {
        switch self {
        case .numbers: ["order_id", "customer_id", "timestamp", "amount", "currency"]
        case .quoted: ["order_id", "customer_id", "date", "amount", "currency"]
        case .addresses: ["order_id", "email", "date", "amount"]
        case .lines: ["order_id", "customer_id", "date", "sku", "quantity", "unit_price", "currency"]
        case .states: ["order_id", "customer_id", "date", "status", "amount", "country"]
        case .european: ["nr zamówienia", "klient", "data", "kwota", "waluta"]
        case .names: ["order_id", "customer_id", "date", "amount"]
        }
    }

    private var delimiter: String { self == .quoted || self == .european ? ";" : "," }

    func text(lines: Int, using random: inout SeededGenerator) -> String {
        var text = header.joined(separator: delimiter) + "\n"
        // A first line that says all there is to know.
        text += line(number: 1, isOdd: false, using: &random)
        for number in 2...lines + 1 {
            text += line(number: number, isOdd: Int.random(in: 0..<6, using: &random) == 0, using: &random)
        }
        return text
    }

    private func line(number: Int, isOdd: Bool, using random: inout SeededGenerator) -> String {
        func pick(_ plain: [String], _ odd: [String]) -> String {
            (isOdd && Bool.random(using: &random) ? odd : plain).randomElement(using: &random)!
        }
        let day = Int.random(in: 13...28, using: &random)
        let order = pick(
            ["\(number)", "\(number)", "\(1_000_000_000 + number)", "\(number / 2)"],
            ["", "A\(number)", "007", "12345678901234567", "5000000000", " \(number) "])
        let customer = pick(["7", "8", "99", "123456789"], ["", "C-1", "3000000000", "0", " 7", "guest", "a@b.pl"])
        let email = pick(
            ["a@example.com", "b@example.com"], ["", "A@Example.com", "nobody", "a@@b", "mailto:c@d.pl", "guest"])
        let point = pick(
            ["1.50", "20.00", "7", "-3.25", "0.00", "123456.78"],
            ["", "abc", "1,234.50", "1.2345678", "99999999999.99", "(2.00)", ".50", "5.", "9999999999999999999"])
        let iso = pick(
            ["2026-01-\(day)", "2026-01-\(day)T10:20:30", "2026-01-\(day) 23:59"],
            ["", "2026-02-30", "26-01-01", "2026-01-\(day)T10:20:30Z", "2026-01-\(day) 25:00", "1800-01-01"])
        let currency = pick(["EUR", "EUR"], ["", "eur", "€", "XX"])
        var fields: [String]
        switch self {
        case .numbers, .quoted: fields = [order, customer, iso, point, currency]
        case .addresses: fields = [order, email, iso, point]
        case .lines:
            fields = [
                order, customer, iso, "S\(day)", pick(["1", "2", "-1"], ["", "0.5", "x", "3 szt"]), point, currency,
            ]
        case .states:
            fields = [
                order, customer, iso, pick(["paid", "paid", "done"], ["cancelled", "", "refunded"]), point, "PL",
            ]
        case .european:
            let date = pick(
                ["\(day).01.2026", "\(day).01.2026 12:30"], ["", "31.02.2026", "1.1.2026", "\(day)/01/2026"])
            fields = [order, customer, date, point.replacing(".", with: ","), pick(["PLN", "PLN"], ["zł", ""])]
        case .names: fields = [order, pick(["ada", "bob", "C-7"], ["", "guest", " ada ", "7", "Ada"]), iso, point]
        }
        if self == .quoted || isOdd && Bool.random(using: &random) { fields = fields.map { "\"\($0)\"" } }
        if isOdd, Int.random(in: 0..<4, using: &random) == 0 { fields.removeLast() }
        return fields.joined(separator: delimiter) + (isOdd && Bool.random(using: &random) ? "\r\n" : "\n")
    }

    /// The file with the plan by which it is read.
    func planned(_ text: String) throws -> PlannedFile {
        let found = try OrderIntake([MemoryFile(text)]).files[0]
        return PlannedFile(
            file: found.file, plan: found.recognition.plan, headerLines: found.headerLines,
            headerBytes: found.headerBytes, isSmall: true)
    }
}
