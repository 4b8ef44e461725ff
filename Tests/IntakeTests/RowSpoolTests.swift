import Ledger
import Synchronization
import TestSupport
import Testing

@testable import Intake

@Suite("What rows say waits in a spool") struct RowSpoolTests {
    /// Counts what goes through it, and fails on command.
    private final class WatchedSpool: RowSpool {
        private let memory = MemorySpool()
        private let counts = Mutex((appended: 0, read: 0, calls: 0))
        private let failingCall: Int?

        struct Failure: Error, Equatable {}

        init(failingCall: Int? = nil) { self.failingCall = failingCall }

        var appended: Int { counts.withLock { $0.appended } }
        var calls: Int { counts.withLock { $0.calls } }

        /// The bytes that were read since the last time.
        func takeRead() -> Int {
            counts.withLock { counts in
                defer { counts.read = 0 }
                return counts.read
            }
        }

        private func count() throws {
            let call = counts.withLock { counts in
                counts.calls += 1
                return counts.calls
            }
            if call == failingCall { throw Failure() }
        }

        func append(_ bytes: [UInt8]) throws -> Int {
            try count()
            counts.withLock { $0.appended += bytes.count }
            return memory.append(bytes)
        }

        func bytes(_ range: Range<Int>) throws -> [UInt8] {
            try count()
            counts.withLock { $0.read += range.count }
            return memory.bytes(range)
        }

        func removeAll() { memory.removeAll() }
    }

    /// Orders of two lines each; every fifth names nobody, and of every seventh only the first line has the customer.
    private static func text(orders: Int) -> String {
        var text = "order_id,customer_id,date,sku,quantity,unit price\n"
        for number in 1...orders {
            let customer = number % 5 == 0 ? "" : "\(1_000 + number * 7 % (orders / 3))"
            let day = "2026-01-\(13 + number % 15)T10:20:30"
            text += "\(number),\(customer),\(day),S\(number % 90),1,2.50\n"
            text += "\(number),\(number % 7 == 0 ? "" : customer),\(day),S\(number % 70),2,1.25\n"
        }
        return text
    }

    private static func planned(_ text: String) throws -> PlannedFile {
        let found = try OrderIntake([MemoryFile(text)]).files[0]
        return PlannedFile(
            file: found.file, plan: found.recognition.plan, headerLines: found.headerLines,
            headerBytes: found.headerBytes, isSmall: false)
    }

    @Test("and comes back share by share, never more than a small part at once") func bounded() throws {
        let orders = 90_000
        let file = try Self.planned(Self.text(orders: orders))
        let options = IntakeOptions(workers: 2)
        let spool = WatchedSpool()
        var reading = FileReading([file], options: options, spool: spool, progress: nil)
        var most = 0
        var sizes: [Int] = []
        var documents = 0
        let account = try reading.read { batch in
            // Before the first batch the rows without a customer of their own went to their orders' share.
            let read = spool.takeRead()
            if batch.number > 0 { most = max(most, read) }
            sizes.append(batch.documents.count)
            documents += batch.documents.count
        }.account
        #expect(documents == orders)
        #expect(account.lines == 2 * orders)
        #expect(spool.appended > 5_000_000)
        #expect(most * 6 < spool.appended, "\(most) of \(spool.appended) bytes for one batch")
        #expect(sizes.allSatisfy { $0 < 9_000 })
        var plain = FileReading([file], options: options, progress: nil)
        let expected = try plain.read()
        let whole = try DocumentReading([file], options: options)
        #expect(whole.difference(from: expected, files: [file]) == nil)
    }

    @Test("a spool that fails at any call ends the reading with its error") func failures() throws {
        let file = try Self.planned(Self.text(orders: 600))
        let spool = WatchedSpool()
        var whole = FileReading([file], options: IntakeOptions(workers: 1), spool: spool, progress: nil)
        _ = try whole.read { _ in }
        let calls = spool.calls
        #expect(calls > 100)
        for call in stride(from: 1, through: calls, by: max(1, calls / 40)) {
            var reading = FileReading(
                [file], options: IntakeOptions(workers: 2), spool: WatchedSpool(failingCall: call), progress: nil)
            #expect(error { _ = try reading.read { _ in } } is WatchedSpool.Failure, "call \(call)")
        }
    }

    @Test("who takes no more batches ends the reading with an error of their own") func stopped() throws {
        struct Enough: Error {}
        let file = try Self.planned(Self.text(orders: 20_000))
        var reading = FileReading([file], options: IntakeOptions(workers: 2), spool: MemorySpool(), progress: nil)
        var batches = 0
        #expect(throws: Enough.self) {
            try reading.read { _ in
                batches += 1
                if batches == 2 { throw Enough() }
            }
        }
        #expect(batches == 2)
    }

    @Test("memory gives any range back", arguments: 0..<20)
    func ranges(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let spool = MemorySpool()
        var all: [UInt8] = []
        for _ in 0..<30 {
            let bytes = (0..<Int.random(in: 1...50, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            #expect(spool.append(bytes) == all.count)
            all += bytes
        }
        for _ in 0..<200 {
            let start = Int.random(in: 0..<all.count, using: &random)
            let end = Int.random(in: start...all.count, using: &random)
            #expect(spool.bytes(start..<end) == Array(all[start..<end]), "seed \(seed)")
        }
    }
}
