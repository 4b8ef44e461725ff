// Unsafe memory: an array's bytes are searched within its closure.

/// Characters that XML cannot hold are written `_x000D_` in a workbook's texts.
enum CellEscapes {
    private static let length = 7

    /// Replaces the escapes in `text`. Control characters other than tab and line breaks vanish.
    static func resolve(_ text: inout [UInt8]) {
        guard text.withUnsafeBytes({ $0.firstOffset(of: [0x5F, 0x78]) }) != nil else { return }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            guard let scalar = scalar(in: text, at: index) else {
                result.append(text[index])
                index += 1
                continue
            }
            if scalar.value >= 0x20 || (9...13).contains(scalar.value) {
                result.append(contentsOf: UTF8.encode(scalar)!)
            }
            index += length
        }
        text = result
    }

    /// The character of the escape that begins at `start`; nil when none does.
    private static func scalar(in text: [UInt8], at start: Int) -> Unicode.Scalar? {
        guard start + length <= text.count, text[start] == UInt8(ascii: "_"), text[start + 1] == UInt8(ascii: "x"),
            text[start + 6] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt32 = 0
        for byte in text[(start + 2)..<(start + 6)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return Unicode.Scalar(value)
    }
}
