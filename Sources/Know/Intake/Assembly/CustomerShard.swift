// Unsafe memory: one `CustomerTexts`, allocated and freed with the shard.

/// The rows of one worker whose customers' identifiers hash into one share, and the texts of those identifiers.
///
/// Rows are told apart by share while they are read, so that later one share fits into a processor's cache.
final class CustomerShard {
    /// Behind a pointer, so that no access is checked for each row.
    private let texts: UnsafeMutablePointer<CustomerTexts>
    let rows: RowBlocks
    /// Whether the rows still stand in the order in which they were read.
    private(set) var isInOrder = true

    init(extraCount: Int, arena: RowArena) {
        rows = RowBlocks(extraCount: extraCount, arena: arena)
        texts = .allocate(capacity: 1)
        texts.initialize(to: CustomerTexts())
    }

    deinit {
        texts.deinitialize(count: 1)
        texts.deallocate()
    }

    /// Where texts are looked up.
    var slots: UnsafeMutablePointer<KeyTable.Slot> { texts.pointee.table.slots }
    var mask: Int { texts.pointee.table.mask }

    /// The code of a customer's text, which is kept when it is new.
    @inline(__always)
    func code(of text: UnsafeBufferPointer<UInt8>, _ key: CustomerKey) -> UInt32 {
        texts.pointee.code(of: text, key)
    }

    /// How many texts there are.
    var textCount: Int { texts.pointee.table.count }

    /// By code: whose the text is.
    func textKeys() -> [CustomerKey] { texts.pointee.keys() }

    /// The bytes of the text with this code; valid while no other is kept.
    func text(_ code: Int) -> UnsafeBufferPointer<UInt8> { texts.pointee.text(code) }

    /// The bytes of a customer's text; nil when this worker has not met the customer.
    func text(of key: CustomerKey) -> UnsafeBufferPointer<UInt8>? { texts.pointee.text(of: key) }

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
    func removeTexts() { texts.pointee = CustomerTexts() }
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
