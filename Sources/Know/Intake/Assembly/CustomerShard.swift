/// The rows of one worker whose customers' identifiers hash into one share, and the texts of those identifiers.
///
/// Rows are told apart by share while they are read, so that later one share fits into a processor's cache.
final class CustomerShard {
    /// The customers whose identifier is a text, each once.
    private(set) var table = KeyTable()
    /// By code: where the text ends in `texts`.
    private var textEnds: [UInt32] = []
    private var texts: [UInt8] = []
    let rows: RowBlocks

    init(extraCount: Int, arena: RowArena) { rows = RowBlocks(extraCount: extraCount, arena: arena) }

    /// Keeps the text of a customer who may have been met before.
    func keepText(_ text: UnsafeBufferPointer<UInt8>, key: UInt64, check: UInt32) {
        guard table.code(of: key, check: check, hash: Hashing.spread(key)).isNew else { return }
        texts.append(contentsOf: text)
        textEnds.append(UInt32(texts.count))
    }

    /// The identifier's bytes; nil when this worker has not met the customer.
    func text(of key: UInt64, check: UInt32) -> ArraySlice<UInt8>? {
        guard let code = table.find(key, check: check, hash: Hashing.spread(key)).map(Int.init) else { return nil }
        return texts[(code == 0 ? 0 : Int(textEnds[code - 1]))..<Int(textEnds[code])]
    }
}
