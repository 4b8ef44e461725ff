/// The customers of one worker whose identifiers hash into one share, with their rows.
///
/// Rows are told apart by customer while they are read, so that later one share fits into a processor's cache.
final class CustomerShard {
    var table = KeyTable()
    /// By code: the key and the check.
    private(set) var keys: [UInt64] = []
    private(set) var checks: [UInt32] = []
    /// By code: where the text ends in `texts`; numbers have none and end where the one before ends.
    private(set) var textEnds: [UInt32] = []
    private(set) var texts: [UInt8] = []
    let rows: RowBlocks

    init(extraCount: Int) { rows = RowBlocks(extraCount: extraCount) }

    var count: Int { keys.count }

    /// The code of a customer who is not in the table yet.
    func enter(_ key: UInt64, check: UInt32, hash: UInt64, text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let code = table.code(of: key, check: check, hash: hash).code
        add(key, check: check, text: text)
        return code
    }

    /// The code of a customer who may be in the table already.
    func code(of key: UInt64, check: UInt32, hash: UInt64, text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let (code, isNew) = table.code(of: key, check: check, hash: hash)
        if isNew { add(key, check: check, text: text) }
        return code
    }

    private func add(_ key: UInt64, check: UInt32, text: UnsafeBufferPointer<UInt8>) {
        keys.append(key)
        checks.append(check)
        if key & Hashing.textMark != 0 { texts.append(contentsOf: text) }
        textEnds.append(UInt32(texts.count))
    }

    /// The identifier's bytes; empty for a number.
    func text(of code: Int) -> ArraySlice<UInt8> {
        texts[(code == 0 ? 0 : Int(textEnds[code - 1]))..<Int(textEnds[code])]
    }

    /// Gives back the memory of the table.
    func dropTable() { table = KeyTable() }
}
