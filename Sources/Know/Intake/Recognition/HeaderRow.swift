/// Finds the row of column names, above which exports like to put titles and the period of a report.
enum HeaderRow {
    /// The index of the header among `records`; nil when the file starts with data.
    static func position(in records: [SampleRecord]) -> Int? {
        let widths = records.filter { !$0.isBlank }.map(\.fields.count)
        guard let width = Dialect.usual(widths)?.width else { return nil }
        var best: (position: Int, known: Int)?
        var firstFull: Int?
        for (position, record) in records.prefix(searchedRows).enumerated() where !record.isBlank {
            let known = Set(record.fields.compactMap { ColumnVocabulary.bestRole(of: HeaderName($0)) }).count
            if known >= 2, known > best?.known ?? 0, !hasData(record) { best = (position, known) }
            // No title has that many names of columns in it.
            if let best, best.known >= 5 { return best.position }
            let isFull = record.fields.count >= min(width, 2) && record.filledCount * 2 >= width
            if firstFull == nil, isFull, record.fields.count * 10 >= width * 6 { firstFull = position }
        }
        if let best { return best.position }
        guard let firstFull, !hasData(records[firstFull]) || hasName(records[firstFull]) else { return nil }
        return firstFull
    }

    /// A date, a number or an e-mail address stands in it, as in no row of names.
    private static func hasData(_ record: SampleRecord) -> Bool {
        record.fields.map(trimmed).contains { cell in
            !cell.isEmpty
                && (!DateInference.formats(of: cell).isEmpty || AmountShape(cell) != nil || cell.contains("@"))
        }
    }

    private static func hasName(_ record: SampleRecord) -> Bool {
        record.fields.contains { ColumnVocabulary.bestRole(of: HeaderName($0)) != nil }
    }

    private static let searchedRows = 40
}
