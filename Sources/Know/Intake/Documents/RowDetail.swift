// Unsafe memory: a header is read and written as its bytes, all of which it fills.

/// What a row says beyond the ledger, as bytes in a stream: a header, then the numbers and the texts that are there.
struct RowDetail {
    /// The texts, in the order in which they stand.
    enum Text: Int, CaseIterable {
        case order, refundOf, externalID, email, phone, status, paymentStatus, fulfilmentStatus, amount, product
        case productName
        /// What the ledger would call the customer of a row that was left out.
        case name
    }

    /// The texts of a row that was left out by which orders are broken down stand behind the others.
    private static let firstDimension = Text.allCases.count

    /// Numbers in the order in which they stand.
    enum Number: Int, CaseIterable {
        /// In millionths.
        case quantity, unitPrice, lineAmount
        /// What the row says was given back, in its own currency.
        case refunded
        /// In the ledger's currency, of a row that was left out, and where rates are given.
        case converted
    }

    struct Header: BitwiseCopyable {
        var mark: UInt64
        var order: UInt64
        /// In the row's own currency.
        var micros: Int64
        /// Of the detail, with the header.
        var byteCount: UInt32 = 0
        var minute: Int32
        /// Three letters as a number, 0 where nothing is known.
        var texts: UInt32 = 0
        var currency: UInt16 = 0
        var numbers: UInt8 = 0
        var flags: Row.Flags
        var detour = Detour.none
        /// 255 where there is none.
        var second: UInt8 = 255

        static let byteCount = MemoryLayout<Header>.size
    }

    /// How a row comes to its document, where that is not by the ledger's rows.
    enum Detour: UInt8, BitwiseCopyable {
        case none
        /// Left out for its status: it makes a document that does not count.
        case leftOut
        /// A further row of an order, without date and amount: before its order is known, and where that is.
        case unplaced, continued
        /// A further row of an order that was left out.
        case leftOutWithOrder
    }

    let header: Header
    private let bytes: ArraySlice<UInt8>

    /// The detail that begins at `place`; nil where the bytes end.
    init?(_ bytes: [UInt8], at place: Int) {
        guard place + Header.byteCount <= bytes.count else { return nil }
        header = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Header.self) }
        let end = place + Int(header.byteCount)
        guard header.byteCount >= Header.byteCount, end <= bytes.count else { return nil }
        self.bytes = bytes[place..<end]
    }

    var mark: RowMark { RowMark(word: header.mark) }

    /// The bytes, for another stream.
    func bytes(with detour: Detour) -> [UInt8] {
        var header = header
        header.detour = detour
        return Swift.withUnsafeBytes(of: header) { Array($0) } + bytes.dropFirst(Header.byteCount)
    }

    subscript(number: Number) -> Int64? {
        let bit: UInt8 = 1 << UInt8(number.rawValue)
        guard header.numbers & bit != 0 else { return nil }
        let place = Header.byteCount + 8 * (header.numbers & (bit - 1)).nonzeroBitCount
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Int64.self) }
    }

    subscript(text: Text) -> String? { self[textAt: text.rawValue] }

    /// The text by which orders are broken down, by its number among those of the ledger.
    subscript(dimension number: Int) -> String? { self[textAt: Self.firstDimension + number] }

    /// The place of such a text among all.
    static func place(ofDimension number: Int) -> Int { firstDimension + number }

    private subscript(textAt number: Int) -> String? {
        let bit: UInt32 = 1 << UInt32(number)
        guard header.texts & bit != 0 else { return nil }
        var place = bytes.startIndex + Header.byteCount + 8 * header.numbers.nonzeroBitCount
        for _ in 0..<(header.texts & (bit - 1)).nonzeroBitCount { place += length(at: &place) }
        let count = length(at: &place)
        return String(decoding: bytes[place..<place + count], as: UTF8.self)
    }

    /// A text's length, seven bits a byte, the lowest first; moves behind it.
    private func length(at place: inout Int) -> Int {
        var length = 0
        var shift = 0
        while bytes[place] & 128 != 0 {
            length |= Int(bytes[place] & 127) << shift
            shift += 7
            place += 1
        }
        length |= Int(bytes[place]) << shift
        place += 1
        return length
    }

    // MARK: Currencies

    /// Three letters A…Z as a number from 1; 0 for anything else.
    static func currencyNumber(_ code: String) -> UInt16 {
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return 0 }
        return code.utf8.reduce(0) { $0 * 26 + UInt16($1 - 65) } + 1
    }

    /// nil for 0.
    static func currencyCode(_ number: UInt16) -> String? {
        guard number > 0 else { return nil }
        let letters = [(number - 1) / 676, (number - 1) / 26 % 26, (number - 1) % 26]
        return String(decoding: letters.map { UInt8($0 + 65) }, as: UTF8.self)
    }
}
