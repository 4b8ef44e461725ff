import Foundation
import Intake

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

    private static func quoted(_ text: String) -> [UInt8] {
        Array("\"".utf8) + Array(text.replacing("\"", with: "\"\"").utf8) + Array("\"".utf8)
    }
}
