import Testing

@testable import IntakeFormats

@Suite("The currency that a number format shows") struct FormatCurrencyTests {
    @Test(
        "is read in all ways that spreadsheets write it",
        arguments: [
            // As Excel writes them.
            ("#,##0.00\\ \"zł\"", "zł"), ("#,##0.00\\ [$zł-415]", "zł"), ("[$€-407] #,##0.00", "€"),
            ("[$€-2]\\ #,##0.00", "€"), ("#,##0.00\\ [$€-x-euro2]", "€"), ("[$€]#,##0.00", "€"),
            ("#,##0.00\\ [$₽-419]", "₽"), ("#,##0.00\\ [$грн.-422]", "грн."), ("[$USD] #,##0.00", "USD"),
            ("#,##0.00\\ [$CHF-807]", "CHF"), ("[$XAF] 0", "XAF"), ("[$ PLN ] 0", "PLN"),
            ("_-* #,##0.00\\ \"zł\"_-;\\-* #,##0.00\\ \"zł\"_-;_-* \"-\"??\\ \"zł\"_-;_-@_-", "zł"),
            ("_(\"$\"* #,##0.00_);_(\"$\"* \\(#,##0.00\\);_(\"$\"* \"-\"??_);_(@_)", "$"),
            ("[$$-409]#,##0.00;[Red]-[$$-409]#,##0.00", "$"), ("#,##0.00\\ [$kr-41D]", "kr"),
            // Typed by people and written by libraries.
            ("#,##0.00 zł", "zł"), ("0.00zł", "zł"), ("0.00р.", "р."), ("#,##0.00\"р.\"", "р."), ("0.00 руб", "руб"),
            ("#,##0.00\\ \\z\\ł", "zł"), ("€#,##0.00", "€"), ("$0", "$"), ("0.00 \"PLN\"", "PLN"), ("0.00 PLN", "PLN"),
            ("\"EUR \"0.00", "EUR"), ("0.00 \"zł.\"", "zł."), ("0.00 \"EUR.\"", "EUR"), ("0.00 \"kr.\"", "kr"),
            ("General\" zł\"", "zł"), ("[Red]0.00 \"zł\"", "zł"), ("[>=1000]0.00 \"zł\";0", "zł"),
            ("[$-415]0.00 \"zł\"", "zł"), ("0.00 \"zł\";(0.00 \"zł\")", "zł"), ("\"zł\" 0.00 \"zł\"", "zł"),
            ("0.00 \"zł/szt.\"", "zł"), ("\"razem\" 0.00 \"zł brutto\"", "zł"), ("0.00 \"zł", "zł"), ("0.00[$zł", "zł"),
            ("\"zł\"@", "zł"),
        ])
    func shown(code: String, currency: String) {
        #expect(FormatCurrency.text(inCode: code) == currency)
    }

    @Test(
        "is none where there is only a language, a unit, a share or several",
        arguments: [
            "General", "0.00", "#,##0.00", "", "@", "[$-415]0.00", "[$-F800]dddd", "[$]0.00", "[$-]0.00", "0.00%",
            "0.00 \"zł\"%", "0 \"szt.\"", "0 \"pcs\"", "0 \"PCS\"", "0 \"шт.\"", "0.0 \"kg\"", "0 \"szt\"", "[$PCS] 0",
            "[$szt.] 0", "[$R$-416] #,##0.00", "\"R$\" 0.00", "0.00 \"zł\" \"€\"", "0.00;0.00 \"zł\"", ";0 \"zł\"",
            "0.00E+00", "0.00_z_ł", "*z*ł0.00", "0 \"pln\"", "\"try\" 0", "\"CUP\" 0", "[Red]0", "0 \"tys.\"",
            "\"zlecenie\" 0", "\\", "[", "\"", "_", "*", "[$", "0.00 \"złoto\"", "\"nr\" 0",
        ])
    func none(code: String) {
        #expect(FormatCurrency.text(inCode: code) == nil)
    }
}
