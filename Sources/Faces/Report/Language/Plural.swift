import Domain

/// A word, or a whole turn of phrase, in each form that a count asks for, in every language.
struct Plural: Hashable, Sendable {
    struct English: Hashable, Sendable {
        let one: String
        let other: String
    }

    /// The forms of Polish and Russian. Fractions, which CLDR calls `other`, are never counted here.
    struct Slavic: Hashable, Sendable {
        let one: String
        let few: String
        let many: String
    }

    let en: English
    let pl: Slavic
    let ru: Slavic

    init(
        en: (one: String, other: String), pl: (one: String, few: String, many: String),
        ru: (one: String, few: String, many: String)
    ) {
        self.en = English(one: en.one, other: en.other)
        self.pl = Slavic(one: pl.one, few: pl.few, many: pl.many)
        self.ru = Slavic(one: ru.one, few: ru.few, many: ru.many)
    }

    /// The form without the number.
    func form(for count: Int, in language: Language) -> String {
        let category = PluralCategory(count, in: language)
        switch language {
        case .english: return category == .one ? en.one : en.other
        case .polish: return pl.form(category)
        case .russian: return ru.form(category)
        }
    }
}

extension Plural.Slavic {
    func form(_ category: PluralCategory) -> String {
        switch category {
        case .one: one
        case .few: few
        case .many: many
        }
    }
}

/// The plural category of a whole number by the rules of CLDR 47 (Unicode, "Language Plural Rules").
///
/// English has `one` and `other`; the latter is told as `many` here.
enum PluralCategory: Hashable, Sendable {
    case one, few, many

    init(_ count: Int, in language: Language) {
        let count = count.magnitude
        let tens = count % 100
        let ones = count % 10
        let isTeen = (12...14).contains(tens)
        switch language {
        case .english: self = count == 1 ? .one : .many
        case .polish: self = count == 1 ? .one : (2...4).contains(ones) && !isTeen ? .few : .many
        case .russian:
            self = ones == 1 && tens != 11 ? .one : (2...4).contains(ones) && !isTeen ? .few : .many
        }
    }
}
