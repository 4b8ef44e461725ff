// Unsafe memory: the record lies between two places of the chunk.

// What is wrong with a record, or what it is instead of an order.
extension RowReader {
    /// Why the record cannot be read as a row at all; nil for nearly every record.
    @inline(__always)
    mutating func brokenRecord() -> RejectReason? {
        if scanner.recordEnd - scanner.recordStart > ChunkReader.longestQuotedField { return .rowTooLong }
        guard scanner.hasZeroBytes || chunkHasInvalidText || scanner.hasTextAfterQuote || scanner.hasTextBeyondLimit
        else { return nil }
        return damage()
    }

    private mutating func damage() -> RejectReason? {
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

    mutating func rejectDate(_ outcome: DateReader.Outcome, money: AmountReader.Outcome, hasOrder: Bool) {
        if isRepeatedHeader() { return ignoreHeader() }
        if isTotalsRow() { return reject(.totalsRow) }
        switch outcome {
        case .blank where money == .blank && hasOrder && layout.order >= 0:
            // A further line of an order whose first line has everything: it adds nothing to what is counted.
            continueOrder()
        case .blank: reject(.missingDate)
        case .outOfRange: reject(.dateOutOfRange)
        case .unreadable, .moment:
            noteUnread(field(layout.date))
            reject(.unreadableDate)
        }
    }

    /// Keeps a date that was not understood, where nothing is known of how dates are written.
    mutating func noteUnread(_ date: Bytes) {
        if layout.plan.dateFormat == nil, evidence.unreadDates.count < RowYield.Evidence.keptDates {
            evidence.unreadDates.append(date.text)
        }
    }

    /// A further row of an order, without a date and an amount of its own.
    private mutating func continueOrder() {
        guard let order = orderKey() else { return reject(.missingDate) }
        accepted += 1
        amounts.forgetCurrency()
        note.ascends = false
        yield.continuedOrders.append(order)
        if let details { keepContinued(order, details) }
        if yield.continuedRows.count < RowYield.keptTexts {
            yield.continuedRows.append(.init(order: order, reject: rejectedRecord(.missingDate)))
        }
    }
}
