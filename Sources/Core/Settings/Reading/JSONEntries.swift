/// The plain values of a JSON text (RFC 8259) with their keys and lines.
///
/// Written by hand since the system's reader keeps the last of two equal keys without a word, and knows no lines.
struct JSONEntries {
    struct Entry: Equatable {
        /// The keys on the way to the value, with dots between them.
        let key: String
        let value: Value
        /// That of the key, counted from 1.
        let line: Int
    }

    enum Value: Equatable {
        /// A string's text, or a number as it is written.
        case text(String)
        /// `true`, `false`, `null`, or `[…]` for a list.
        case other(String)
    }

    /// Objects and lists in each other.
    private static let deepest = 32

    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    private var entries: [Entry] = []

    /// Every plain value, in the order of the text; equal keys are told as often as they are there.
    static func read(_ bytes: [UInt8]) throws(JSONFault) -> [Entry] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var reader = JSONEntries(bytes: bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes)
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        reader.skipBlanks()
        guard let first = reader.next else { throw .empty }
        guard first == UInt8(ascii: "{") else { throw .notObject }
        try reader.readObject(prefix: nil, depth: 1)
        reader.skipBlanks()
        guard reader.next == nil else { throw reader.fault }
        return reader.entries
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    // MARK: Characters

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipBlanks() {
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default: return
            }
            place += 1
        }
    }

    private var fault: JSONFault {
        guard let byte = next else { return .unfinished(line: line) }
        let isMark = byte > 0x20 && byte < 0x7F && !Character(Unicode.Scalar(byte)).isLetter && !isDigit(byte)
        return .unexpected(isMark ? Character(Unicode.Scalar(byte)) : nil, line: line)
    }

    private mutating func take(_ character: Unicode.Scalar) throws(JSONFault) {
        skipBlanks()
        guard next == UInt8(ascii: character) else { throw fault }
        place += 1
    }

    private mutating func takes(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    // MARK: Objects, lists and values

    private mutating func readObject(prefix: String?, depth: Int) throws(JSONFault) {
        guard depth <= Self.deepest else { throw .tooDeep(line: line) }
        try take("{")
        if takes("}") { return }
        repeat {
            skipBlanks()
            let keyLine = line
            let key = try readString()
            try take(":")
            try readValue(key: prefix.map { $0 + "." + key } ?? key, line: keyLine, depth: depth)
        } while takes(",")
        try take("}")
    }

    private mutating func readValue(key: String, line keyLine: Int, depth: Int) throws(JSONFault) {
        skipBlanks()
        let value: Value
        switch next {
        case UInt8(ascii: "{"): return try readObject(prefix: key, depth: depth + 1)
        case UInt8(ascii: "["): value = try readList(depth: depth + 1)
        case UInt8(ascii: "\""): value = .text(try readString())
        case UInt8(ascii: "t"): value = try readWord("true")
        case UInt8(ascii: "f"): value = try readWord("false")
        case UInt8(ascii: "n"): value = try readWord("null")
        default: value = .text(try readNumber())
        }
        entries.append(Entry(key: key, value: value, line: keyLine))
    }

    /// No setting is a list: what is in one is checked and forgotten.
    private mutating func readList(depth: Int) throws(JSONFault) -> Value {
        guard depth <= Self.deepest else { throw .tooDeep(line: line) }
        try take("[")
        let count = entries.count
        if !takes("]") {
            repeat { try readValue(key: "", line: line, depth: depth) } while takes(",")
            try take("]")
        }
        entries.removeLast(entries.count - count)
        return .other("[…]")
    }

    private mutating func readWord(_ word: String) throws(JSONFault) -> Value {
        guard bytes[place...].starts(with: word.utf8) else { throw .unexpected(nil, line: line) }
        place += word.utf8.count
        return .other(word)
    }

    // MARK: Numbers

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private mutating func readNumber() throws(JSONFault) -> String {
        let start = place
        skip("-")
        if next == UInt8(ascii: "0") { place += 1 } else { try readDigits() }
        if skip(".") { try readDigits() }
        if skip("e") || skip("E") {
            if !skip("+") { skip("-") }
            try readDigits()
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func readDigits() throws(JSONFault) {
        guard let byte = next, isDigit(byte) else { throw fault }
        while let byte = next, isDigit(byte) { place += 1 }
    }

    @discardableResult private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    // MARK: Strings

    private mutating func readString() throws(JSONFault) -> String {
        try take("\"")
        var text = [UInt8]()
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw byte == UInt8(ascii: "\n") ? .unexpected(nil, line: line) : fault }
            place += 1
            if byte == UInt8(ascii: "\\") {
                text += String(try readEscape()).utf8
            } else {
                text.append(byte)
            }
        }
        guard skip("\"") else { throw fault }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func readEscape() throws(JSONFault) -> Unicode.Scalar {
        guard let byte = next else { throw fault }
        let escapes: [UInt8: Unicode.Scalar] = [
            UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
            UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
        ]
        if let scalar = escapes[byte] {
            place += 1
            return scalar
        }
        guard skip("u") else { throw fault }
        let high = try readHexadecimal()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), skip("\\"), skip("u") else { throw .unexpected(nil, line: line) }
        let low = try readHexadecimal()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
        else { throw .unexpected(nil, line: line) }
        return scalar
    }

    private mutating func readHexadecimal() throws(JSONFault) -> UInt16 {
        let digits = bytes[place...].prefix(4)
        let text = String(decoding: digits, as: UTF8.self)
        guard digits.count == 4, text.allSatisfy(\.isHexDigit), let value = UInt16(text, radix: 16) else {
            throw .unexpected(nil, line: line)
        }
        place += 4
        return value
    }
}
