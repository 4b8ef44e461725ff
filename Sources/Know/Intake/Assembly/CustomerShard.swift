/// The rows of one worker whose customers' identifiers hash into one share, and the texts of those identifiers.
///
/// Rows are told apart by share while they are read, so that later one share fits into a processor's cache.
final class CustomerShard {
    /// The customers whose identifier is a text, each once.
    private(set) var table = KeyTable()
    /// By code: where the text ends in `texts`.
    private var textEnds = GrowingMemory<UInt32>()
    private var texts = GrowingMemory<UInt8>()
    let rows: RowBlocks
    /// Whether the rows still stand in the order in which they were read.
    private(set) var isInOrder = true

    init(extraCount: Int, arena: RowArena) { rows = RowBlocks(extraCount: extraCount, arena: arena) }

    /// The code of a customer's text, which is kept when it is new.
    func code(of text: UnsafeBufferPointer<UInt8>, _ key: CustomerKey) -> UInt32 {
        let (code, isNew) = table.code(of: key.key, check: key.check, hash: Hashing.spread(key.key))
        if isNew {
            texts.append(text)
            textEnds.append(UInt32(texts.count))
        }
        return code
    }

    /// How many texts there are.
    var textCount: Int { table.count }

    /// By code: whose the text is.
    func textKeys() -> [CustomerKey] {
        [CustomerKey](unsafeUninitializedCapacity: table.count) { keys, count in
            table.forEach { key, code in keys.initializeElement(at: Int(code), to: key) }
            count = table.count
        }
    }

    /// The bytes of the text with this code; valid while no other is kept.
    func text(_ code: Int) -> UnsafeBufferPointer<UInt8> {
        texts.part((code == 0 ? 0 : Int(textEnds[code - 1]))..<Int(textEnds[code]))
    }

    /// The bytes of a customer's text; nil when this worker has not met the customer.
    func text(of key: CustomerKey) -> UnsafeBufferPointer<UInt8>? {
        table.find(key.key, check: key.check, hash: Hashing.spread(key.key)).map { text(Int($0)) }
    }

    /// Takes out the wide rows that `isTaken` says; the others stay.
    func takeWide(where isTaken: (Row) -> Bool) -> [(row: Row, extras: [UInt16])] {
        let taken = rows.takeWide(where: isTaken)
        if !taken.isEmpty { isInOrder = false }
        return taken
    }

    /// Forgets all rows; others may be added in another order.
    ///
    /// - Parameter givesBack: Whether their memory goes back to the system at once.
    func removeRows(givingBack givesBack: Bool = false) {
        rows.removeAll(givingBack: givesBack)
        isInOrder = false
    }

    /// Forgets all texts.
    func removeTexts() {
        table = KeyTable()
        textEnds = GrowingMemory()
        texts = GrowingMemory()
    }
}

/// A customer's identifier: a number, or the hashes of a text.
struct CustomerKey: Hashable, BitwiseCopyable {
    /// The number, or a hash with the highest bit set.
    var key: UInt64
    /// 24 bits of another hash.
    var check: UInt32
}

extension [CustomerKey] {
    /// Whose row it is, where these are the keys of the share's texts by code.
    func key(of row: Row) -> CustomerKey {
        row.customer & Hashing.textMark == 0
            ? CustomerKey(key: row.customer, check: 0) : self[Int(row.customer & ~Hashing.textMark)]
    }
}
