import TestSupport
import Testing

@testable import IntakeFormats

private let polishSentences = [
    "Zażółć gęślą jaźń",
    "numer;klient;kwota\n1;Łukasz Wiśniewski;12,90\n",
    "Zamówienie zostało wysłane, dziękujemy za zakupy w naszym sklepie.",
    "Świeczka sojowa o zapachu bzu, 200 ml",
    "Gdańsk;Śródmieście;ul. Długa 5",
    "Anulowane;Nieopłacone;Wysłane;Częściowo zwrócone",
    "Płatność przy odbiorze",
    "Opakowanie na prezent – „wersja świąteczna”, 3 szt.",
    "JÓZEF ŻÓŁĆ;KRAKÓW;OPŁACONE",
    "Książka: „Pan Tadeusz”; wydanie z ilustracjami, oprawa miękka",
]

private let russianSentences = [
    "номер;клиент;сумма\n1;Иванов Пётр;1 290,00\n",
    "Заказ отменён",
    "Спасибо за покупку! Ваш заказ отправлен почтой.",
    "Москва, ул. Тверская, д. 5",
    "Оплачен;Не оплачен;Возврат",
    "САНКТ-ПЕТЕРБУРГ",
    "Жук",
    "И. О. Щукина, г. Юрьев-Польский",
    "«Чай чёрный», 100 г — 2 шт.",
    "id;city\n1;Уфа\n2;Сочи\n",
]

@Suite("The judge of encodings") struct EncodingJudgeTests {
    private func judged(_ bytes: [UInt8]) -> TextEncoding {
        var evidence = ByteEvidence()
        bytes.withUnsafeBytes { evidence.add($0) }
        evidence.finish(isCut: false)
        return EncodingJudge.encoding(by: evidence)
    }

    @Test("knows Polish in windows-1250", arguments: polishSentences)
    func polish1250(sentence: String) {
        #expect(judged(TextEncoding.windows1250.encoded(sentence)) == .windows1250)
    }

    @Test("knows Polish in ISO-8859-2, where a letter tells it from windows-1250", arguments: polishSentences)
    func polish8859(sentence: String) {
        let bytes = TextEncoding.latin2.encoded(sentence)
        let differs = bytes != TextEncoding.windows1250.encoded(sentence)
        #expect(judged(bytes) == (differs ? .latin2 : .windows1250))
    }

    @Test("knows Russian in windows-1251", arguments: russianSentences)
    func russian(sentence: String) {
        #expect(judged(TextEncoding.windows1251.encoded(sentence)) == .windows1251)
    }

    @Test("takes valid UTF-8 for UTF-8", arguments: polishSentences + russianSentences)
    func utf8(sentence: String) {
        #expect(judged(Array(sentence.utf8)) == .utf8)
    }

    @Test("tells Polish and Russian words apart one by one", arguments: [TextEncoding.windows1250, .latin2])
    func words(encoding: TextEncoding) {
        for word in polishSentences.flatMap({ $0.split { !$0.isLetter } }) where !word.utf8.allSatisfy({ $0 < 0x80 }) {
            #expect(judged(encoding.encoded(String(word))) != .windows1251, "\(word)")
        }
        for word in russianSentences.flatMap({ $0.split { !$0.isLetter } })
        where !word.utf8.allSatisfy({ $0 < 0x80 }) {
            #expect(judged(TextEncoding.windows1251.encoded(String(word))) == .windows1251, "\(word)")
        }
    }

    @Test("keeps UTF-8 with a few damaged bytes") func damagedUTF8() {
        var bytes = Array(polishSentences.joined(separator: "\n").utf8)
        bytes.insert(contentsOf: [0xFF, 0xB1], at: 40)
        #expect(judged(bytes) == .utf8)
    }

    @Test("reads Western names in a Polish file as windows-1250") func western() {
        #expect(judged([0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72]) == .windows1250)  // Müller
        #expect(judged([0x31, 0xA0, 0x32, 0x39, 0x30]) == .windows1250)  // 1 290 with a no-break space
    }

    @Test("finds the same evidence in any pieces", arguments: 0..<100)
    func pieces(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = (polishSentences + russianSentences).shuffled(using: &random).joined(separator: "\n12345678;\t")
        let encoding = TextEncoding.allCases.randomElement(using: &random)!
        let bytes = encoding.encoded(text)
        var whole = ByteEvidence()
        bytes.withUnsafeBytes { whole.add($0) }
        whole.finish(isCut: false)
        var pieced = ByteEvidence()
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...20, using: &random))
            Array(piece).withUnsafeBytes { pieced.add($0) }
            rest = rest.dropFirst(piece.count)
        }
        pieced.finish(isCut: false)
        #expect(whole.description == pieced.description, "seed \(seed)")
    }

    @Test("counts what is valid UTF-8 as Swift does", arguments: 0..<200)
    func validity(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let interesting: [UInt8] = [
            0x41, 0x80, 0xBF, 0xC1, 0xC3, 0xE0, 0xA0, 0x9F, 0xED, 0xEF, 0xF0, 0x90, 0xF4, 0x8F, 0xF5,
        ]
        let bytes = (0..<12).map { _ in interesting.randomElement(using: &random)! }
        var evidence = ByteEvidence()
        bytes.withUnsafeBytes { evidence.add($0) }
        evidence.finish(isCut: false)
        #expect((evidence.invalidBytes == 0) == (String(validating: bytes, as: UTF8.self) != nil), "seed \(seed)")
    }
}

extension ByteEvidence {
    fileprivate var description: String { String(reflecting: self) }
}
