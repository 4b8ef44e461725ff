/// Which roles a column's name speaks for, and how surely.
enum ColumnVocabulary {
    /// The score of every role that the name can mean, 40…100.
    static func scores(of name: HeaderName) -> [ColumnRole: Int] {
        if let exact = phrases[name.key] { return exact }
        // `Total (PLN)` means what `Total` does, a little less surely than a plain `Total` beside it.
        if let exact = phrases[name.keyWithoutUnit] { return exact.mapValues { $0 - 1 } }
        // `Order: Total`, `orders.order_total`: the table's name stands before the column's.
        if name.words.count > 2, tables.contains(name.words[0]),
            let exact = phrases[name.words.dropFirst().joined()]
        {
            return exact.mapValues { $0 - 2 }
        }
        return patternScores(of: name)
    }

    /// The likeliest role of a name, if it is known at all.
    static func bestRole(of name: HeaderName) -> ColumnRole? {
        scores(of: name).max { ($0.value, $1.key.order) < ($1.value, $0.key.order) }?.key
    }

    /// Whether the name says that the column is something else than `role`, so that its content must not suggest it.
    static func forbids(_ role: ColumnRole, for name: HeaderName) -> Bool {
        vetoes[role, default: []].contains { veto in veto.allSatisfy(name.has) }
    }

    private static func patternScores(of name: HeaderName) -> [ColumnRole: Int] {
        var scores: [ColumnRole: Int] = [:]
        for pattern in patterns where pattern.stems.allSatisfy(name.has) && !forbids(pattern.role, for: name) {
            let extra = max(0, name.words.count - pattern.stems.count)
            let score = max(40, pattern.score - 3 * extra)
            scores[pattern.role] = max(scores[pattern.role] ?? 0, score)
        }
        return scores
    }

    /// Makes the tables, so that nobody waits for them later.
    static func prepare() { _ = (phrases.count, patterns.count, vetoes.count) }

    private static func raise(_ score: inout Int, to least: Int) { score = max(score, least) }

    private static let phrases: [String: [ColumnRole: Int]] = {
        var table: [String: [ColumnRole: Int]] = [:]
        table.reserveCapacity(2_500)
        for entry in ColumnPhrases.english + ColumnPhrases.polish + ColumnPhrases.russian {
            for key in PhraseList.keys(of: entry.names) {
                raise(&table[key, default: [:]][entry.role, default: 0], to: entry.score)
            }
        }
        return table
    }()

    private static let patterns: [(role: ColumnRole, score: Int, stems: [String])] = ColumnPatterns.patterns.flatMap {
        entry in
        PhraseList.words(of: entry.stems).map { (role: entry.role, score: entry.score, stems: $0) }
    }

    private static let vetoes: [ColumnRole: [[String]]] = {
        var table: [ColumnRole: [[String]]] = [:]
        for entry in ColumnPatterns.vetoes {
            let stems = PhraseList.words(of: entry.stems)
            for role in entry.roles { table[role, default: []] += stems }
        }
        return table
    }()

    private static let tables: Set<String> = [
        "order", "orders", "sale", "sales", "transaction", "zamowienie", "zamowienia", "заказ", "заказы", "t", "o",
    ]
}

extension ColumnRole {
    /// The position in the list of roles, which breaks ties.
    var order: Int { Self.positions[self] ?? 0 }

    private static let positions = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
