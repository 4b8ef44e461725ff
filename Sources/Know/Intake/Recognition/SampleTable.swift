/// The header and the first rows of a file, which decide how all of it is read.
public struct SampleTable: Sendable {
    /// The column names, without spaces at their ends.
    public let header: [String]

    /// The rows below the header that are not blank; they may be shorter or longer than the header.
    public let rows: [[String]]

    public let delimiter: UInt8

    /// How many physical lines come before the header row: titles, blank lines, `sep=;`.
    public let linesBeforeHeader: Int

    /// What is wrong with the file before any column is looked at.
    let problem: RecognitionError?

    public init(header: [String], rows: [[String]], delimiter: UInt8 = UInt8(ascii: ",")) {
        self.init(header: header, rows: rows, delimiter: delimiter, linesBeforeHeader: 0, problem: nil)
    }

    /// Splits the start of a text (RFC 4180) and finds its header row.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8, from the first byte; some 100 kB are plenty.
    ///   - isWhole: Whether that is all of the file. Otherwise a record that the end cuts off is dropped.
    public init(parsing bytes: some Collection<UInt8>, delimiter: UInt8, isWhole: Bool = false) {
        let records = RecordSplitter.records(
            of: Array(bytes), delimiter: delimiter, isWhole: isWhole, limit: Self.maximumRows)
        guard records.contains(where: { !$0.isBlank }) else {
            self.init(header: [], rows: [], delimiter: delimiter, linesBeforeHeader: 0, problem: .empty)
            return
        }
        guard let position = HeaderRow.position(in: records) else {
            let first = records.first { !$0.isBlank }?.fields ?? []
            self.init(
                header: [], rows: [], delimiter: delimiter, linesBeforeHeader: 0, problem: .noHeader(firstRow: first))
            return
        }
        self.init(
            header: records[position].fields.map(trimmed),
            rows: records[(position + 1)...].filter { !$0.isBlank }.map(\.fields),
            delimiter: delimiter, linesBeforeHeader: records[position].line, problem: nil)
    }

    private init(
        header: [String], rows: [[String]], delimiter: UInt8, linesBeforeHeader: Int, problem: RecognitionError?
    ) {
        self.header = header
        self.rows = rows
        self.delimiter = delimiter
        self.linesBeforeHeader = linesBeforeHeader
        self.problem = problem
    }

    /// What to call a column: its name, or its number where the name is blank.
    func name(of column: Int) -> String {
        header[column].isEmpty ? "#\(column + 1)" : header[column]
    }

    /// Enough for two weeks of a small shop, so that day and month tell themselves apart; little enough to be
    /// judged in a few milliseconds.
    /// What names a column and no other.
    func reference(to column: Int) -> String {
        let isUnique = header.count { $0 == header[column] } == 1
        return isUnique ? name(of: column) : "#\(column + 1)"
    }

    private static let maximumRows = 2_000
}

/// `text` without white space at its ends (no-break spaces too).
func trimmed(_ text: some StringProtocol) -> String {
    // Mostly there is nothing to trim: both ends are ASCII and no space.
    let scalars = text.unicodeScalars
    if let first = scalars.first?.value, let last = scalars.last?.value, (33..<127).contains(first),
        (33..<127).contains(last)
    {
        return String(text)
    }
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
        let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
}
