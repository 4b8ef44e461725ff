import Domain

/// The header and the first rows of a file, which decide how all of it is read.
public struct SampleTable: Sendable {
    /// The column names, without spaces at their ends.
    public let header: [String]

    /// The rows below the header that are not blank; they may be shorter or longer than the header.
    public let rows: [[String]]

    public let delimiter: UInt8

    /// Whether the file tells numbers from texts; see `OrderFile.hasTypedNumbers`.
    let hasTypedNumbers: Bool

    /// The quoted fields of each row, where the file tells numbers from texts.
    private let quoted: [Set<Int>]

    /// The currencies that the formats of each row's numbers show, by their columns, where the file tells numbers from
    /// texts.
    private let currencies: [[Int: String]]

    /// How many physical lines come before the header row: titles, blank lines, `sep=;`.
    public let linesBeforeHeader: Int

    /// What is wrong with the file before any column is looked at.
    let problem: RecognitionError?

    public init(header: [String], rows: [[String]], delimiter: UInt8 = UInt8(ascii: ",")) {
        self.init(records: rows.map { SampleRecord(line: 0, fields: $0) }, header: header, delimiter: delimiter)
    }

    /// Splits the start of a text (RFC 4180) and finds its header row.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8, from the first byte; some 100 kB are plenty.
    ///   - isWhole: Whether that is all of the file. Otherwise a record that the end cuts off is dropped.
    ///   - hasTypedNumbers: Whether the file tells numbers from texts; see `OrderFile.hasTypedNumbers`.
    ///   - mostRows: How many rows are looked at, blank ones and those above the header among them.
    public init(
        parsing bytes: some Collection<UInt8>, delimiter: UInt8, isWhole: Bool = false, hasTypedNumbers: Bool = false,
        mostRows: Int = SampleTable.usualRows
    ) {
        var records = RecordSplitter.records(
            of: Array(bytes), delimiter: delimiter, isWhole: isWhole, limit: mostRows)
        if hasTypedNumbers {
            for place in records.indices { records[place].takeCurrencies() }
        }
        guard records.contains(where: { !$0.isBlank }) else {
            self.init(records: [], header: [], delimiter: delimiter, problem: .empty)
            return
        }
        guard let position = HeaderRow.position(in: records) else {
            let first = records.first { !$0.isBlank }?.fields ?? []
            self.init(records: [], header: [], delimiter: delimiter, problem: .noHeader(firstRow: first))
            return
        }
        self.init(
            records: records[(position + 1)...].filter { !$0.isBlank }, header: records[position].fields.map(trimmed),
            delimiter: delimiter, linesBeforeHeader: records[position].line, hasTypedNumbers: hasTypedNumbers)
    }

    private init(
        records: [SampleRecord], header: [String], delimiter: UInt8, linesBeforeHeader: Int = 0,
        hasTypedNumbers: Bool = false, problem: RecognitionError? = nil
    ) {
        self.header = header
        self.hasTypedNumbers = hasTypedNumbers
        rows = records.map(\.fields)
        quoted = hasTypedNumbers ? records.map(\.quoted) : []
        currencies = hasTypedNumbers ? records.map(\.currencies) : []
        self.delimiter = delimiter
        self.linesBeforeHeader = linesBeforeHeader
        self.problem = problem
    }

    /// Whether the cell is a number with a fraction and not a text that looks like one.
    func isTypedNumber(row: Int, column: Int) -> Bool {
        hasTypedNumbers && rows[row][column].utf8.contains(UInt8(ascii: ".")) && !quoted[row].contains(column)
    }

    /// The currency that the cell's format shows beside its number; nil when it shows none.
    func currency(row: Int, column: Int) -> String? { hasTypedNumbers ? currencies[row][column] : nil }

    /// What to call a column: its name, or its number where the name is blank.
    func name(of column: Int) -> String {
        header[column].isEmpty ? "#\(column + 1)" : header[column]
    }

    /// What names a column and no other.
    func reference(to column: Int) -> String {
        let isUnique = header.count { $0 == header[column] } == 1
        // Nobody types an escape character.
        let canBeTyped = !header[column].unicodeScalars.contains(where: VisibleText.isCommand)
        return isUnique && canBeTyped ? name(of: column) : "#\(column + 1)"
    }

    /// The columns of this exact name, else of the same words, else of this number (`#3`).
    ///
    /// - Parameter names: Those of the header.
    func columns(named name: String, _ names: [HeaderName]) -> [Int] {
        let exact = header.indices.filter { header[$0] == name }
        if !exact.isEmpty { return exact }
        let words = HeaderName(name)
        let alike = names.indices.filter { !words.words.isEmpty && names[$0].key == words.key }
        if !alike.isEmpty { return alike }
        guard name.hasPrefix("#"), let number = Int(name.dropFirst()), header.indices.contains(number - 1) else {
            return []
        }
        return [number - 1]
    }

    /// Enough for two weeks of a small shop, so that day and month tell themselves apart; little enough to be
    /// judged in a few milliseconds.
    public static let usualRows = 2_000
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
