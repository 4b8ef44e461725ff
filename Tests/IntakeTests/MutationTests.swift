import Ledger
import TestSupport
import Testing

@testable import Intake

/// Small files in which little is as it should be must never bring the reading down.
@Suite("Damaged files") struct MutationTests {
    @Test("are read or refused, and every row is accounted for", arguments: 0..<8)
    func body(part: Int) throws {
        let planned = try ValidFile.allCases.map { try $0.planned() }
        for seed in stride(from: part, to: Soak.mutations, by: 8) {
            var random = SeededGenerator(seed: UInt64(seed))
            let number = Int.random(in: planned.indices, using: &random)
            let bytes = ValidFile.allCases[number].bytes.mutated(using: &random)
            let workers = Int.random(in: 1...8, using: &random) == 1 ? 2 : 1
            let chunkSize = Int.random(in: 1...8, using: &random) == 1 ? Int.random(in: 1...300, using: &random) : nil
            let file = PlannedFile(
                file: MemoryFile(bytes), plan: planned[number].plan, headerLines: planned[number].headerLines,
                headerBytes: planned[number].headerBytes, isSmall: true)
            // Rows of an order that leave the column blank are looked for in all of the file.
            let filter = Int.random(in: 1...4, using: &random) == 1 ? RowFilter("customer!=8") : nil
            var reading = FileReading(
                [file],
                options: IntakeOptions(filters: filter.map { [$0] } ?? [], keptRejects: nil, workers: workers),
                chunkSize: chunkSize ?? Chunk.usualSize, progress: nil)
            check(seed) { try reading.read() }
        }
    }

    @Test("are recognised or refused", arguments: 0..<2)
    func whole(part: Int) {
        for seed in stride(from: part, to: Soak.mutations / 40, by: 2) {
            var random = SeededGenerator(seed: UInt64(seed) | 1 << 40)
            let valid = ValidFile.allCases.randomElement(using: &random)!
            let file = valid.file(valid.bytes.mutated(using: &random))
            check(seed) { try read([file], options: IntakeOptions(keptRejects: nil, workers: 1)) }
        }
    }

    private func check(_ seed: Int, _ read: () throws -> IntakeResult) {
        do {
            let result = try read()
            if let broken = result.brokenPromise { Issue.record("seed \(seed): \(broken)") }
            if result.rejects.count != result.accounting.rejected {
                Issue.record("seed \(seed): \(result.rejects.count) texts of \(result.accounting)")
            }
        } catch {
            // A refusal is an answer, if it is one of ours.
            if !(error is FileFailure || error is IntakeError) { Issue.record("seed \(seed): \(error)") }
        }
    }
}

/// Files that are read without a complaint.
enum ValidFile: CaseIterable {
    case orders, lines, export, addresses, sheet, payments

    var bytes: [UInt8] { Array(text.utf8) }

    /// A file of this kind with these bytes.
    func file(_ bytes: [UInt8]) -> MemoryFile {
        let file = MemoryFile(bytes, delimiter: self == .sheet ? UInt8(ascii: ",") : nil)
        file.hasTypedNumbers = self == .sheet
        return file
    }

    /// The file with the plan by which it is read.
    func planned() throws -> PlannedFile {
        let found = try OrderIntake([file(bytes)]).files[0]
        return PlannedFile(
            file: found.file, plan: found.recognition.plan, headerLines: found.headerLines,
            headerBytes: found.headerBytes, isSmall: true)
    }

