/// Finds which column plays which role: given ones first, then by name, then by content.
struct ColumnMatching {
    let table: SampleTable
    let names: [HeaderName]
    let contents: [ColumnContent]

    private(set) var columns: [ColumnRole: Int] = [:]
    private(set) var reasons: [ColumnRole: RecognisedColumn.Reason] = [:]

    /// Roles for which several columns fit equally well, with those columns; the first of them was taken.
    private(set) var ambiguous: [ColumnRole: [Int]] = [:]

    /// How surely the name of the taken column speaks for its role.
    private(set) var scores: [ColumnRole: Int] = [:]

    /// Roles that the user says no column has.
    private(set) var barred: Set<ColumnRole>

    /// Columns that a mapping names and this file lacks, and that are left out therefore.
    private(set) var missing: [RecognitionRemark.MissingColumn] = []

    /// - Parameters:
    ///   - mapped: Given roles of which a mapping file says so, and not the user.
    ///   - dateFormat: How the user says that dates are written.
    init(
        _ table: SampleTable, given: [ColumnRole: String], mapped: Set<ColumnRole> = [], dateFormat: DateFormat? = nil
    ) throws(RecognitionError) {
        self.table = table
        names = table.header.map { HeaderName($0) }
        barred = Set(given.filter { $0.value.isEmpty }.keys)
        contents = ColumnContent.all(of: table, dateFormat: dateFormat)
        for (role, name) in given.sorted(by: { $0.key.order < $1.key.order }) where !name.isEmpty {
            do throws(RecognitionError) {
                columns[role] = try column(named: name, for: role)
                reasons[role] = .given
            } catch .noSuchColumn where mapped.contains(role) && isDispensable(role) {
                // Another column would be a guess against the user's word.
                barred.insert(role)
                missing.append(RecognitionRemark.MissingColumn(role: role, name: name))
            }
        }
        matchByName()
        matchByContent()
    }

    /// Whether the orders of a file that lacks the column are told without it. An address beside a given customer says
    /// who somebody is once more.
    private func isDispensable(_ role: ColumnRole) -> Bool {
        role.isOptional || (role == .email || role == .phone) && columns[.customer] != nil
    }

    /// Takes a role away from its column.
    mutating func drop(_ role: ColumnRole) {
        columns[role] = nil
        reasons[role] = nil
        ambiguous[role] = nil
    }

    /// Gives the column of one role to another.
    mutating func move(_ role: ColumnRole, to other: ColumnRole) {
        columns[other] = columns[role]
        reasons[other] = reasons[role]
        scores[other] = scores[role]
        ambiguous[other] = ambiguous[role]
        drop(role)
    }

    /// Decides for one of the columns that fit a role equally well.
    mutating func take(_ column: Int, for role: ColumnRole) {
        columns[role] = column
        ambiguous[role] = nil
    }

    /// Gives a free column to a role.
    mutating func give(_ column: Int, to role: ColumnRole, because reason: RecognisedColumn.Reason) {
        columns[role] = column
        reasons[role] = reason
    }

    func content(of role: ColumnRole) -> ColumnContent? { columns[role].map { contents[$0] } }

    /// The column that `name` names.
    private func column(named name: String, for role: ColumnRole) throws(RecognitionError) -> Int {
        let found = table.columns(named: name, names)
        guard let column = found.first else { throw .noSuchColumn(role, name: name, header: table.header) }
        if found.count == 1 { return column }
        guard table.header[column] == name else {
            throw .ambiguous(role, columns: found.map(table.name(of:)), header: table.header)
        }
        guard found.allSatisfy({ isSame($0, column, for: role) }) else {
            throw .ambiguous(role, columns: found.map { "#\($0 + 1)" }, header: table.header)
        }
        return column
    }

    private struct Candidate {
        let role: ColumnRole
        let column: Int
        let score: Int
    }

