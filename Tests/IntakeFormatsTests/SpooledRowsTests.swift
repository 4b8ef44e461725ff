import TestSupport
import Testing

@testable import IntakeFormats

@Suite("Rows in a temporary file") struct SpooledRowsTests {
    @Test("come back as they were kept, from memory and from the file", arguments: [0, 100, 5_000, 1 << 20])
    func ranges(memoryLimit: Int) throws {
        var random = SeededGenerator(seed: UInt64(memoryLimit))
        let spool = SpooledRows(memoryLimit: memoryLimit)
        var all: [UInt8] = []
        for _ in 0..<40 {
            let count = Int.random(in: 1...400, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(try spool.append(bytes) == all.count)
            all += bytes
            let start = Int.random(in: 0..<all.count, using: &random)
            let end = Int.random(in: start...all.count, using: &random)
            #expect(try spool.bytes(start..<end) == Array(all[start..<end]))
        }
        #expect(spool.hasFile == (all.count > memoryLimit))
        spool.removeAll()
        #expect(!spool.hasFile)
        #expect(try spool.append([1, 2, 3]) == 0)
        #expect(try spool.bytes(1..<3) == [2, 3])
    }
}
