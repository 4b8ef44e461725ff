/// A whole number as a configuration has it: digits alone, without a sign, blanks or zeros before it.
enum WrittenNumber {
    /// nil for any other text, and beyond twelve digits.
    static func value(of text: some StringProtocol) -> Int? {
        let isPlain = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isPlain, (1...12).contains(text.utf8.count), text == "0" || !text.hasPrefix("0") else { return nil }
        return Int(text)
    }
}
