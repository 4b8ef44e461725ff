/// The rules of the statuses that one column has had.
struct StatusCache {
    private var rules: [UInt64: (rule: StatusRule, text: String, rows: Int)] = [:]
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

    mutating func look(up key: UInt64, _ rule: () -> (StatusRule, String)) -> StatusRule {
        keepRows()
        if rules[key] == nil {
            let (rule, text) = rule()
            rules[key] = (rule, text, 0)
        }
        lastKey = key
        lastRows = 1
        lastRule = rules[key]?.rule ?? .count
        return lastRule
    }

    private mutating func keepRows() {
        rules[lastKey]?.rows += lastRows
        lastRows = 0
    }

    /// How many rows had each status.
    var rowsByText: [String: Int] {
        var copy = self
        copy.keepRows()
        return copy.rules.values.reduce(into: [:]) { $0[$1.text, default: 0] += $1.rows }
    }
}
