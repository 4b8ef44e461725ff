/// The languages in which everything that a person reads exists.
public enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case polish = "pl"
    case russian = "ru"
}
