public import Domain

extension RecognitionError {
    /// What is wrong, what the file has, and the exact option that helps.
    public func message(in language: Language) -> String {
        let words = RecognitionWords(language: language)
        switch self {
        case .empty: return words.empty
        case .noHeader(let firstRow): return words.noHeader + " " + words.list(firstRow, title: words.firstRow)
        case .noSuchColumn(let role, let name, let header):
            return words.noSuchColumn(name, Self.option(role, name)) + " " + words.list(header, title: words.columns)
                + " " + words.advice([Self.option(role, words.placeholder)])
        case .missing(let need, let header, let suggestions):
            return words.missing(need) + " " + words.list(header, title: words.columns) + " "
                + words.advice(Self.options(for: need, suggestions, placeholder: words.placeholder))
        case .unreadable(let need, let column, let value): return words.unreadable(need, column, value)
        case .ambiguous(let role, let columns, let header):
            return words.ambiguous(role.rawValue, columns) + " " + words.list(header, title: words.columns) + " "
                + words.choice(columns.map { Self.option(role, $0) })
        case .impossibleBasis(let basis, let missing, let header):
            return words.impossible(basis) + " " + words.list(header, title: words.columns) + " "
                + words.advice(missing.map { Self.option($0, words.placeholder) })
        }
    }

    /// `--column amount="Total"`, quoted so that a shell passes the name on unchanged.
    private static func option(_ role: ColumnRole, _ name: String) -> String {
        "--column \(role.rawValue)=\(ShellWord.quoted(name))"
    }

    private static func options(for need: Need, _ suggestions: [String], placeholder: String) -> [String] {
        let names = suggestions.isEmpty ? [placeholder] : suggestions
        switch need {
        case .date: return names.map { option(.date, $0) }
        case .amount:
            let product = option(.quantity, placeholder) + " " + option(.unitPrice, placeholder)
            return names.map { option(.amount, $0) } + (suggestions.isEmpty ? [product] : [])
        case .customer: return [ColumnRole.customer, .email, .phone].map { option($0, placeholder) }
        }
    }
}
