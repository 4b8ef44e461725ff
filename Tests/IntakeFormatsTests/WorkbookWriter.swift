import CZip
import Foundation

/// Writes workbooks by hand, right and wrong ones.
struct WorkbookWriter {
    var parts: [(name: String, bytes: [UInt8])]

    /// A workbook of one sheet with this XML inside `sheetData`.
    init(cells: String, strings: String? = nil, styles: String? = nil, sheet: String? = nil) {
        let sheet = sheet ?? "<worksheet><sheetData>\(cells)</sheetData></worksheet>"
        var texts = [
            ("xl/workbook.xml", #"<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#),
            (
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>\
                <Relationship Id="r2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/>\
                <Relationship Id="r3" Type="http://x/styles" Target="./styles.xml"/></Relationships>
                """
            ),
            ("xl/worksheets/sheet1.xml", sheet),
        ]
        if let strings { texts.append(("xl/sharedStrings.xml", strings)) }
        if let styles { texts.append(("xl/styles.xml", styles)) }
        parts = texts.map { ($0.0, Array($0.1.utf8)) }
    }

    func write(to path: String) throws {
        try? FileManager.default.removeItem(atPath: path)
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE, &code) else { throw CocoaError(.fileWriteUnknown) }
        for part in parts {
            // libzip frees the memory when the archive is closed, but not that of no bytes.
            let copy = part.bytes.isEmpty ? nil : malloc(part.bytes.count)
            copy?.copyMemory(from: part.bytes, byteCount: part.bytes.count)
            let source = zip_source_buffer(archive, copy, UInt64(part.bytes.count), 1)
            zip_file_add(archive, part.name, source, ZIP_FL_ENC_UTF_8)
        }
        guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
