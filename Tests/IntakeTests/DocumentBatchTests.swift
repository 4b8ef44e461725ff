import Domain
import Foundation
import Ledger
import TestSupport
import Testing

@testable import Intake

@Suite("Documents that are handed over") struct DocumentBatchTests {
    private static let cases = Soak.mutations / 50

    @Test("are those of the ledger, and every row is one document's", arguments: 0..<8)
    func generated(part: Int) throws {
        var read = 0
        for seed in stride(from: part, to: Self.cases, by: 8) {
            let files = DocumentFiles(seed: UInt64(seed), workers: 1)
            guard let planned = try? Self.planned(files.texts, isSmall: seed % 16 < 8) else { continue }
            var random = SeededGenerator(seed: UInt64(seed) | 1 << 40)
            if try check(seed, planned, files.options, using: &random) { read += 1 }
        }
        #expect(read * 8 > Self.cases / 2, "too few of the files are read")
    }

    @Test("are those of the ledger in files written in every way", arguments: 0..<4)
    func shapes(part: Int) throws {
        for seed in stride(from: part, to: Self.cases / 2, by: 4) {
            var random = SeededGenerator(seed: UInt64(seed))
            let shape = ShopShape.allCases.randomElement(using: &random)!
            let text = shape.text(lines: Int.random(in: 1...40, using: &random), using: &random)
            guard let planned = try? shape.planned(text) else { continue }
            let options = IntakeOptions(keptRejects: nil, workers: 1)
            _ = try check(seed, [planned], options, using: &random)
        }
    }

    @Test("are those of the ledger in damaged files", arguments: 0..<4)
    func damaged(part: Int) throws {
        let planned = try ValidFile.allCases.map { try $0.planned() }
        for seed in stride(from: part, to: Self.cases, by: 4) {
            var random = SeededGenerator(seed: UInt64(seed))
            let number = Int.random(in: planned.indices, using: &random)
            let bytes = ValidFile.allCases[number].bytes.mutated(using: &random)
            let file = PlannedFile(
                file: MemoryFile(bytes), plan: planned[number].plan, headerLines: planned[number].headerLines,
                headerBytes: planned[number].headerBytes, isSmall: true)
            _ = try check(seed, [file], IntakeOptions(keptRejects: nil, workers: 1), using: &random)
        }
    }

    /// Whether the files are read at all.
    private func check(
        _ seed: Int, _ files: [PlannedFile], _ options: IntakeOptions, using random: inout SeededGenerator
    ) throws -> Bool {
        var plain = FileReading(files, options: options, progress: nil)
        guard let expected = try? plain.read() else { return false }
        let first = try DocumentReading(files, options: options)
        if let difference = first.difference(from: expected, files: files) {
            Issue.record("seed \(seed): \(difference)")
        }
        var others = options
        others.workers = Int.random(in: 1...3, using: &random)
        let second = try DocumentReading(
            files, options: others, chunkSize: [40, 300, 5_000].randomElement(using: &random)!,
            linesAtOnce: [0, 1, 256].randomElement(using: &random)!)
        if second.batches != first.batches {
            Issue.record("seed \(seed): other batches with \(others.workers) workers")
        }
        return true
    }

    private static func planned(_ texts: [String], isSmall: Bool = true) throws -> [PlannedFile] {
        let files = texts.enumerated().map { MemoryFile($1, name: "orders \($0).csv") }
        return try OrderIntake(files).files.map {
            PlannedFile(
                file: $0.file, plan: $0.recognition.plan, headerLines: $0.headerLines, headerBytes: $0.headerBytes,
                isSmall: isSmall)
        }
    }
}
