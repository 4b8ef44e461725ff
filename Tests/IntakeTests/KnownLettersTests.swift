import TestSupport
import Testing

@testable import Intake

@Suite("Words of known letters") struct KnownLettersTests {
    @Test("are those that whole characters give", arguments: 0..<4_000)
    func same(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let letters = Array("abzABZ019 _-.,:/()#'ąćęłńóśźżĄĆĘŁŃÓŚŹŻабяёАБЯЁ".unicodeScalars)
        let others = Array("№%’é\u{301}\r\n\u{A0}ßÄ中".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...14, using: &random) {
            let isOther = Int.random(in: 0..<20, using: &random) == 0
            text.append((isOther ? others : letters).randomElement(using: &random)!)
        }
        guard let words = KnownLetters.words(of: text) else { return }
        #expect(words == HeaderName.splitSlowly(String(text)), "seed \(seed)")
    }

    @Test(
        "are found without asking about characters in the names of exports",
        arguments: [
            "Order ID", "orderId", "XMLName", "Data złożenia", "Дата заказа", "E-mail", "Buyer's name", "ŁÓDŹ",
        ])
    func known(_ name: String) { #expect(KnownLetters.words(of: name.unicodeScalars) != nil) }

    @Test("numbers and blanks are those of Unicode", arguments: ["", "a1", "٣", "a b", "a\u{A0}b", "a\tb", "ąę", "½"])
    func numbers(_ text: String) {
        #expect(text.hasNumber == text.contains(where: \.isNumber))
        #expect(text.hasBlank == text.contains(where: \.isWhitespace))
    }
}
