// Unsafe memory: the first bytes are compared as a collection, below its count.

/// Kinds of files that people hand over and that hold no readable rows, each recognised by its content.
public enum UnsupportedKind: String, CaseIterable, Sendable {
    case oldExcel, protectedExcel, binaryExcel, openDocument, numbers
    case zipArchive, nestedGzip, otherArchive
    case html, xml, json, parquet, database
    case pdf, image, officeDocument
}

extension UnsupportedKind {
    /// The kind that these first bytes of a file betray; nil when they may be text or a workbook.
    init?(firstBytes bytes: UnsafeRawBufferPointer) {
        for (signature, kind) in Self.signatures where bytes.starts(with: signature) {
            self = kind
            return
        }
        let start = bytes.prefix(1_024).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let text = String(decoding: start, as: UTF8.self).lowercased()
        if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.hasPrefix("<table") {
            self = .html
        } else if text.hasPrefix("<?xml") {
            self = text.contains("<html") ? .html : .xml
        } else if Self.isJSON(text) {
            self = .json
        } else {
            return nil
        }
    }

    private static let signatures: [([UInt8], UnsupportedKind)] = [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldExcel),
        ([0x09, 0x08, 0x10, 0x00], .oldExcel),  // BIFF5 outside a compound file
        (Array("%PDF".utf8), .pdf),
        ([0x89] + Array("PNG".utf8), .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
        (Array("II*".utf8) + [0], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image),
        ([0x00, 0x00, 0x00, 0x20] + Array("ftyp".utf8), .image),
        ([0x00, 0x00, 0x00, 0x18] + Array("ftyp".utf8), .image),
        // An archive with nothing in it.
        ([0x50, 0x4B, 0x05, 0x06], .zipArchive),
        (Array("BZh".utf8), .otherArchive), ([0xFD] + Array("7zXZ".utf8), .otherArchive),
        ([0x28, 0xB5, 0x2F, 0xFD], .otherArchive), ([0x37, 0x7A, 0xBC, 0xAF], .otherArchive),
        (Array("Rar!".utf8), .otherArchive),
        (Array("PAR1".utf8), .parquet), (Array("SQLite format 3".utf8), .database),
        (Array("{\\rtf".utf8), .officeDocument),
    ]

    /// An object or a list of them; a header such as `[id];[date]` is no JSON.
    private static func isJSON(_ text: String) -> Bool {
        guard let first = text.first, first == "{" || first == "[" else { return false }
        let second = text.dropFirst().first { !$0.isWhitespace }
        return first == "{" ? second == "\"" || second == "}" : second == "{"
    }
}
