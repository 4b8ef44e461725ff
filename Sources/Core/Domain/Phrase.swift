/// One text in every language, side by side, so that a missing translation does not compile.
public struct Phrase: Hashable, Sendable {
    public let en: String
    public let pl: String
    public let ru: String

    public init(en: String, pl: String, ru: String) {
        self.en = en
        self.pl = pl
        self.ru = ru
    }

    public subscript(language: Language) -> String {
        switch language {
        case .english: en
        case .polish: pl
        case .russian: ru
        }
    }
}