    /// The surest pair of role and column first, then the surest of what is left.
    private mutating func matchByName() {
        let taken = Set(columns.values)
        let judge = ColumnJudge(names: names)
        var candidates: [Candidate] = []
        for column in names.indices where !taken.contains(column) {
            for (role, score) in judge.scores(of: column, with: contents[column])
            where columns[role] == nil && !barred.contains(role) {
                candidates.append(Candidate(role: role, column: column, score: score))
            }
        }
        candidates.sort { ($1.score, $0.role.order, $0.column) < ($0.score, $1.role.order, $1.column) }
        while let best = candidates.first {
            // A column that means something else more surely is no rival.
            let rivals = candidates.filter { rival in
                rival.role == best.role && rival.score + Self.equalMargin > best.score
                    && !candidates.contains { $0.column == rival.column && $0.score > rival.score }
            }
            let column = choose(among: rivals.map(\.column), for: best.role) ?? best.column
            columns[best.role] = column
            reasons[best.role] = .byName
            scores[best.role] = rivals.first { $0.column == column }?.score ?? best.score
            candidates.removeAll { $0.role == best.role || $0.column == column }
        }
    }

    /// Among columns whose names fit equally well: the one that is filled, or any when they say the same.
    private mutating func choose(among rivals: [Int], for role: ColumnRole) -> Int? {
        guard rivals.count > 1 else { return rivals.first }
        let fullest = rivals.map { contents[$0].fill }.max() ?? 0
        let filled = rivals.filter { contents[$0].fill * 2 > fullest || fullest == 0 }
        guard let first = filled.first else { return nil }
        if filled.contains(where: { !isSame($0, first, for: role) }) { ambiguous[role] = filled.sorted() }
        return first
    }

    /// Whether two columns say the same in every row; of ids only that they part the rows in the same way.
    private func isSame(_ left: Int, _ right: Int, for role: ColumnRole) -> Bool {
        guard left != right else { return true }
        guard role == .order || role == .customer else {
            return contents[left].values == contents[right].values && !contents[left].isEmpty
        }
        var there: [String: String] = [:]
        var back: [String: String] = [:]
        for row in table.rows {
            let (one, two) = (left < row.count ? row[left] : "", right < row.count ? row[right] : "")
            guard there[one, default: two] == two, back[two, default: one] == one else { return false }
            there[one] = two
            back[two] = one
        }
        return !there.isEmpty
    }

    /// E-mail addresses, dates and currency codes are known by their looks, unless the name says otherwise.
    private mutating func matchByContent() {
        for role in [ColumnRole.email, .date, .currency] where columns[role] == nil && !barred.contains(role) {
            let free = columnsLike(role).filter { !ColumnVocabulary.forbids(role, for: names[$0]) }
            guard let column = free.first else { continue }
            if free.contains(where: { !isSame($0, column, for: role) }) { ambiguous[role] = free }
            columns[role] = column
            reasons[role] = .byContent
        }
    }

    /// The free column that is called what `role` needs, whatever it holds.
    func columnNamedFor(_ role: ColumnRole) -> Int? {
        let taken = Set(columns.values)
        return names.indices.filter { !taken.contains($0) && !contents[$0].isEmpty }
            .map { (column: $0, score: ColumnVocabulary.scores(of: names[$0])[role] ?? 0) }
            .filter { $0.score >= 80 }.max { $0.score < $1.score }?.column
    }

    /// What is missing, and the most that can be said of it.
    func missing(_ need: RecognitionError.Need, _ role: ColumnRole) -> RecognitionError {
        let suggestions = columnsLike(role)
        if suggestions.isEmpty, let column = columnNamedFor(role),
            // The value at fault, not one of the good ones before it.
            let value = contents[column].values.first(where: { !Self.isReadable($0, as: need) })
        {
            return .unreadable(need, column: table.name(of: column), value: value)
        }
        return .missing(need, header: table.header, suggestions: suggestions.map(table.name(of:)))
    }

    private static func isReadable(_ value: String, as need: RecognitionError.Need) -> Bool {
        switch need {
        case .date: !DateInference.formats(of: value).isEmpty
        case .amount: AmountShape(value) != nil
        case .customer: false
        }
    }

    /// The free columns whose content is what `role` needs; also those whose name speaks against it.
    func columnsLike(_ role: ColumnRole) -> [Int] {
        let taken = Set(columns.values)
        return names.indices.filter { column in
            guard !taken.contains(column), !contents[column].isEmpty else { return false }
            let content = contents[column]
            switch role {
            case .email: return content.emails >= 0.8
            case .date: return content.dates >= 0.95 && content.isDateNotId
            case .currency: return content.currencies == 1 && content.distinctCount <= 20 && content.hasKnownCurrencies
            case .amount: return content.amounts >= 0.95 && content.fractions >= 0.3
            default: return false
            }
        }
    }

    /// Scores closer than this are equally good.
    private static let equalMargin = 5
}
