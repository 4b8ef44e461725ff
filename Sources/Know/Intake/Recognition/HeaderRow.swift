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
            if known >= 2, known > best?.known ?? 0 { best = (position, known) }
            let isFull = record.fields.count >= min(width, 2) && record.filledCount * 2 >= width
            if firstFull == nil, isFull, record.fields.count * 10 >= width * 6 { firstFull = position }
        }
        if let best { return best.position }
        guard let firstFull else { return nil }
        return looksLikeData(records[firstFull]) ? nil : firstFull
    }

    /// A row with a date, a number or an e-mail address in it, and no word that columns are called.
    private static func looksLikeData(_ record: SampleRecord) -> Bool {
        let cells = record.fields.map(trimmed).filter { !$0.isEmpty }
        let isNamed = cells.contains { ColumnVocabulary.bestRole(of: HeaderName($0)) != nil }
        return !isNamed
            && cells.contains { cell in
                !DateInference.formats(of: cell).isEmpty || AmountShape(cell) != nil || cell.contains("@")
            }
    }

    private static let searchedRows = 40
}
