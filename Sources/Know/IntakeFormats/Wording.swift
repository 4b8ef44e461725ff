import Domain

/// One text in the three languages, side by side so that none is forgotten.
struct Wording {
    let english: String
    let polish: String
    let russian: String

    subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .polish: polish
        case .russian: russian
        }
    }
}
