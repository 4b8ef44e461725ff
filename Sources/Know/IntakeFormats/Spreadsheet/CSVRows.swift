// Unsafe memory: an array's bytes are walked within its closure.

/// Writes cells as lines with commas and quotes (RFC 4180), so that line N is row N of the sheet.
///
/// A text with a point stands in quotes, a number never does: so a reader can tell `39.99`, the number, from a text that
/// may mean another amount.
struct CSVRows {
    /// The lines that are finished, and the one that is being written.
    private(set) var text: [UInt8] = []

    /// The latest row; 1 is the first.
    private(set) var row = 0

    /// Commas already written in this row.
    private var commas = 0
    private var hasContent = false
    /// Columns of the widest row so far: shorter rows are filled up to it, because their last cells are just empty.
    private var width = 0

    /// A stray cell far to the right must not fill every row below with thousands of commas.
    private static let mostFilled = 256

    /// Begins a row below the latest one; rows left out in between become blank lines.
    mutating func begin(_ row: Int) {
        precondition(row > self.row, "rows come from top to bottom")
        text.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: row - self.row - 1))
        self.row = row
        commas = 0
        hasContent = false
    }

    /// Writes a cell's content into a column (0 is the first); columns come from left to right.
    /// Nothing is written for an empty content, so that a row of empty cells is a blank line.
    ///
    /// - Parameter isNumber: The cell holds a number and no text.
    mutating func append(_ content: [UInt8], at column: Int, isNumber: Bool = false) {
        if content.isEmpty { return }
        advance(to: column)
        hasContent = true
        content.withUnsafeBytes { bytes in
            let isText = !isNumber && bytes.contains(UInt8(ascii: "."))
            let needsQuotes = isText || bytes.contains(where: Self.isSpecial)
            if needsQuotes { appendQuoted(bytes) } else { text.append(contentsOf: bytes) }
        }
    }

    mutating func end() {
        if hasContent {
            width = min(max(width, commas + 1), Self.mostFilled)
            advance(to: max(commas, width - 1))
        }
        text.append(UInt8(ascii: "\n"))
    }

    mutating func removeAll() { text.removeAll(keepingCapacity: true) }

    private mutating func advance(to column: Int) {
        text.append(contentsOf: repeatElement(UInt8(ascii: ","), count: column - commas))
        commas = column
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }

    /// A line break becomes a space: it would shift the numbers of the lines below.
    private mutating func appendQuoted(_ content: UnsafeRawBufferPointer) {
        text.append(UInt8(ascii: "\""))
        var previous: UInt8 = 0
        for byte in content {
            switch byte {
            case UInt8(ascii: "\""): text.append(contentsOf: [byte, byte])
            case 0x0A where previous == 0x0D: break
            case 0x0A, 0x0D: text.append(UInt8(ascii: " "))
            default: text.append(byte)
            }
            previous = byte
        }
        text.append(UInt8(ascii: "\""))
    }
}
