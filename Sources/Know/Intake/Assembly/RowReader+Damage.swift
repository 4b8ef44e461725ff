// What is wrong with a record, or what it is instead of an order.
extension RowReader {
    mutating func damage() -> RejectReason? {
        let start = scanner.recordStart
        let record = UnsafeBufferPointer(start: base + start, count: scanner.recordEnd - start)
        if scanner.hasZeroBytes, record.contains(0) { return .zeroByte }
        if chunkHasInvalidText, rejectsInvalidText, !Self.isValidText(record) { return .invalidText }
        if scanner.hasTextAfterQuote { return .textAfterQuote }
        if scanner.hasTextBeyondLimit { return .tooManyFields }
        return nil
    }

    mutating func isBlank() -> Bool {
        for column in 0..<min(scanner.fieldCount, scanner.fieldLimit) where !field(column).isEmpty { return false }
        return true
    }

    mutating func isRepeatedHeader() -> Bool {
        guard scanner.fieldCount == layout.columnCount else { return false }
        for (column, name) in layout.header.enumerated() where !field(column).equals(Array(name.trimmingBlanks.utf8)) {
            return false
        }
        return true
    }

    mutating func isTotalsRow() -> Bool {
        var texts: [String] = []
        for column in 0..<min(scanner.fieldCount, scanner.fieldLimit) { texts.append(field(column).text) }
        return TotalsRow.isTotals(texts)
    }

    mutating func passesFilters() -> Bool {
        for filter in layout.filters where field(filter.column).equals(filter.value) != filter.isEqual { return false }
        return true
    }
}
