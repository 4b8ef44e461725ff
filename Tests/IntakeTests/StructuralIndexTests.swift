import CStructure
import TestSupport
import Testing

@testable import Intake

@Suite("Structural index") struct StructuralIndexTests {
    @Test("finds every delimiter, line feed and quote where quotes stand anywhere", arguments: 0..<260)
    func irregularPositions(length: Int) {
        var random = SeededGenerator(seed: UInt64(length))
        // Bytes that differ from the wanted ones by a bit, and those beside them.
        let alphabet: [UInt8] = [0x2C, 0x0A, 0x22, 0x2D, 0x0B, 0x23, 0xAC, 0x8A, 0xA2, 0x00, 0x61, 0x3B, 0xFF, 0x2B]
        for delimiter: UInt8 in [0x2C, 0x3B, 0x09, 0x7C] {
            let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random)! }
            // What stands behind the end must not be found.
            let padded = bytes + [UInt8](repeating: 0x22, count: StructuralIndex.padding)
            var index = StructuralIndex()
            padded.withUnsafeBufferPointer { index.build($0.baseAddress!, count: length, delimiter: delimiter) }
            let expected = bytes.indices.filter {
                [delimiter, 0x0A].contains(bytes[$0]) || !index.isRegular && bytes[$0] == 0x22
            }
            let (isRegular, hasQuotes) = (index.isRegular, index.hasQuotes)
            #expect(bytes.contains(0x22) || isRegular)
            #expect(!isRegular || hasQuotes == bytes.contains(0x22))
            #expect((0..<index.count).map { Int(index.positions[$0]) } == expected)
            #expect(index.hasHighBytes == bytes.contains { $0 >= 0x80 })
            #expect(index.hasZeroBytes == bytes.contains(0))
        }
    }

    @Test("finds the delimiters and line feeds outside of quotes that stand around fields", arguments: 0..<400)
    func regularPositions(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var bytes: [UInt8] = []
        var expected: [Int] = []
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            let text = String(repeating: "a;", count: Int.random(in: 0...40, using: &random)).utf8
            switch Int.random(in: 0...2, using: &random) {
            case 0: bytes += text.filter { $0 != UInt8(ascii: ";") }
            default: bytes += [0x22] + text + [0x22]
            }
            if Bool.random(using: &random) {
                expected.append(bytes.count)
                bytes.append(UInt8(ascii: ";"))
            } else {
                if Bool.random(using: &random) { bytes.append(0x0D) }
                expected.append(bytes.count)
                bytes.append(0x0A)
            }
        }
        let padded = bytes + [UInt8](repeating: 0, count: StructuralIndex.padding)
        var index = StructuralIndex()
        padded.withUnsafeBufferPointer {
            index.build($0.baseAddress!, count: bytes.count, delimiter: UInt8(ascii: ";"))
        }
        let isRegular = index.isRegular
        #expect(isRegular, "seed \(seed)")
        #expect((0..<index.count).map { Int(index.positions[$0]) } == expected, "seed \(seed)")
        #expect(index.positions[-1] == .max)
    }

    @Test(
        "is irregular where a quote stands inside a field, or a line feed inside quotes",
        arguments: [
            "a\"b,c\n", "\"a\"b,c\n", "\"a\"\"b\",c\n", " \"a\",b\n", "\"a\" ,b\n", "\"a\nb\",c\n", "a,\"b\n",
            "\"a\"\rb\n",
        ], [0, 55, 60, 61, 62, 63, 64])
    func irregular(text: String, offset: Int) {
        let bytes = [UInt8](repeating: 10, count: offset) + Array(text.utf8)
        let padded = bytes + [UInt8](repeating: 0, count: StructuralIndex.padding)
        var index = StructuralIndex()
        padded.withUnsafeBufferPointer {
            index.build($0.baseAddress!, count: bytes.count, delimiter: UInt8(ascii: ","))
        }
        let isRegular = index.isRegular
        #expect(!isRegular)
    }

    @Test("every processor finds the same", arguments: 0..<200)
    func vectors(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        // From hardly any separators to nothing else.
        let rarity = Int.random(in: 1...100, using: &random)
        let characters: [UInt8] = [0x2C, 0x0A, 0x22]
        let blockCount = Int.random(in: 1...70, using: &random)
        let bytes = (0..<blockCount * 64).map { _ in
            Int.random(in: 0..<rarity, using: &random) == 0
                ? characters.randomElement(using: &random)!
                : seed % 2 == 0 ? UInt8(ascii: "a") : UInt8.random(in: 0...255, using: &random)
        }
        typealias Find = (
            UnsafePointer<UInt8>, Int, UInt8, UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt64>
        ) -> perennial_content
        typealias Places = (UnsafePointer<UInt64>, Int, UInt32, UnsafeMutablePointer<UInt32>) -> Int
        func found(_ find: Find, _ places: Places) -> [[UInt64]] {
            var separators = [UInt64](repeating: 0, count: blockCount)
            var quotes = separators
            var positions = [UInt32](repeating: 0, count: bytes.count + perennial_places_beyond)
            let content = find(bytes, blockCount, 0x2C, &separators, &quotes)
            let count = places(separators, blockCount, 5, &positions)
            return [
                separators, quotes, positions.prefix(count).map(UInt64.init),
                [content.quotes, UInt64(content.line_feeds), content.has_high ? 1 : 0, content.has_zero ? 1 : 0],
            ]
        }
        let here = found(perennial_find, perennial_places)
        #expect(here == found(perennial_find_anywhere, perennial_places_anywhere), "seed \(seed)")
        #expect(here[2].map { Int($0) - 5 } == bytes.indices.filter { [0x2C, 0x0A].contains(bytes[$0]) })
        #expect(here[3][1] == UInt64(bytes.count { $0 == 0x0A }))
    }

    @Test(
        "is even where every line has as many fields",
        arguments: [
            ("a,b\nc,d\n", 2, true), ("a,b\nc,d", 2, false), ("a\nb,c\n", 2, false), ("a,b,c\nd\n", 2, false),
            ("a\nb\n", 1, true), ("\"a,b\",c\n", 2, true), ("a,\"b\nc\"\n", 2, false), ("", 2, true),
        ])
    func even(text: String, width: Int, expected: Bool) {
        let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: StructuralIndex.padding)
        var index = StructuralIndex()
        let isEven = bytes.withUnsafeBufferPointer { bytes in
            index.build(bytes.baseAddress!, count: text.utf8.count, delimiter: UInt8(ascii: ","))
            return index.isEven(bytes.baseAddress!, width: width)
        }
        #expect(isEven == expected)
    }
}
