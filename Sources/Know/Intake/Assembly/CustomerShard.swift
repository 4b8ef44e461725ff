/// The customers of one worker whose identifiers hash into one share, with their rows.
///
/// Rows are told apart by customer while they are read, so that later one share fits into a processor's cache.
final class CustomerShard {
    private(set) var table = KeyTable()
    /// By code: where the text ends in `texts`; numbers have none and end where the one before ends.
    private var textEnds: [UInt32] = []
    private var texts: [UInt8] = []
    let rows: RowBlocks

    init(extraCount: Int) { rows = RowBlocks(extraCount: extraCount) }

    var count: Int { table.count }

    /// Keeps the text of the customer with this code; codes come in ascending order.
    func keepText(_ text: UnsafeBufferPointer<UInt8>, of code: UInt32) {
        padTexts(to: Int(code))
        texts.append(contentsOf: text)
        textEnds.append(UInt32(texts.count))
    }

    /// The code of a customer who may be in the table already; not while a writer fills the slots.
    func code(of key: UInt64, check: UInt32, hash: UInt64, text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let (code, isNew) = table.code(of: key, check: check, hash: hash)
        if isNew, !text.isEmpty { keepText(text, of: code) }
        return code
    }

    private func padTexts(to count: Int) {
        while textEnds.count < count { textEnds.append(UInt32(texts.count)) }
    }

    /// The writer has put `count` customers into the table's slots.
    func enter(count: Int) { table.enter(count: count) }

    /// Doubles the table, which holds `count` customers.
    func grow(count: Int) {
        table.enter(count: count)
        table.grow()
    }

    /// The identifier's bytes; empty for a number.
    func text(of code: Int) -> ArraySlice<UInt8> {
        guard code < textEnds.count else { return [] }
        return texts[(code == 0 ? 0 : Int(textEnds[code - 1]))..<Int(textEnds[code])]
    }

    /// Gives back the memory of the table.
    func dropTable() { table = KeyTable() }
}
