import Domain
import Ledger
import Testing

@testable import Intake

/// A sheet as it comes out of a workbook: texts with a point in quotes, numbers without.
@Suite("Numbers that a spreadsheet has as numbers") struct TypedNumberTests {
    private static let header = "nr,klient,data,kwota\n"

    private func sheet(_ amounts: [String]) -> MemoryFile {
        let rows = amounts.enumerated().map { "\($0 + 1),7,2026-01-05,\($1)\n" }
        let file = MemoryFile(Self.header + rows.joined(), delimiter: UInt8(ascii: ","))
        file.hasTypedNumbers = true
        return file
    }

    private func sum(_ result: IntakeResult) -> Int64 { result.ledger.minorUnits.reduce(0, +) }

    @Test(
        "are exact beside texts with either mark",
        arguments: [
            // A number of three decimals, a text of groups and a comma: each says one thing only.
            (["12.5", "1.125", "\"1 000,50\""], 1_250 + 113 + 100_050, DecimalMark.comma),
            (["12.5", "1.125", "\"1,000.50\""], 1_250 + 113 + 100_050, .point),
            (["12.5", "\"1.234\"", "\"7,5\""], 1_250 + 123_400 + 750, .comma),
            (["12.5", "\"1,234\"", "\"7.5\""], 1_250 + 123_400 + 750, .point),
            (["-12.5", "\" 1.234 \"", "\"7,5 zł\""], -1_250 + 123_400 + 750, .comma),
            (["1.234", "2", "3.001"], 123 + 200 + 300, nil),
            (["0.5", "1 000", "\"(2,50)\""], 50 + 100_000 - 250, .comma),
        ] as [([String], Int64, DecimalMark?)])
    func exact(amounts: [String], minorUnits: Int64, mark: DecimalMark?) throws {
        let result = try read([sheet(amounts)])
        #expect(sum(result) == minorUnits)
        #expect(result.plans[0].decimalMark == mark)
        #expect(result.accounting.rejected == 0)
    }

    @Test("leave the mark of the texts to a late row") func late() throws {
        let many = (1...5_000).map { "\($0).25" }
        let result = try read([sheet(many + ["\"1.000\"", "\"2,50\""])])
        #expect(result.plans[0].decimalMark == .comma)
        let numbers: Int64 = 5_000 * 5_001 / 2 * 100 + 5_000 * 25
        #expect(sum(result) == numbers + 100_000 + 250)
    }

    @Test("do not settle a text that may be a thousand or one and a bit") func ambiguous() {
        #expect(
            error { _ = try read([sheet(["12.5", "\"1,234\""])]) } as? IntakeError
                == .ambiguousAmounts(column: "kwota", example: "1,234"))
    }

    @Test("are no texts for the option that names the mark") func given() throws {
        let result = try read(
            [sheet(["12.5", "1.125", "\"1.234\""])], recognition: RecognitionOptions(decimalMark: .comma))
        #expect(sum(result) == 1_250 + 113 + 123_400)
    }

    @Test("multiply exactly, and tell the total of an order from its lines") func lines() throws {
        let text = """
            nr,klient,data,ilość,cena,wartość
            1,7,2026-01-05,1.5,10.125,15.1875
            1,7,2026-01-05,2,"1 000,50","2 001,00"
            2,8,2026-01-06,1,0.333,0.333

            """
        let file = MemoryFile(text, delimiter: UInt8(ascii: ","))
        file.hasTypedNumbers = true
        let result = try read([file])
        // Money is rounded once a document.
        #expect(Set(result.ledger.minorUnits) == [201_619, 33])
    }

    @Test("days of a spreadsheet stand beside days that are texts") func days() throws {
        let text = """
            nr,klient,data,kwota
            1,7,2026-02-05,1
            2,7,2026-02-06T10:20:00,1
            3,7,"13.02.2026",1
            4,7,14 lutego 2026,1

            """
        let file = MemoryFile(text, delimiter: UInt8(ascii: ","))
        file.hasTypedNumbers = true
        let result = try read([file])
        #expect(result.accounting.accepted == 4)
        #expect(result.ledger.days.max() == Day("2026-02-14")?.number)
    }

    @Test("in text files quotes say nothing") func text() throws {
        #expect(
            intakeError("nr,klient,data,kwota\n1,7,2026-01-05,12.5\n2,7,2026-01-05,\"1 000,50\"\n")
                == .contradictoryAmounts(column: "kwota", comma: 1, point: 1))
    }
}
