import Domain
import TestSupport
import Testing

@Suite("Characters that command") struct VisibleTextTests {
    @Test(
        "are written as their numbers",
        arguments: [
            ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("\u{0}", "\\u{0}"), ("\u{7}\u{8}\u{7F}", "\\u{7}\\u{8}\\u{7F}"),
            ("\u{9B}2J", "\\u{9B}2J"), ("a\rb", "a\\u{D}b"), ("War\u{202E}szawa", "War\\u{202E}szawa"),
            ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
            ("zażółć – гусь “1” 東 👩‍👧 a\\b \\u{1B}", "zażółć – гусь “1” 東 👩‍👧 a\\b \\u{1B}"),
            ("a\tb\nc\r\nd", "a\tb\nc\r\nd"), ("", ""),
        ])
    func shown(text: String, expected: String) {
        #expect(VisibleText.of(text) == expected)
        #expect(VisibleText.of(VisibleText.of(text)) == expected)
    }

    @Test(
        "on one line white space becomes blanks",
        arguments: [("a\tb\nc\r\nd\re", "a b c d e"), ("a\u{1B}\u{2028}b", "a\\u{1B}\\u{2028}b"), ("a b", "a b")])
    func oneLine(text: String, expected: String) {
        #expect(VisibleText.of(text, .oneLine) == expected)
    }

    @Test("can be had back, whatever the text", arguments: 0..<200) func reversible(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = ["\\", "u{", "1B", "}", "\u{1B}", "\u{9B}", "\u{202E}", "ż", "\n", "\r", "\r\n", "{", "u", "5C"]
        let text = (0..<20).map { _ in pieces.randomElement(using: &random)! }.joined()
        let shown = VisibleText.of(text, .reversible)
        let isHarmless = shown.unicodeScalars.allSatisfy { !VisibleText.isCommand($0) || $0 == "\n" || $0 == "\r" }
        #expect(isHarmless, "seed \(seed)")
        #expect(Array(Self.read(shown).unicodeScalars) == Array(text.unicodeScalars), "seed \(seed)")
    }

    /// What a reader of the file does: each `\u{…}` is the character of that number.
    private static func read(_ shown: String) -> String {
        var text = String.UnicodeScalarView()
        var rest = Array(shown.unicodeScalars)[...]
        while let first = rest.popFirst() {
            if first == "\\", rest.starts(with: Array("u{".unicodeScalars)), let end = rest.firstIndex(of: "}"),
                let number = UInt32(String(String.UnicodeScalarView(rest[(rest.startIndex + 2)..<end])), radix: 16),
                let scalar = Unicode.Scalar(number)
            {
                text.append(scalar)
                rest = rest[(end + 1)...]
            } else {
                text.append(first)
            }
        }
        return String(text)
    }
}
