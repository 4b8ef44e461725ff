import Domain
import Intake
import Report

/// Writes the rows that were not accepted as CSV: file, line, reason, text.
enum RejectsFile {
    static func text(_ rows: [RejectedRow]) -> [UInt8] {
        var bytes = Array("file,line,reason,text\n".utf8)
        for row in rows {
            bytes += quoted(row.file)
            bytes += ",\(row.line),\(row.reason.rawValue),".utf8
            bytes += quoted(row.text)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// Characters that command a terminal are made visible, and can be had back; line breaks stay as they are.
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets do not show.
    private static func quoted(_ text: String) -> [UInt8] {
        let shown = VisibleText.of(text, .reversible)
        let text = SpreadsheetFormula.isFormula(shown.utf8) ? "'" + shown : shown
        return Array("\"".utf8) + Array(text.replacing("\"", with: "\"\"").utf8) + Array("\"".utf8)
    }
}
