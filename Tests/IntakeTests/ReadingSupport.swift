import Domain
import Foundation
import Ledger
import TestSupport

@testable import Intake

/// Recognises and reads files in memory.
func read(
    _ files: [MemoryFile], recognition: RecognitionOptions = RecognitionOptions(),
    options: IntakeOptions = IntakeOptions(workers: 1), chunkSize: Int = Chunk.usualSize
) throws -> IntakeResult {
    try OrderIntake(files, options: recognition).read(options: options, chunkSize: chunkSize)
}

func read(
    _ text: String, recognition: RecognitionOptions = RecognitionOptions(),
    options: IntakeOptions = IntakeOptions(workers: 1), chunkSize: Int = Chunk.usualSize
) throws -> IntakeResult {
    try read([MemoryFile(text)], recognition: recognition, options: options, chunkSize: chunkSize)
}

/// The error inside the failure of a file that `body` throws, or the error itself.
func error(_ body: () throws -> Void) -> (any Error)? {
    do {
        try body()
        return nil
    } catch let failure as FileFailure {
        return failure.reason
    } catch {
        return error
    }
}

/// The error that reading the text meets.
func intakeError(_ text: String, options: IntakeOptions = IntakeOptions(workers: 1)) -> IntakeError? {
    error { _ = try read(text, options: options) } as? IntakeError
}

extension IntakeResult {
    /// Every document as `customer day time kind money`, sorted; without the time where there is none.
    var documents: [String] { ledger.descriptions.sorted() }

    /// Lines and reasons of the rejected rows.
    var rejectedLines: [String] { rejects.map { "\($0.line) \($0.reason.rawValue)" } }

    /// Whether accepted, rejected and ignored rows are all rows, and the ledger keeps its promises.
    var brokenPromise: String? {
        if accounting.accepted < 0 { return "\(accounting.accepted) accepted rows" }
        if accounting.accepted + accounting.rejected + accounting.ignored != accounting.rows {
            return "\(accounting) does not add up"
        }
        return ledger.brokenInvariant()
    }
}

extension Ledger {
    var customerNames: [String] { (0..<customers.count).map { customers[$0] } }

    /// Every document in the ledger's order.
    var descriptions: [String] {
        (0..<customerCount).flatMap { customer in
            (offsets[customer]..<offsets[customer + 1]).map { place in
                let minute = minutes[place]
                let time =
                    minute == Self.noMinute
                    ? "" : String(format: " %02d:%02d", Int(minute) / 60, Int(minute) % 60)
                let money = Money.majorUnitsText(minorUnits[place], digits: currency.minorDigits)
                return "\(customers[customer]) \(Day(number: days[place]))\(time) \(kinds[place]) \(money)"
            }
        }
    }

    /// All columns, for comparing whole ledgers.
    var columns: [String] {
        [
            currency.code, "\(days)", "\(minutes)", "\(minorUnits)", "\(kinds)", "\(contributions)", "\(offsets)",
            "\((0..<customers.count).map { customers[$0] })",
            "\(dimensions.map { column in (column.dimension, column.codes.map { column.values[Int($0)] }) })",
            "\(unidentified)",
        ]
    }
}

extension String {
    /// The text as bytes that the readers of values can look at, with the padding that chunks have.
    func withPaddedBytes<Result>(_ body: (Bytes) -> Result) -> Result {
        let bytes = Array(utf8) + Array(repeating: 0, count: StructuralIndex.padding)
        return bytes.withUnsafeBufferPointer { body(Bytes($0.baseAddress!, count: utf8.count)) }
    }
}

/// The environment's number of mutations and random cases, a thousand for a quick run.
enum Soak {
    /// How many small files `make test` mutates.
    static let mutations = ProcessInfo.processInfo.environment["PERENNIAL_SOAK"].flatMap { Int($0) } ?? standard

    #if DEBUG
        private static let standard = 4_000
    #else
        private static let standard = 200_000
    #endif
}