    var text: String {
        switch self {
        case .orders:
            """
            order_id,customer_id,date,amount,currency
            1001,7,2026-01-02T10:00:00,12.50,EUR
            1002,8,2026-01-03T11:30:00,7.00,EUR
            1003,7,2026-01-05T09:15:00,-2.50,EUR
            1004,9,2026-01-09T23:59:59,1200.99,EUR

            """
        case .lines:
            """
            order;customer;date;quantity;price;country\r
            A1;"007";03.01.2026 10:20;2;1 200,50;"PL"\r
            A1;"007";03.01.2026 10:20;1;0,99;PL\r
            A2;8;04.01.2026;-1;"3,125";DE\r
            A3;;25.01.2026;4;10,00;"a ""b""
            c"\r

            """
        case .payments:
            """
            Date,Type,Status,Currency,Gross,From Email Address,Transaction ID,Reference Txn ID,Country
            2026-01-13,Payment,Completed,EUR,20.50,a@b.pl,T1,,PL
            2026-01-14,Payment Refund,Completed,EUR,-20.50,shop@b.pl,T2,T1,
            2026-01-15,Payment,Pending,EUR,9.00,c@b.pl,T3,,DE
            2026-01-16,General Withdrawal,Completed,EUR,-500.00,,T4,,
            2026-01-17,Payment Refund,Completed,EUR,-4.50,,T5,T1,

            """
        case .export:
            """
            Name,Email,Financial Status,Currency,Total,Created at,Refunded Amount,Lineitem name
            #1,Anna@Example.com,paid,EUR,44.90,2026-01-02 10:11:10 +0100,0.00,"Tea, green"
            #1,,,,,,,Cup
            #2,b@example.com,refunded,EUR,19.90,2026-01-05 08:59:00 +0100,19.90,Tea
            #3,b@example.com,voided,EUR,19.90,2026-01-06 08:59:00 +0100,,Tea

            """
        case .addresses:
            """
            date\temail\ttotal\tcity
            2026-01-02\ta@example.com\t10.00 zł\tŁódź
            2026-01-03\tb@example.com\t(5.00 zł)\tKraków
            2026-01-04\t\t1.00 zł\t

            """
        case .sheet:
            """
            nr,klient,data,kwota
            1,+48 600 100 200,21 Nov 2026,12.5
            2,600-100-200,22 listopada 2026,"1 000,50"
            3,600100200,"Nov 23, 2026 10:20 PM",7.125\u{1F}zł
            4,jan@shop.example,24 ноября 2026 г.,"(2,50)"
            5\u{1F}PLN,jan@shop.example,2026-11-25,-3\u{1F}PLN

            """
        }
    }
}

extension [UInt8] {
    /// A copy with one to four changes: bytes flipped, removed, inserted, lines repeated or swapped, the end cut off.
    func mutated(using random: inout some RandomNumberGenerator) -> [UInt8] {
        var bytes = self
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            let length = Swift.min(Int.random(in: 1...16, using: &random), bytes.count - place)
            switch Int.random(in: 0..<9, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: bytes.removeSubrange(place..<place + length)
            case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            case 4: bytes[place] = Self.special.randomElement(using: &random)!
            case 5: bytes.insert(Self.special.randomElement(using: &random)!, at: place)
            case 6: bytes.insert(contentsOf: Self.texts.randomElement(using: &random)!.utf8, at: place)
            case 7: bytes = Self.linesMoved(bytes, using: &random)
            default: if Bool.random(using: &random) { bytes.removeSubrange(place...) }
            }
        }
        return bytes
    }

    private static let special = Array("\"\n\r,;\t|-.0 \0".utf8) + [0xFF, 0xC3, 0xA0, 0xC2]

    private static let texts = [
        "\"\"", "\"\n", ",\"", "99999999999999999999999999999999999999999", "999999999999.99", "-999999999999",
        "0000-01-01", "9999-12-31", "1E+300", "\u{FEFF}", "\u{A0}", "1,234", "Total", "@", "#1", "1899-12-31",
        "21 Nov 2026", "Sat, 1 May", "+48 600 100 200", "\u{1F}", "\u{1F}zł", "1\u{1F}EUR",
    ]

    private static func linesMoved(_ bytes: [UInt8], using random: inout some RandomNumberGenerator) -> [UInt8] {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        let line = Int.random(in: lines.indices, using: &random)
        if Bool.random(using: &random) {
            lines.insert(lines[line], at: line)
        } else {
            lines.swapAt(line, Int.random(in: lines.indices, using: &random))
        }
        return Array(lines.joined(separator: [10]))
    }
}
