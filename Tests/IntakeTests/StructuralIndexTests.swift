import TestSupport
import Testing

@testable import Intake

@Suite("Structural index") struct StructuralIndexTests {
    @Test("finds every delimiter, line feed and quote, and nothing else", arguments: 0..<260)
    func positions(length: Int) {
        var random = SeededGenerator(seed: UInt64(length))
        // Bytes that differ from the wanted ones by a bit, and those beside them.
        let alphabet: [UInt8] = [0x2C, 0x0A, 0x22, 0x2D, 0x0B, 0x23, 0xAC, 0x8A, 0xA2, 0x00, 0x61, 0x3B, 0xFF, 0x2B]
        for delimiter: UInt8 in [0x2C, 0x3B, 0x09, 0x7C] {
            let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random)! }
            // What stands behind the end must not be found.
            let padded = bytes + [UInt8](repeating: 0x22, count: StructuralIndex.padding)
            var index = StructuralIndex()
            padded.withUnsafeBufferPointer { index.build($0.baseAddress!, count: length, delimiter: delimiter) }
            let expected = bytes.indices.filter { [delimiter, 0x0A, 0x22].contains(bytes[$0]) }
            #expect((0..<index.count).map { Int(index.positions[$0]) } == expected)
            #expect(index.hasHighBytes == bytes.contains { $0 >= 0x80 })
            #expect(index.hasZeroBytes == bytes.contains(0))
        }
    }
}
