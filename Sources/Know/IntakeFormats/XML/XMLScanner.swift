// Unsafe memory: one allocation of `capacity` bytes; what is fetched ends at `count`, and slices of it end there.

import Glibc

/// Walks through an XML document token by token, in bounded memory.
///
/// Made for the parts of a workbook, which are large and plain: a pull scanner fits a reader that is asked for bytes,
/// and it has no entities but the five of XML itself, so that no document can unfold in memory. Names are compared
/// without their prefix. What is not well-formed is refused.
struct XMLScanner: ~Copyable {
    enum Token {
        case start, end, text, finish
    }

    /// Where the name and the value of an attribute stand in the buffer.
    private struct Attribute {
        let name: Range<Int>
        let value: Range<Int>
    }

    /// The row that is read, for messages.
    var row: Int?

    /// The text of the latest `text` token, decoded; valid until the next one. A text may come in several pieces.
    private(set) var text = UnsafeRawBufferPointer(start: nil, count: 0)

    private let source: ZipEntryReader
    /// The part of the document that is read: memory of its own, so that no reference is counted in the loops.
    private let memory: UnsafeMutableRawBufferPointer
    private var count = 0
    private var position = 0
    private var isEnd = false
    private var isInsideCDATA = false
    private var hasRoot = false
    private var name = 0..<0
    /// The first `attributeCount` belong to the latest tag; the others are left over, to be written over.
    private var attributes: [Attribute] = []
    private var attributeCount = 0
    /// Hashes of the names of the open elements.
    private var open: [Int] = []
    /// The latest start tag ended in `/>`, so that its end comes next.
    private var isEmptyElement = false

    private static let mostDepth = 200
    /// A tag must fit into it.
    private static let capacity = 1 << 16

    init(_ source: ZipEntryReader) {
        self.source = source
        // Behind the document there is room for a character that a reference stands for.
        memory = .allocate(byteCount: Self.capacity + 4, alignment: 16)
    }

    deinit { memory.deallocate() }

    /// The bytes that have been fetched; those before `position` are used up.
    private var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

    /// Whether the latest start or end tag has this name, its prefix aside.
    func isNamed(_ other: StaticString) -> Bool { matches(name, other) }

    /// The value of an attribute of the latest start tag, as it is written; valid until the next token.
    func attribute(_ name: StaticString) -> UnsafeRawBufferPointer? {
        for index in 0..<attributeCount where matches(attributes[index].name, name) {
            return UnsafeRawBufferPointer(rebasing: bytes[attributes[index].value])
        }
        return nil
    }

    /// The value of an attribute as text.
    func string(_ name: StaticString) -> String? {
        attribute(name).map { XMLCharacters.decoded($0) }
    }

    private func matches(_ range: Range<Int>, _ name: StaticString) -> Bool {
        range.count == name.utf8CodeUnitCount
            && memcmp(memory.baseAddress! + range.lowerBound, name.utf8Start, range.count) == 0
    }

    func damaged() -> OrderFileError { source.damaged(row: row) }

    mutating func next() throws(OrderFileError) -> Token {
        if isEmptyElement {
            isEmptyElement = false
            open.removeLast()
            return .end
        }
        while true {
            if isInsideCDATA {
                if try readCDATA() { return .text }
                continue
            }
            guard try has(1) else {
                guard open.isEmpty, hasRoot else { throw damaged() }
                return .finish
            }
            if bytes[position] == UInt8(ascii: "<") {
                if let token = try readMarkup() { return token }
            } else if try readText() {
                return .text
            }
        }
    }

    /// Makes `needed` bytes available from `position` on; false when the document ends before.
    private mutating func has(_ needed: Int) throws(OrderFileError) -> Bool {
        while count - position < needed {
            if isEnd { return false }
            try more()
        }
        return true
    }

    /// Fetches more bytes behind those that are not used up yet.
    private mutating func more() throws(OrderFileError) {
        count -= position
        memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[position..<(position + count)]))
        position = 0
        // One tag fills the buffer: no workbook has such.
        guard count < Self.capacity else { throw damaged() }
        let fetched = try source.fill(UnsafeMutableRawBufferPointer(rebasing: memory[count..<Self.capacity]))
        count += fetched
        isEnd = fetched == 0
    }
}

// MARK: - Text

extension XMLScanner {
    /// Reads text up to the next tag, character reference or end of the buffer; false for space outside of the root.
    private mutating func readText() throws(OrderFileError) -> Bool {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
        if rest[0] == UInt8(ascii: "&") {
            try readReference()
        } else {
            var end = rest.firstOffset(of: UInt8(ascii: "<")) ?? rest.count
            end = UnsafeRawBufferPointer(rebasing: rest[..<end]).firstOffset(of: UInt8(ascii: "&")) ?? end
            text = UnsafeRawBufferPointer(rebasing: rest[..<end])
            position += end
        }
        if !open.isEmpty { return true }
        guard text.allSatisfy({ $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }) else { throw damaged() }
        return false
    }

    private mutating func readReference() throws(OrderFileError) {
        // The longest is &#x10FFFF; with a few leading zeros.
        var length = 0
        repeat {
            length += 1
            guard length < 16, try has(length + 1) else { throw damaged() }
        } while bytes[position + length] != UInt8(ascii: ";")
        let body = UnsafeRawBufferPointer(rebasing: bytes[(position + 1)..<(position + length)])
        guard let scalar = XMLCharacters.scalar(ofReference: body) else { throw damaged() }
        var end = Self.capacity
        for byte in UTF8.encode(scalar)! {
            memory[end] = byte
            end += 1
        }
        text = UnsafeRawBufferPointer(rebasing: memory[Self.capacity..<end])
        position += length + 1
    }

