/// The one rule for characters that command instead of being shown: C0 and C1 controls, line and paragraph separators, and
/// the marks that turn the order of the text around them. In a file of orders they are damage or an attack: a terminal
/// obeys them, and a page shows other words than it holds.
///
/// Such a character is written as `\u{1B}`, its number in hexadecimal.
public enum VisibleText {
    /// How the white space among the controls is shown.
    public enum Layout: Sendable {
        /// Tabs and line breaks stay, the carriage return before a line feed too.
        case lines
        /// Tabs and line breaks become blanks.
        case oneLine
        /// As `lines`, and a backslash before `u{` in the text itself is written as `\u{5C}`: two different texts stay
        /// different, and each can be had back.
        case reversible
    }

    /// Whether a character commands instead of being shown.
    public static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// `text` with its commands made visible.
    public static func of(_ text: String, _ layout: Layout = .lines) -> String {
        guard needsLook(text, layout) else { return text }
        var shown = String.UnicodeScalarView()
        let scalars = text.unicodeScalars
        var place = scalars.startIndex
        while place < scalars.endIndex {
            let scalar = scalars[place]
            let after = scalars.index(after: place)
            let next = after < scalars.endIndex ? scalars[after] : nil
            switch scalar {
            case "\t", "\n": shown.append(layout == .oneLine ? " " : scalar)
            case "\r" where layout == .oneLine:
                // The line feed behind it is the blank.
                if next != "\n" { shown.append(" ") }
            case "\r" where next == "\n": shown.append(scalar)
            case "\\" where layout == .reversible && next == "u" && isBrace(scalars, after): append(scalar, to: &shown)
            case _ where isCommand(scalar): append(scalar, to: &shown)
            default: shown.append(scalar)
            }
            place = after
        }
        return String(shown)
    }

    private static func isBrace(_ scalars: String.UnicodeScalarView, _ letter: String.UnicodeScalarView.Index) -> Bool {
        let place = scalars.index(after: letter)
        return place < scalars.endIndex && scalars[place] == "{"
    }

    private static func append(_ scalar: Unicode.Scalar, to shown: inout String.UnicodeScalarView) {
        shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
    }

    /// Whether some byte begins a command or a backslash; nearly no text has one.
    private static func needsLook(_ text: String, _ layout: Layout) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.contains { place in
                switch bytes[place] {
                case 0x09, 0x0A: layout == .oneLine
                case 0x5C: layout == .reversible
                case 0..<0x20, 0x7F: true
                // U+0080 to U+009F; a string is valid, so its first bytes have those that follow.
                case 0xC2: bytes[place + 1] < 0xA0
                // U+2028 to U+202E, and U+2066 to U+2069.
                case 0xE2:
                    bytes[place + 1] == 0x80 && (0xA8...0xAE).contains(bytes[place + 2])
                        || bytes[place + 1] == 0x81 && (0xA6...0xA9).contains(bytes[place + 2])
                default: false
                }
            }
        }
    }
}
