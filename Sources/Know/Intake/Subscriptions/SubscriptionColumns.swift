/// Finds which column of a file of subscriptions plays which role: given ones first, then by name.
struct SubscriptionColumns {
    let table: SampleTable
    let names: [HeaderName]
    let contents: [ColumnContent]
    private(set) var columns: [SubscriptionRole: Int] = [:]

    init(_ table: SampleTable, given: [SubscriptionRole: String]) throws(SubscriptionColumnError) {
        self.table = table
        names = table.header.map { HeaderName($0) }
        contents = ColumnContent.all(of: table)
        for (role, name) in given.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where !name.isEmpty {
            columns[role] = try column(named: name, for: role)
        }
        try matchByName(barred: Set(given.keys))
        for role in SubscriptionRole.allCases where role.isNeeded && columns[role] == nil { throw missing(role) }
    }

    private func column(named name: String, for role: SubscriptionRole) throws(SubscriptionColumnError) -> Int {
        let found = table.columns(named: name, names)
        guard let column = found.first else { throw .noSuchColumn(role, name: name, header: table.header) }
        guard found.count == 1 else {
            throw .ambiguous(role, columns: found.map(table.reference(to:)), header: table.header)
        }
        return column
    }

    private struct Candidate {
        let role: SubscriptionRole
        let column: Int
        let score: Int
    }

    /// The surest pair of role and column first, then the surest of what is left.
    private mutating func matchByName(barred: Set<SubscriptionRole>) throws(SubscriptionColumnError) {
        let taken = Set(columns.values)
        var candidates: [Candidate] = []
        for column in names.indices where !taken.contains(column) {
            for (role, score) in SubscriptionVocabulary.scores(of: names[column])
            where !barred.contains(role) && allows(role, column, score: score) {
                candidates.append(Candidate(role: role, column: column, score: score))
            }
        }
        let order = Dictionary(uniqueKeysWithValues: SubscriptionRole.allCases.enumerated().map { ($1, $0) })
        candidates.sort {
            ($1.score, order[$0.role] ?? 0, $0.column) < ($0.score, order[$1.role] ?? 0, $1.column)
        }
        while let best = candidates.first {
            let rivals = candidates.filter { rival in
                rival.role == best.role && rival.score == best.score
                    && contents[rival.column].values != contents[best.column].values
                    && !candidates.contains { $0.column == rival.column && $0.score > rival.score }
            }
            // A column without values is no rival of one with them.
            let filled = [best.column] + rivals.map(\.column)
            let fullest = filled.max { contents[$0].fill < contents[$1].fill } ?? best.column
            let equal = filled.filter { contents[$0].fill * 2 > contents[fullest].fill }
            guard equal.count == 1 || contents[fullest].isEmpty else {
                throw .ambiguous(best.role, columns: equal.map(table.reference(to:)), header: table.header)
            }
            columns[best.role] = fullest
            candidates.removeAll { $0.role == best.role || $0.column == fullest }
        }
    }

    /// Whether the column's values can be what the role needs; a column without values can be anything.
    private func allows(_ role: SubscriptionRole, _ column: Int, score: Int) -> Bool {
        let content = contents[column]
        guard !content.isEmpty else { return true }
        switch role {
        case .started: return content.allows(.date)
        // Ends that cannot be read must be told, lest everybody seem to stay; `cancelled` may hold yes and no.
        case .ended: return score > 70 || content.dates > 0
        // Of a bare number, which may be an amount of billions or an instant, the name decides.
        case .amount:
            return content.allows(.amount)
                && (content.dates < 0.5 || content.fractions >= 0.5
                    || !SubscriptionVocabulary.canMeanMoment(names[column]))
        case .currency: return content.allows(.currency)
        case .customer: return content.allows(.customer)
        case .plan, .reason: return content.fractions < 0.5 && !content.isDateNotId && content.emails < 0.5
        case .period: return content.values.prefix(200).contains { BillingPeriodReader.period($0) != nil }
        }
    }

    /// What is missing, and the most that can be said of it.
    private func missing(_ role: SubscriptionRole) -> SubscriptionColumnError {
        guard role == .started || role == .amount else { return .missing(role, header: table.header) }
        let free = names.indices.filter { !columns.values.contains($0) && !contents[$0].isEmpty }
        for column in free where (SubscriptionVocabulary.scores(of: names[column])[role] ?? 0) >= 85 {
            let value = contents[column].values.first { text in
                role == .started ? DateInference.formats(of: text).isEmpty : AmountShape(text) == nil
            }
            if let value { return .unreadable(role, column: table.name(of: column), value: value) }
        }
        return .missing(role, header: table.header)
    }
}

/// The ways to write that a subscription has no end yet, where the cell is not left blank.
enum OpenEnd {
    static func isOpen(_ text: String) -> Bool {
        if text.hasPrefix("9999") || text.hasPrefix("0000-00-00") || text.hasSuffix("9999") { return true }
        guard text.utf8.count <= 40, !text.utf8.contains(where: { $0 &- 48 < 10 }) else { return false }
        return CustomerIdentity.isNobody(text) || words.contains(HeaderName(text).key)
    }

    private static let words = Set(
        PhraseList.keys(
            of: """
                active, open, ongoing, current, present, now, never, still active, no end, aktywna, aktywny, trwa, bezterminowo,
                bezterminowa, nadal, nigdy, obecnie, активна, активен, действует, бессрочно, бессрочная, никогда,
                по настоящее время, сейчас, открыта
                """))
}