    /// Reads a piece of a CDATA section; false when nothing was left of it.
    private mutating func readCDATA() throws(OrderFileError) -> Bool {
        guard try has(3) else { throw damaged() }
        let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
        // The end of the section may stand at the border: the last two bytes wait for the next piece.
        var length = rest.count - 2
        if let end = rest.firstOffset(of: [0x5D, 0x5D, 0x3E]) {
            isInsideCDATA = false
            position += 3
            length = end
        }
        text = UnsafeRawBufferPointer(rebasing: rest[..<length])
        position += length
        return length > 0
    }
}

// MARK: - Tags

extension XMLScanner {
    /// Reads what begins with `<`; nil for comments and instructions.
    private mutating func readMarkup() throws(OrderFileError) -> Token? {
        guard try has(2) else { throw damaged() }
        switch bytes[position + 1] {
        case UInt8(ascii: "/"): return try readEndTag()
        case UInt8(ascii: "?"):
            try skip(past: [0x3F, 0x3E])
            return nil
        case UInt8(ascii: "!"):
            if try has(4), starts(with: "<!--") {
                position += 4
                try skip(past: [0x2D, 0x2D, 0x3E])
            } else if !open.isEmpty, try has(9), starts(with: "<![CDATA[") {
                position += 9
                isInsideCDATA = true
            } else {
                throw damaged()  // a document type: workbooks have none, attackers do
            }
            return nil
        default: return try readStartTag()
        }
    }

    private func starts(with text: StaticString) -> Bool {
        matches(position..<position + text.utf8CodeUnitCount, text)
    }

    private mutating func skip(past end: [UInt8]) throws(OrderFileError) {
        while true {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
            if let found = rest.firstOffset(of: end) {
                position += found + end.count
                return
            }
            position += max(0, rest.count - end.count + 1)
            if isEnd { throw damaged() }
            try more()
        }
    }

    /// The length of the tag at `position`, with its brackets. `>` in quotes does not end it.
    private mutating func tagLength() throws(OrderFileError) -> Int {
        var offset = 1
        var quote: UInt8 = 0
        while true {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
            while offset < rest.count {
                let byte = rest[offset]
                offset += 1
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == UInt8(ascii: ">") {
                    return offset
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                } else if byte == UInt8(ascii: "<") {
                    throw damaged()
                }
            }
            if isEnd { throw damaged() }
            try more()
        }
    }

    private mutating func readStartTag() throws(OrderFileError) -> Token {
        let length = try tagLength()
        var end = position + length - 1
        isEmptyElement = bytes[end - 1] == UInt8(ascii: "/")
        if isEmptyElement { end -= 1 }
        let nameEnd = endOfName(from: position + 1, limit: end)
        let hash = hash(of: (position + 1)..<nameEnd)
        name = withoutPrefix((position + 1)..<nameEnd)
        guard !name.isEmpty, open.count < Self.mostDepth, !open.isEmpty || !hasRoot else { throw damaged() }
        try readAttributes(from: nameEnd, to: end)
        hasRoot = true
        open.append(hash)
        position += length
        return .start
    }

    private mutating func readEndTag() throws(OrderFileError) -> Token {
        let length = try tagLength()
        let start = position + 2
        let nameEnd = endOfName(from: start, limit: position + length - 1)
        guard let opened = open.popLast(), opened == hash(of: start..<nameEnd) else { throw damaged() }
        name = withoutPrefix(start..<nameEnd)
        attributeCount = 0
        position += length
        return .end
    }

    private mutating func readAttributes(from start: Int, to end: Int) throws(OrderFileError) {
        attributeCount = 0
        let bytes = bytes
        var offset = start
        while true {
            while offset < end, bytes[offset] <= 0x20 { offset += 1 }
            if offset == end { return }
            let nameStart = offset
            while offset < end, bytes[offset] > 0x20, bytes[offset] != UInt8(ascii: "=") { offset += 1 }
            let nameEnd = offset
            while offset < end, bytes[offset] <= 0x20 { offset += 1 }
            guard offset < end, bytes[offset] == UInt8(ascii: "="), nameEnd > nameStart else { throw damaged() }
            offset += 1
            while offset < end, bytes[offset] <= 0x20 { offset += 1 }
            guard offset < end, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'")
            else { throw damaged() }
            let quote = bytes[offset]
            let valueStart = offset + 1
            offset = valueStart
            while offset < end, bytes[offset] != quote { offset += 1 }
            guard offset < end else { throw damaged() }
            add(Attribute(name: withoutPrefix(nameStart..<nameEnd), value: valueStart..<offset))
            offset += 1
        }
    }

    private mutating func add(_ attribute: Attribute) {
        if attributeCount < attributes.count {
            attributes[attributeCount] = attribute
        } else {
            attributes.append(attribute)
        }
        attributeCount += 1
    }

    private func endOfName(from start: Int, limit: Int) -> Int {
        let bytes = bytes
        var end = start
        while end < limit, bytes[end] > 0x20 { end += 1 }
        return end
    }

    private func withoutPrefix(_ range: Range<Int>) -> Range<Int> {
        let bytes = bytes
        for offset in range where bytes[offset] == UInt8(ascii: ":") {
            return (offset + 1)..<range.upperBound
        }
        return range
    }

    /// FNV-1a: tells a wrong end tag from the right one without keeping names.
    private func hash(of range: Range<Int>) -> Int {
        let bytes = bytes
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for offset in range { hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash)
    }
}
