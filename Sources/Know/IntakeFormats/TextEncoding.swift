/// How a text file writes its characters as bytes: the encodings that shops' exports come in.
public enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1250 = "windows-1250"
    case windows1251 = "windows-1251"
    /// ISO 8859-2.
    case latin2 = "iso-8859-2"

    /// The encoding that people call so: its own name or a usual other one (`CP1250`, `Latin2`, `UTF8`), in any case.
    ///
    /// `UTF-16` alone is little-endian; a byte order mark in the file decides between the two.
    public init?(named name: String) {
        let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch plain {
        case "utf8": self = .utf8
        case "utf16", "utf16le": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case "windows1250", "cp1250", "win1250", "1250": self = .windows1250
        case "windows1251", "cp1251", "win1251", "1251": self = .windows1251
        case "iso88592", "latin2", "88592": self = .latin2
        default: return nil
        }
    }
}
