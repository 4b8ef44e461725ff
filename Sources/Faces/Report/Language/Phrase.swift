import Domain

/// One text in every language, side by side, so that a missing translation does not compile.
struct Phrase: Hashable, Sendable {
    let en: String
    let pl: String
    let ru: String

    init(en: String, pl: String, ru: String) {
        self.en = en
        self.pl = pl
        self.ru = ru
    }

    subscript(language: Language) -> String {
        switch language {
        case .english: en
        case .polish: pl
        case .russian: ru
        }
    }
}
