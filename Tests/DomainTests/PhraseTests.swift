import Domain
import Testing

@Suite("Phrase")
struct PhraseTests {
    @Test("has a text of its own in every language", arguments: Language.allCases)
    func languages(language: Language) {
        let phrase = Phrase(en: "en", pl: "pl", ru: "ru")
        #expect(phrase[language] == language.rawValue)
    }

    @Test("speaks English, Polish and Russian") func all() {
        #expect(Language.allCases.map(\.rawValue) == ["en", "pl", "ru"])
    }
}
