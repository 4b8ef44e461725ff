import Domain
import Foundation
import Testing

@testable import Commands
@testable import Intake

@Suite("What the command says")
struct WordsTests {
    private static func progress(_ bytes: Int64, of total: Int64?, rows: Int, pass: Int = 1) -> IntakeProgress {
        IntakeProgress(file: "orders.csv", bytes: bytes, totalBytes: total, rows: rows, pass: pass)
    }

    @Test(
        "tells how far the reading has come",
        arguments: [
            (.english, "Reading orders.csv: 412 of 941 MB (43%), 9,812,000 rows/s, 3 s left"),
            (.polish, "Czytam orders.csv: 412 z 941 MB (43%), 9 812 000 wierszy/s, jeszcze 3 s"),
            (.russian, "Читаю orders.csv: 412 из 941 МБ (43 %), 9 812 000 строк/с, осталось 3 с"),
        ] as [(Language, String)])
    func progress(language: Language, text: String) {
        let line = ProgressLine.text(
            Self.progress(412_000_000, of: 941_000_000, rows: 19_624_000), elapsed: .seconds(2), language: language)
        #expect(line.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") == text)
    }

    @Test("tells a second pass, small files and files without an end") func otherProgress() {
        let again = ProgressLine.text(
            Self.progress(1_250_000, of: 5_000_000, rows: 10, pass: 2), elapsed: .seconds(1), language: .english)
        #expect(again == "Reading again orders.csv: 1.2 of 5.0 MB (25%), 10 rows/s, 3 s left")
        let endless = ProgressLine.text(
            Self.progress(12_000_000, of: nil, rows: 1_500), elapsed: .milliseconds(1_500), language: .english)
        #expect(endless == "Reading orders.csv: 12 MB, 1,000 rows/s")
        let nothing = ProgressLine.text(Self.progress(0, of: 10, rows: 0), elapsed: .zero, language: .english)
        #expect(nothing.contains("(0%)"))
    }

    @Test(
        "speaks of misuse in Polish and Russian",
        arguments: [
            ("Error: Unknown option '--jsn'. Did you mean '--json'?", "Nieznana opcja --jsn. Czy chodziło o --json?"),
            ("Error: Unknown option '-x'", "Nieznana opcja -x."),
            ("Error: Missing value for '--html <plik>'", "Brak wartości: --html <plik>."),
            ("Error: Missing expected argument '<plik> ...'", "Brak argumentu <plik> ..."),
            ("Error: Unexpected argument 'it's'", "Nieoczekiwane argumenty: it's."),
            ("Error: 2 unexpected arguments: 'a', 'b'", "Nieoczekiwane argumenty: a, b."),
            (
                "Error: The value 'x' is invalid for '--amounts <kind>'. Please provide one of 'gross' and 'net'.",
                "--amounts <kind> nie przyjmuje „x”. Możliwe wartości: gross, net."
            ),
            ("Error: The value '' is invalid for '--as-of <day>'", "--as-of <day> nie przyjmuje „”."),
            ("Error: The option '--json' does not take any value, but '3' was specified.", "a podano „3”."),
        ])
    func misuse(english: String, polish: String) {
        #expect(ParserWords.misuse(english, in: .english) == english)
        let text = ParserWords.misuse(english, in: .polish)
        #expect(text.hasPrefix("Błąd: ") && text.hasSuffix(polish))
        let russian = ParserWords.misuse(english, in: .russian)
        #expect(russian.hasPrefix("Ошибка: "))
        #expect(!russian.contains("Unknown") && !russian.contains("value") && !russian.contains("xpected"))
    }

    @Test(
        "takes the language of --lang before that of the locale",
        arguments: [
            (["--lang", "pl"], ["LANG": "ru_RU"], .polish), (["--lang=ru"], [:], .russian),
            (["--lang", "xx"], [:], .english),
            ([], ["LC_ALL": "", "LC_MESSAGES": "pl_PL.UTF-8", "LANG": "ru"], .polish), ([], ["LANG": "C"], .english),
        ] as [([String], [String: String], Language)])
    func language(arguments: [String], environment: [String: String], language: Language) {
        #expect(SpokenLanguage.language(arguments: arguments) { environment[$0] } == language)
    }

    @Test(
        "understands shares",
        arguments: [
            ("40%", 4_000), ("40 %", 4_000), ("0.4", 4_000), ("0,4", 4_000), ("12,5%", 1_250), ("0", 0), ("1", 10_000),
            ("100%", 10_000), ("101%", nil), ("1.01", nil), ("-1%", nil), ("-0", nil), ("nan", nil), ("inf", nil),
            ("", nil),
            ("%", nil), ("forty", nil),
        ] as [(String, Int?)])
    func share(text: String, basisPoints: Int?) {
        #expect(ShareArgument(argument: text)?.basisPoints == basisPoints)
    }

    @Test(
        "shows a default share as it is typed, in every language",
        arguments: [(0, "0%"), (5, "0.05%"), (500, "5%"), (1_250, "12.5%"), (5_000, "50%"), (10_000, "100%")])
    func defaultShare(basisPoints: Int, text: String) {
        let share = ShareArgument(basisPoints: basisPoints)
        #expect(share.defaultValueDescription == text)
        #expect(ShareArgument(argument: text) == share)
    }
}
