/// The rules of the statuses that one column has had, and how many rows had each.
struct StatusCache {
    /// What one text is taken for; the rule is nil where nobody knows the text.
    struct Entry {
        let text: String
        let rule: StatusRule?
        var rows = 0
    }

    private var entries: [UInt64: Entry] = [:]
    private var lastKey: UInt64 = 0
    private var lastRule = StatusRule.count
    private var lastRows = 0

    /// The rule of the status that the row before had too.
    mutating func again(_ key: UInt64) -> StatusRule? {
        guard key == lastKey else { return nil }
        lastRows += 1
        return lastRule
    }

    /// Takes in a row that has the status of the row before, if that status counts.
    mutating func countsAgain(_ key: UInt64) -> Bool {
        guard key == lastKey, lastRule == .count else { return false }
        lastRows += 1
        return true
    }

    mutating func look(up key: UInt64, _ entry: () -> Entry) -> StatusRule {
        keepRows()
        if entries[key] == nil { entries[key] = entry() }
        lastKey = key
        lastRows = 1
        lastRule = entries[key]?.rule ?? .count
        return lastRule
    }

    /// The rule of a status that was looked up before, without counting a row.
    func rule(of key: UInt64) -> StatusRule? { entries[key]?.rule }

    /// Counts the last row no more: it was a header and no order.
    mutating func takeBack() { lastRows -= 1 }

    private mutating func keepRows() {
        entries[lastKey]?.rows += lastRows
        lastRows = 0
    }

    /// All statuses with their rows.
    var counted: [Entry] {
        var copy = self
        copy.keepRows()
        return copy.entries.values.filter { $0.rows > 0 }
    }
}
