import Intake
import Testing

@testable import Commands

@Suite("The file of rejected rows") struct RejectsFileTests {
    @Test(
        "gives no spreadsheet a formula to run",
        arguments: [
            ("=HYPERLINK(1),x", "\"'=HYPERLINK(1),x\""), ("@a", "\"'@a\""), ("-1,2", "\"'-1,2\""), ("-12", "\"-12\""),
            ("＝1+1", "\"'＝1+1\""), ("7,\"a\"", "\"7,\"\"a\"\"\""),
        ])
    func formulas(text: String, cell: String) {
        let row = RejectedRow(file: "orders.csv", line: 3, reason: .missingDate, text: text)
        let lines = String(decoding: RejectsFile.text([row]), as: UTF8.self).split(separator: "\n")
        #expect(lines.last == "\"orders.csv\",3,missingDate,\(cell)")
    }
}
