import Domain
import Testing

@testable import Report

@Suite("The terminal") struct TerminalTests {
    @Test("no line is wider than the terminal, in any language", arguments: Language.allCases, [60, 80, 100])
    func width(language: Language, width: Int) {
        for (name, content) in SampleShop.all {
            let text = TerminalReport(content).text(width: width, colour: false, language: language)
            for line in text.split(separator: "\n") {
                #expect(TerminalText.width(String(line)) <= width, "“\(line)” (\(name))")
            }
            #expect(!text.contains("\u{1B}"))
        }
    }

    @Test("fits one screen") func screen() {
        let text = TerminalReport(SampleShop.garden).text(width: 96, colour: false, language: .english)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 50)
    }

    @Test("says what the shop's revenue holds beyond that of the customers it counts", arguments: Language.allCases)
    func wholeShop(language: Language) throws {
        let parts = [
            "en": "sales without a known customer: zł\u{A0}115.",
            "pl": "sprzedaż bez znanego klienta: 115\u{A0}zł.",
            "ru": "продажи без известного клиента: 115\u{A0}zł.",
        ]
        let part = try #require(parts[language.rawValue])
        for (content, isTold) in [(SampleShop.garden, true), (SampleShop.single, false)] {
            let lines = TerminalReport(content).text(width: 100, colour: false, language: language)
            #expect(lines.replacing("\n", with: " ").contains(part) == isTold, "\(lines)")
        }
    }

    @Test("colour changes nothing but the colour") func colour() {
        let plain = TerminalReport(SampleShop.garden).text(width: 90, colour: false, language: .russian)
        let coloured = TerminalReport(SampleShop.garden).text(width: 90, colour: true, language: .russian)
        #expect(coloured != plain)
        #expect(coloured.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
    }

    @Test("lines break at blanks, not within amounts") func wrapping() {
        #expect(
            TerminalText.wrapped("zysk 412\u{A0}300\u{A0}zł rocznie", 12) == [
                "zysk", "412\u{A0}300\u{A0}zł", "rocznie",
            ])
        #expect(TerminalText.wrapped("Пользовательский", 8) == ["Пользова", "тельский"])
    }

    @Test("bars show the least share and never more than the whole", arguments: [0, 0.001, 0.5, 1, 7])
    func bars(share: Double) {
        let bar = TerminalText.bar(share, 10)
        #expect(TerminalText.width(bar) <= 10)
        #expect(bar.isEmpty == (share == 0))
    }

    @Test("sparklines have a character a value") func sparklines() {
        #expect(TerminalText.sparkline([0, 4, nil, 8]) == "▁▄ █")
        #expect(TerminalText.sparkline([5, 5]) == "██")
        #expect(TerminalText.sparkline([]).isEmpty)
        #expect(TerminalText.sparkline([0, 0]) == "▁▁")
    }
}
