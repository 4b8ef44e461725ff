// Unsafe memory: bytes are read as slices that end at their counts.

/// The character references of XML.
enum XMLCharacters {
    /// The character of `&…;`, without the ampersand and the semicolon; nil when XML knows none of that name.
    static func scalar(ofReference body: UnsafeRawBufferPointer) -> Unicode.Scalar? {
        let text = String(decoding: body, as: UTF8.self)
        switch text {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard text.hasPrefix("#") else { return nil }
            let isHexadecimal = text.hasPrefix("#x")
            let digits = text.dropFirst(isHexadecimal ? 2 : 1)
            guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), value > 0 else { return nil }
            return Unicode.Scalar(value)
        }
    }

    /// An attribute's value as text; a reference that XML does not know stays as it is written.
    static func decoded(_ value: UnsafeRawBufferPointer) -> String {
        var result = ""
        var rest = value[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
            result += String(decoding: rest[..<start], as: UTF8.self)
            guard let end = rest[start...].firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(ofReference: UnsafeRawBufferPointer(rebasing: rest[(start + 1)..<end]))
            else {
                result += "&"
                rest = rest[(start + 1)...]
                continue
            }
            result.unicodeScalars.append(scalar)
            rest = rest[(end + 1)...]
        }
        return result + String(decoding: rest, as: UTF8.self)
    }
}
