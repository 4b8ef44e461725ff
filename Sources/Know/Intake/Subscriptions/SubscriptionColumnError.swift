public import Domain

/// Why it cannot be decided which columns of a file of subscriptions are which.
public enum SubscriptionColumnError: Error, Equatable, Sendable {
    /// The user named a column that the file does not have.
    case noSuchColumn(SubscriptionRole, name: String, header: [String])
    /// Nothing in the file can be what is needed.
    case missing(SubscriptionRole, header: [String])
    /// A column is called what is needed, but holds something else, such as `value`.
    case unreadable(SubscriptionRole, column: String, value: String)
    /// Several columns fit equally well.
    case ambiguous(SubscriptionRole, columns: [String], header: [String])

    /// What is wrong, what the file has, and the option that helps.
    public func message(in language: Language) -> String {
        let words = RecognitionWords(language: language)
        switch self {
        case .noSuchColumn(let role, let name, let header):
            return words.noSuchColumn(name, Self.option(role, name)) + " " + words.list(header, title: words.columns)
                + " " + words.advice([Self.option(role, words.placeholder)])
        case .missing(let role, let header):
            return Self.missing(role)[language] + " " + words.list(header, title: words.columns) + " "
                + words.advice([Self.option(role, words.placeholder)])
        case .unreadable(let role, let column, let value):
            return words.unreadable(role == .amount ? .amount : .date, column, value)
        case .ambiguous(let role, let columns, let header):
            return words.ambiguous(role.rawValue, columns) + " " + words.list(header, title: words.columns) + " "
                + words.choice(columns.map { Self.option(role, $0) })
        }
    }

    private static func option(_ role: SubscriptionRole, _ name: String) -> String {
        "--column \(role.rawValue)=\(ShellWord.quoted(name))"
    }

    private static func missing(_ role: SubscriptionRole) -> Phrase {
        switch role {
        case .customer:
            Phrase(
                en: "No column tells whose subscription it is.", pl: "Żadna kolumna nie mówi, czyja to subskrypcja.",
                ru: "Ни один столбец не говорит, чья это подписка.")
        case .amount:
            Phrase(
                en: "No column was recognised as the amount per period.",
                pl: "Żadna kolumna nie wygląda na kwotę za okres.",
                ru: "Ни один столбец не распознан как сумма за период."
            )
        default:
            Phrase(
                en: "No column was recognised as the day the subscription started.",
                pl: "Żadna kolumna nie wygląda na dzień rozpoczęcia subskrypcji.",
                ru: "Ни один столбец не распознан как день начала подписки.")
        }
    }
}
