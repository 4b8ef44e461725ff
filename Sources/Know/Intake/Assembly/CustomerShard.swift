/// The rows of one worker whose customers' identifiers hash into one share, and the texts of those identifiers.
///
/// Rows are told apart by share while they are read, so that later one share fits into a processor's cache.
final class CustomerShard {
    /// The customers whose identifier is a text, each once.
    private(set) var table = KeyTable()
    /// By code: the text's hashes, and where it ends in `texts`.
    private(set) var identities: [CustomerKey] = []
    private var textEnds: [UInt32] = []
    private var texts: [UInt8] = []
    let rows: RowBlocks
    /// Whether the rows still stand in the order in which they were read.
    private(set) var isInOrder = true

    init(extraCount: Int, arena: RowArena) { rows = RowBlocks(extraCount: extraCount, arena: arena) }

    /// The code of a customer's text, which is kept when it is new.
    func code(of text: some Sequence<UInt8>, _ identity: CustomerKey) -> UInt32 {
        let (code, isNew) = table.code(
            of: identity.key, check: identity.check, hash: Hashing.spread(identity.key))
        if isNew {
            identities.append(identity)
            texts.append(contentsOf: text)
            textEnds.append(UInt32(texts.count))
        }
        return code
    }

    /// The identifier's bytes; nil when this worker has not met the customer.
    func text(of identity: CustomerKey) -> ArraySlice<UInt8>? {
        table.find(identity.key, check: identity.check, hash: Hashing.spread(identity.key)).map {
            let code = Int($0)
            return texts[(code == 0 ? 0 : Int(textEnds[code - 1]))..<Int(textEnds[code])]
        }
    }

    /// Whose row it is, told apart from all other customers of all workers.
    func identity(of row: Row) -> CustomerKey {
        row.customer & Hashing.textMark == 0
            ? CustomerKey(key: row.customer, check: 0) : identities[Int(row.customer & ~Hashing.textMark)]
    }

    /// Takes out the wide rows that `isTaken` says; the others stay.
    func takeWide(where isTaken: (Row) -> Bool) -> [(row: Row, extras: [UInt16])] {
        let taken = rows.takeWide(where: isTaken)
        if !taken.isEmpty { isInOrder = false }
        return taken
    }

    /// Forgets all rows; others may be added in another order.
    func removeRows() {
        rows.removeAll()
        isInOrder = false
    }
}

/// A customer's identifier: a number, or the hashes of a text.
struct CustomerKey: Hashable {
    /// The number, or a hash with the highest bit set.
    var key: UInt64
    /// 24 bits of another hash.
    var check: UInt32
}
