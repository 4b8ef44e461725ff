import Ledger
import TestSupport
import Testing

@Suite("Customer table")
struct CustomerTableTests {
    private static func table(_ texts: [String]) -> CustomerTable {
        var builder = CustomerTable.Builder()
        for text in texts { builder.append(text: Array(text.utf8)) }
        return builder.build()
    }

    @Test("gives every identifier back as it was written") func roundTrip() {
        let texts = [
            "0", "1", "12583", "00001", "01", "-1", "+1", "1.0", "1e5", " 1", "999999999999999999",
            "1000000000000000000", "9223372036854775807", "9223372036854775808", "18446744073709551616",
            "ada@shop.example", "Łucja", "Анна", "日本", "", "\u{0}", "a\nb", String(repeating: "x", count: 1_024),
            String(repeating: "7", count: 1_024),
        ]
        let table = Self.table(texts)
        #expect(table.count == texts.count)
        #expect((0..<table.count).map { table[$0] } == texts)
    }

    @Test("keeps numbers apart from texts that begin with zeros") func leadingZeros() {
        let table = Self.table(["1", "01", "001", "10"])
        #expect((0..<4).map { table[$0] } == ["1", "01", "001", "10"])
        #expect(Set((0..<4).map { table.hash(of: $0) }).count == 4)
    }

    @Test(
        "takes numbers and their texts for the same",
        arguments: [1, 9, 10, 12_583, 999_999_999_999_999_999] as [UInt64])
    func numbers(value: UInt64) {
        var builder = CustomerTable.Builder()
        builder.append(number: value)
        builder.append(text: Array(String(value).utf8))
        let table = builder.build()
        #expect(table[0] == table[1])
        #expect(table.hash(of: 0) == table.hash(of: 1))
    }

    @Test("hashes by the identifier alone, wherever it stands", arguments: 0..<20 as Range<UInt64>)
    func hash(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let texts = (0..<200).map { $0.isMultiple(of: 2) ? "\($0)" : "ada-\($0)@shop.example" }
        let (one, shuffledTexts) = (Self.table(texts), texts.shuffled(using: &random))
        let other = Self.table(shuffledTexts)
        let hashes = Dictionary(uniqueKeysWithValues: texts.indices.map { (texts[$0], one.hash(of: $0)) })
        for (place, text) in shuffledTexts.enumerated() {
            #expect(other.hash(of: place) == hashes[text], "seed \(seed)")
        }
        #expect(Set(hashes.values).count == texts.count)
    }

    @Test("spreads hashes evenly, so that chance drawn from them is fair") func spread() {
        var buckets = [Int](repeating: 0, count: 16)
        let table = Self.table((0..<16_000).map(String.init))
        for index in 0..<table.count { buckets[Int(table.hash(of: index) >> 60)] += 1 }
        // A thousand each are expected; six standard deviations are 184.
        #expect(buckets.allSatisfy { abs($0 - 1_000) < 184 })
    }

    @Test("may be empty") func empty() {
        #expect(CustomerTable.Builder().build().count == 0)
    }
}
