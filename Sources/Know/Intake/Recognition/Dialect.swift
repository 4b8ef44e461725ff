/// How the fields of a text are separated.
public enum Dialect {
    /// The delimiters that exports use, most usual first.
    public static let delimiters: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]

    /// The delimiter of delimited text, judged by its first rows: with the right one, rows have one width.
    ///
    /// A comma inside `12,50` or inside quotes does not mislead it, nor do titles above the header row. A first line
    /// `sep=;`, which spreadsheets write, is obeyed. Text with one column answers a comma.
    public static func detect(_ text: some Collection<UInt8>) -> UInt8 {
        let start = Array(text.prefix(sampleBytes))
        if let named = namedDelimiter(start) { return named }
        var best = (delimiter: delimiters[0], score: 0.0)
        for delimiter in delimiters {
            let score = fitness(of: delimiter, in: start, isWhole: text.count <= sampleBytes)
            // Strictly better: among equals the more usual delimiter stays.
            if score > best.score { best = (delimiter, score) }
        }
        return best.delimiter
    }

    /// What a line `sep=X` names, if that is how the text starts.
    static func namedDelimiter(_ text: some Collection<UInt8>) -> UInt8? {
        let start = Array(text.prefix(6))
        guard start.count >= 5,
            start.prefix(4).elementsEqual("sep=".utf8) || start.prefix(4).elementsEqual("SEP=".utf8),
            delimiters.contains(start[4]), start.count == 5 || start[5] == 10 || start[5] == 13
        else { return nil }
        return start[4]
    }

    /// The share of rows that have the usual width, weighed by that width; 0 when rows have one field.
    private static func fitness(of delimiter: UInt8, in text: [UInt8], isWhole: Bool) -> Double {
        let records = RecordSplitter.records(of: text, delimiter: delimiter, isWhole: isWhole, limit: 200)
        let widths = records.filter { !$0.isBlank }.map(\.fields.count)
        guard let (width, count) = usual(widths), width > 1 else { return 0 }
        let share = Double(count) / Double(widths.count)
        // A decimal comma splits the rows below the header, but not the header: then the header is no row of this
        // width. A title may stand above it, so any of the first rows will do when text fields come first.
        let headerFits = records.prefix(30).contains { record in
            record.fields.count == width && record.fields.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isNumber) }
        }
        // 1 − 1/width grows with the width, but never so much that a raggeder reading would win by it.
        return share * share * (1 - 1 / Double(width)) * (headerFits ? 1 : 0.6)
    }

    /// The most frequent width, the greater one among equals, and how often it occurs.
    static func usual(_ widths: [Int]) -> (width: Int, count: Int)? {
        var counts: [Int: Int] = [:]
        for width in widths { counts[width, default: 0] += 1 }
        return counts.map { (width: $0.key, count: $0.value) }.max { ($0.count, $0.width) < ($1.count, $1.width) }
    }

    private static let sampleBytes = 256 << 10
}
