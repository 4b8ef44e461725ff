// Unsafe memory: a text is the slice between two of `ends`.

/// The texts that cells point to by number, one behind the other in one piece of memory.
struct SharedStrings {
    /// How large their part may be unpacked: unlike the cells, they are kept in memory. A full sheet of a million rows
    /// with eight different texts in each has half of it.
    static let limit = UnpackingLimit(bytes: 512 << 20)

    /// Even empty texts take memory.
    static let mostStrings = 1 << 25

    private var text: [UInt8] = []
    /// Where each text ends.
    private var ends: [UInt32] = []

    init() {}

    init(_ source: ZipEntryReader, mostStrings: Int = Self.mostStrings) throws(OrderFileError) {
        var xml = XMLScanner(source)
        var phonetic = PhoneticText()
        var item: [UInt8] = []
        while true {
            let token = try xml.next()
            switch token {
            case .finish: return
            case .text: if phonetic.isText { item.append(contentsOf: xml.text) }
            case .start, .end:
                phonetic.follow(token, in: xml)
                if token == .end, xml.isNamed("si") {
                    if ends.count == mostStrings { throw source.tooLarge() }
                    CellEscapes.resolve(&item)
                    text.append(contentsOf: item)
                    ends.append(UInt32(text.count))
                    item.removeAll(keepingCapacity: true)
                }
            }
        }
    }

    /// Appends the text of this number to `output`; false when there is none.
    func append(_ index: Int, to output: inout [UInt8]) -> Bool {
        guard ends.indices.contains(index) else { return false }
        let range = (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
        // Without a closure the slice would count references, millions of times.
        text.withUnsafeBytes { output.append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[range])) }
        return true
    }
}

/// Knows whether text counts: what stands in `t` does, in runs of any format, except for the reading aids of East Asian
/// texts (`rPh`).
struct PhoneticText {
    private(set) var isText = false
    private var isAid = false

    mutating func follow(_ token: XMLScanner.Token, in xml: borrowing XMLScanner) {
        if xml.isNamed("t") {
            isText = token == .start && !isAid
        } else if xml.isNamed("rPh") {
            isAid = token == .start
        }
    }
}
