// Unsafe memory: a text is read between two offsets of the arena, eight bytes at a time while eight are left.

/// The customers' identifiers as the file has them, one per customer of the ledger, in the ledger's order.
///
/// Numbers take eight bytes and no text is kept for them; everything else stands in one arena.
public struct CustomerTable: Sendable {
    /// The number, or with the highest bit set the place in `offsets`.
    @usableFromInline let keys: [UInt64]
    /// Where each text begins in `arena`, and one more for the end.
    let offsets: [UInt32]
    let arena: [UInt8]

    @usableFromInline static let textMark: UInt64 = 1 << 63

    /// How many customers there are.
    public var count: Int { keys.count }

    init(keys: [UInt64], offsets: [UInt32], arena: [UInt8]) {
        precondition(offsets.last.map(Int.init) ?? 0 == arena.count, "the last offset is the arena's end")
        self.keys = keys
        self.offsets = offsets
        self.arena = arena
    }

    /// The identifier of the customer at `index`.
    public subscript(index: Int) -> String {
        let key = keys[index]
        guard key & Self.textMark != 0 else { return String(key) }
        let place = Int(key & ~Self.textMark)
        return String(decoding: arena[Int(offsets[place])..<Int(offsets[place + 1])], as: UTF8.self)
    }

    /// A number that depends on the identifier alone, so that chance drawn from it is the same for the same customer
    /// whatever the order of rows.
    @inlinable
    public func hash(of index: Int) -> UInt64 {
        let key = keys[index]
        return key & Self.textMark != 0 ? textHash(Int(key & ~Self.textMark)) : Self.mixed(key)
    }

    @usableFromInline
    func textHash(_ place: Int) -> UInt64 {
        arena.withUnsafeBytes { arena in
            var state: UInt64 = 0x9AE1_6A3B_2F90_404F
            var start = Int(offsets[place])
            let end = Int(offsets[place + 1])
            while start &+ 8 <= end {
                let word = arena.loadUnaligned(fromByteOffset: start, as: UInt64.self)
                state = Self.mixed(state ^ UInt64(littleEndian: word))
                start &+= 8
            }
            // The length keeps a rest apart from one with zeros behind it.
            var rest = UInt64(truncatingIfNeeded: end &- start) << 56
            for place in start..<end { rest |= UInt64(arena[place]) << UInt64((place &- start) &* 8) }
            return Self.mixed(state ^ rest)
        }
    }

    /// The finaliser of MurmurHash3 (A. Appleby, public domain).
    @inlinable
    static func mixed(_ value: UInt64) -> UInt64 {
        var value = value ^ 0x5851_F42D_4C95_7F2D
        value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return value ^ (value >> 33)
    }

    /// Collects identifiers in the ledger's order.
    public struct Builder {
        private var keys: [UInt64] = []
        private var offsets: [UInt32] = [0]
        private var arena: [UInt8] = []

        public init() {}

        /// Room for `count` customers, and for the texts of some of them.
        public mutating func reserve(_ count: Int, textBytes: Int = 0) {
            keys.reserveCapacity(count)
            // Memory that nobody has touched; the advice is about its pages alone.
            keys.withUnsafeMutableBufferPointer { used in
                guard let start = used.baseAddress else { return }
                HugePages.advise(start, byteCount: count * MemoryLayout<UInt64>.stride)
            }
            arena.reserveCapacity(textBytes)
        }

        /// The next customers at once.
        ///
        /// - Parameters:
        ///   - keys: Numbers below 2⁶³; where `textMark` is set, the customer is the next text.
        ///   - textEnds: Where each text ends in `bytes`; none of them is a number in canonical form.
        public mutating func append(keys: [UInt64], textMark: UInt64, textEnds: [Int], bytes: [UInt8]) {
            if textEnds.isEmpty { return self.keys.append(contentsOf: keys) }
            var text = UInt64(offsets.count - 1)
            for key in keys {
                if key & textMark == 0 {
                    self.keys.append(key)
                } else {
                    self.keys.append(CustomerTable.textMark | text)
                    text += 1
                }
            }
            precondition(arena.count + bytes.count <= Int(UInt32.max), "identifiers take at most 4 GiB")
            for end in textEnds { offsets.append(UInt32(arena.count + end)) }
            arena.append(contentsOf: bytes)
        }

        /// The next customer is a number without leading zeros, below 2⁶³.
        public mutating func append(number: UInt64) { keys.append(number) }

        /// The next customer is any text; a number in canonical form is kept as one.
        public mutating func append(text: some Collection<UInt8>) {
            if let number = Self.canonicalNumber(text) { return append(number: number) }
            keys.append(CustomerTable.textMark | UInt64(offsets.count - 1))
            arena.append(contentsOf: text)
            precondition(arena.count <= Int(UInt32.max), "identifiers take at most 4 GiB")
            offsets.append(UInt32(arena.count))
        }

        public func build() -> CustomerTable { CustomerTable(keys: keys, offsets: offsets, arena: arena) }

        /// The value of one to eighteen digits without a leading zero.
        private static func canonicalNumber(_ text: some Collection<UInt8>) -> UInt64? {
            guard (1...18).contains(text.count), text.first != UInt8(ascii: "0") else { return nil }
            var value: UInt64 = 0
            for byte in text {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + UInt64(byte - 48)
            }
            return value
        }
    }
}
