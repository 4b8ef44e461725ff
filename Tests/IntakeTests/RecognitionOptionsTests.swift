import Domain
import Intake
import Testing

@Suite("Mapping") struct RecognitionOptionsTests {
    @Test("is read as it was saved")
    func roundTrip() throws {
        let options = RecognitionOptions(
            columns: [.amount: "Wartość „brutto”", .salesChannel: "Kanał/źródło"],
            basis: AmountBasis(isGross: false, includesShipping: true), dateFormat: .dayMonthYear, decimalMark: .comma,
            statusRules: ["Anulowane": .exclude, "nowe": .count], phoneCountry: .poland, amountIsPerLine: false,
            currency: Currency("PLN"), timeZone: "Europe/Warsaw", encoding: "windows-1250", sheet: "Zamówienia „2026”")
        #expect(try RecognitionOptions(mapping: options.mapping) == options)
        #expect(try RecognitionOptions(mapping: RecognitionOptions().mapping) == RecognitionOptions())
    }

    @Test("has this form")
    func form() throws {
        let options = RecognitionOptions(
            columns: [.unitPrice: "Cena/szt"], basis: AmountBasis(isGross: true, includesShipping: false),
            dateFormat: .epochMilliseconds, statusRules: ["Zwrot": .reverse])
        #expect(
            String(decoding: options.mapping, as: UTF8.self) == """
                {
                  "basis" : {
                    "gross" : true,
                    "shipping" : false
                  },
                  "columns" : {
                    "price" : "Cena/szt"
                  },
                  "date-format" : "epoch-ms",
                  "statuses" : {
                    "Zwrot" : "reverse"
                  }
                }
                """)
    }

    @Test(
        "names what is wrong with it",
        arguments: [
            ("", MappingError.notJSON), ("[1", .notJSON), ("[]", .wrongType("")),
            (#"{"columns": {"amount": 5}}"#, .wrongType("columns.amount")),
            (#"{"basis": {"gross": "yes"}}"#, .wrongType("basis.gross")),
            (
                #"{"colums": {}}"#,
                .unknownKey(
                    "colums", in: "mapping",
                    known: [
                        "columns", "basis", "statuses", "currency", "encoding", "sheet", "date-format", "decimal-mark",
                        "phone-country", "amount-per", "time-zone",
                    ])
            ),
            (#"{"basis": {"net": true}}"#, .unknownKey("net", in: "basis", known: ["gross", "shipping"])),
            (
                #"{"columns": {"total": "Total"}}"#,
                .unknownKey("total", in: "columns", known: ColumnRole.allCases.map(\.rawValue))
            ),
            (
                #"{"statuses": {"x": "skip"}}"#,
                .unknownValue("skip", for: "x", known: ["count", "exclude", "reverse", "refund"])
            ),
            (#"{"amount-per": "row"}"#, .unknownValue("row", for: "amount-per", known: ["order", "line"])),
            (#"{"currency": "złoty"}"#, .unreadableValue("złoty", for: "currency", example: "EUR")),
            (#"{"time-zone": "Warsaw"}"#, .unreadableValue("Warsaw", for: "time-zone", example: "Europe/Warsaw")),
            (#"{"sheet": 2}"#, .wrongType("sheet")),
            (#"{"decimal-mark": ","}"#, .unknownValue(",", for: "decimal-mark", known: ["point", "comma"])),
        ])
    func wrong(json: String, error: MappingError) {
        #expect(throws: error) { try RecognitionOptions(mapping: Array(json.utf8)) }
        #expect(Set(Language.allCases.map { error.message(in: $0) }).count == Language.allCases.count)
    }

    @Test("gives way to the options of the command line")
    func merged() throws {
        let mapping = RecognitionOptions(
            columns: [.amount: "A", .date: "D"], dateFormat: .compact, statusRules: ["x": .exclude])
        var options = RecognitionOptions()
        try options.addColumn("amount=B = C")
        try options.addStatusRule("a=b=count")
        let both = options.merged(over: mapping)
        #expect(both.columns == [.amount: "B = C", .date: "D"])
        #expect(both.statusRules == ["x": .exclude, "a=b": .count])
        #expect(both.dateFormat == .compact)
        let reading = RecognitionOptions(amountIsPerLine: true, currency: Currency("EUR"), timeZone: "UTC")
        let saved = RecognitionOptions(
            amountIsPerLine: false, currency: Currency("PLN"), timeZone: "Europe/Warsaw", encoding: "utf-8",
            sheet: "2026")
        let merged = reading.merged(over: saved)
        #expect(merged.amountIsPerLine == true && merged.currency == Currency("EUR") && merged.timeZone == "UTC")
        #expect(merged.encoding == "utf-8" && merged.sheet == "2026")
    }

    @Test("of what was recognised leads to the same plan again", arguments: RecognitionExport.all)
    func reused(export: RecognitionExport) throws {
        let table = sample(export.text)
        let first = try recognise(table)
        var options = RecognitionOptions(dateFormat: first.plan.dateFormat, decimalMark: first.plan.decimalMark)
        for column in first.columns { options.columns[column.role] = column.reference }
        for status in first.statuses { options.statusRules[status.text] = status.rule }
        let again = try recognise(table, options: try RecognitionOptions(mapping: options.mapping))
        #expect(again.plan.columns == first.plan.columns)
        #expect(again.plan.amount == first.plan.amount)
        #expect(again.plan.adjustments == first.plan.adjustments)
        #expect(again.plan.basis == first.plan.basis)
        #expect(again.plan.identity == first.plan.identity)
        #expect(again.statuses.map(\.rule) == first.statuses.map(\.rule))
    }

    @Test("options that are no pairs are refused", arguments: ["amount", "=Total", "", "totals=Total"])
    func arguments(text: String) {
        var options = RecognitionOptions()
        #expect(throws: MappingError.self) { try options.addColumn(text) }
        #expect(throws: MappingError.self) { try options.addStatusRule(text) }
    }
}
