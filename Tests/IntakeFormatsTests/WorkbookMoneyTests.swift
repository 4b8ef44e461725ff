import Domain
import Intake
import Ledger
import Testing

@testable import IntakeFormats

/// Workbooks whose rows have been given formats of money, as two libraries write them.
@Suite("Money of a workbook") struct WorkbookMoneyTests {
    static let writers = ["money-openpyxl.xlsx", "money-xlsxwriter.xlsx"]

    private func read(
        _ name: String, sheet: String, options: IntakeOptions = IntakeOptions(workers: 1)
    ) throws -> IntakeResult {
        try OrderIntake([OrderFiles.open(try fixture(name), sheet: sheet)]).read(options: options)
    }

    @Test("is in the currency of its format, exactly", arguments: writers, ["PLN", "EUR", "Some"])
    func one(name: String, sheet: String) throws {
        let result = try read(name, sheet: sheet)
        #expect(result.ledger.currency.code == (sheet == "EUR" ? "EUR" : "PLN"))
        #expect(result.accounting.accepted == 6 && result.accounting.rejected == 0)
        #expect(result.ledger.minorUnits.sorted() == [-7, 7, 1_290, 2_025, 129_000, 129_050])
        #expect(result.ledger.customerCount == 4)
    }

    @Test("is none in the columns of ids and pieces", arguments: writers) func others(name: String) throws {
        let intake = try OrderIntake([OrderFiles.open(try fixture(name), sheet: "EUR")])
        let samples = Dictionary(
            uniqueKeysWithValues: intake.files[0].recognition.columns.map { ($0.role, $0.samples) })
        #expect(samples[.order] == ["1001", "1002", "1003"])
        #expect(samples[.quantity] == ["1", "2", "3"])
        #expect(samples[.amount] == ["12.9 €", "1290 €", "1290.5 €"])
    }

    @Test("of two currencies is not added up", arguments: writers) func several(name: String) throws {
        let failure = try #require(throws: FileFailure.self) { try read(name, sheet: "Mixed") }
        #expect(
            failure.reason as? IntakeError == .severalCurrencies(["PLN": 3, "EUR": 3], haveColumn: false))
        let rates = try ExchangeRates(parsing: "2026-01-01,EUR,4\n")
        let options = IntakeOptions(baseCurrency: Currency("PLN"), rates: rates, workers: 1)
        let result = try read(name, sheet: "Mixed", options: options)
        #expect(result.ledger.minorUnits.sorted() == [-28, 28, 1_290, 8_100, 129_000, 129_050])
    }
}
