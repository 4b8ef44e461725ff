/// Packed files made by hand, so that they can also be made wrong.
enum Packed {
    /// One gzip member of stored blocks.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        var start = 0
        repeat {
            let end = min(bytes.count, start + 0xFFFF)
            let size = UInt16(end - start)
            packed.append(end == bytes.count ? 1 : 0)
            packed += little(size) + little(~size) + bytes[start..<end]
            start = end
        } while start < bytes.count
        return packed + little(checksum(bytes)) + little(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// A deflate stream that unpacks to about `bytes` blanks: one literal, and then the longest match again and again.
    static func deflatedBlanks(_ bytes: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.append(1, count: 1)  // the last block,
        bits.append(1, count: 2)  // with the fixed codes
        bits.append(reversed: 0x30 + 0x20, count: 8)  // a blank
        for _ in 0..<(bytes / 258) {
            bits.append(reversed: 0b1100_0101, count: 8)  // 258 bytes
            bits.append(reversed: 0, count: 5)  // from one byte back
        }
        bits.append(reversed: 0, count: 7)  // the end
        return bits.bytes
    }

    struct Entry {
        let name: String
        let bytes: [UInt8]
        /// What `bytes` unpack to, where they are deflated.
        var unpackedCount: Int?
    }

    /// A zip archive.
    static func zip(_ entries: [Entry]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let method: UInt16 = entry.unpackedCount == nil ? 0 : 8
            let sizes =
                little(entry.unpackedCount == nil ? checksum(entry.bytes) : 0) + little(UInt32(entry.bytes.count))
                + little(UInt32(entry.unpackedCount ?? entry.bytes.count))
            // UTF-8 names; no time of day.
            let common = little(UInt16(20)) + little(UInt16(0x800)) + little(method) + little(UInt32(0x21_0000)) + sizes
            let name = Array(entry.name.utf8)
            directory += [0x50, 0x4B, 1, 2] + little(UInt16(20)) + common + little(UInt16(name.count))
            directory += [UInt8](repeating: 0, count: 12) + little(UInt32(file.count)) + name
            file += [0x50, 0x4B, 3, 4] + common + little(UInt16(name.count)) + little(UInt16(0)) + name + entry.bytes
        }
        let count = little(UInt16(entries.count))
        return file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + little(UInt32(directory.count))
            + little(UInt32(file.count)) + [0, 0]
    }

    /// A workbook of texts, and of numbers where a cell is written `12.9|0.00 "zł"`: the number and its format.
    static func workbook(sheets: [(name: String, rows: [[String]])]) -> [UInt8] {
        var formats: [String] = []
        let list = sheets.indices.map { #"<sheet name="\#(sheets[$0].name)" sheetId="\#($0 + 1)" r:id="r\#($0)"/>"# }
        let relations = sheets.indices.map {
            #"<Relationship Id="r\#($0)" Type="http://x/worksheet" Target="worksheets/sheet\#($0).xml"/>"#
        }
        let styles = #"<Relationship Id="styles" Type="http://x/styles" Target="styles.xml"/>"#
        var entries = [
            text("xl/workbook.xml", "<workbook><sheets>\(list.joined())</sheets></workbook>"),
            text("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())\(styles)</Relationships>"),
        ]
        for (place, sheet) in sheets.enumerated() {
            let rows = sheet.rows.map { row in
                "<row>" + row.map { cell($0, formats: &formats) }.joined() + "</row>"
            }
            entries.append(
                text(
                    "xl/worksheets/sheet\(place).xml",
                    "<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>"))
        }
        let codes = formats.enumerated().map {
            #"<numFmt numFmtId="\#($0 + 164)" formatCode="\#($1.replacing("\"", with: "&quot;"))"/>"#
        }
        let cells = formats.indices.map { #"<xf numFmtId="\#($0 + 164)"/>"# }
        entries.append(
            text(
                "xl/styles.xml",
                "<styleSheet><numFmts>\(codes.joined())</numFmts><cellXfs>\(cells.joined())</cellXfs></styleSheet>"))
        return zip(entries)
    }

    private static func cell(_ content: String, formats: inout [String]) -> String {
        let parts = content.split(separator: "|", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return #"<c t="inlineStr"><is><t>\#(content)</t></is></c>"# }
        if !formats.contains(parts[1]) { formats.append(parts[1]) }
        return #"<c s="\#(formats.firstIndex(of: parts[1]) ?? 0)"><v>\#(parts[0])</v></c>"#
    }

    static func text(_ name: String, _ text: String) -> Entry { Entry(name: name, bytes: Array(text.utf8)) }

    /// CRC-32 as gzip and zip have it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value: UInt32 = ~0
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
        }
        return ~value
    }

    private static func little<Integer: FixedWidthInteger>(_ value: Integer) -> [UInt8] {
        (0..<Integer.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> Integer($0 * 8)) }
    }

    /// Fills bytes from their lowest bit on, as deflate does.
    private struct BitWriter {
        var bytes: [UInt8] = []
        private var used = 8

        mutating func append(_ value: Int, count: Int) {
            for bit in 0..<count {
                if used == 8 {
                    bytes.append(0)
                    used = 0
                }
                bytes[bytes.count - 1] |= UInt8(value >> bit & 1) << UInt8(used)
                used += 1
            }
        }

        /// Codes stand with their highest bit first.
        mutating func append(reversed code: Int, count: Int) {
            for bit in (0..<count).reversed() { append(code >> bit & 1, count: 1) }
        }
    }
}
