// Sums below the rows of a file without order ids, told by the words in the customer's place.
//
// Unsafe memory: a text is read below its count while its chunk is there, the codes of a batch below their number.
extension RowReader {
    /// What the name of the row says, and its column: its customer's, or any of its texts where nobody stands there.
    mutating func totalsName() -> (verdict: TotalsRow.Verdict, column: Int) {
        for (column, _) in identity {
            let name = field(column)
            if !name.isEmpty { return (TotalsRow.verdict(on: name), column) }
        }
        for column in 0..<min(scanner.fieldCount, scanner.fieldLimit) {
            let verdict = TotalsRow.verdict(on: field(column))
            if verdict != .isNone { return (verdict, column) }
        }
        return (.isNone, -1)
    }

    /// Keeps an accepted row of the batch apart until the sum of the others is known.
    ///
    /// - Parameter refunded: What was given back for it, zero or less.
    mutating func holdBack(_ place: Int, refunded: Int64) {
        let pending = batch[place]
        var customer: (key: CustomerKey, text: [UInt8])?
        if pending.isIdentified {
            let text = UnsafeBufferPointer(start: pending.text, count: Int(pending.textCount))
            customer = (CustomerKey(key: pending.key, check: pending.check), Array(text))
        }
        let extras = UnsafeBufferPointer(start: batchExtras + place * extraCount, count: extraCount)
        let (verdict, column) = totalsName()
        yield.possibleTotals.append(
            RowYield.PossibleTotal(
                row: Row(
                    order: pending.order, micros: pending.micros, customer: 0, minute: pending.minute,
                    flags: pending.flags),
                refunded: refunded, name: field(column).text, column: column, isPhrase: verdict == .begins,
                above: stretch,
                customer: customer, extras: Array(extras), reject: rejectedRecord(.totalsRow)))
        stretch = TotalsStretch()
    }

    // MARK: Money that is not counted

    /// A sum may count a row that we reject.
    mutating func noteRejectedMoney(_ reason: RejectReason) {
        switch reason {
        case .totalsRow, .missingAmount: break
        case .missingDate, .unreadableDate, .dateOutOfRange, .unreadableEmail: noteLeftOut()
        default: stretch.addUnknown()
        }
    }

    /// A sum may count a row that we leave out.
    mutating func noteIgnoredMoney(_ reason: IgnoreReason) {
        switch reason {
        case .blank, .repeatedHeader: break
        case .filtered, .afterAsOf: noteLeftOut()
        case .statusExcluded: noteLeftOut(forStatus: true)
        }
    }

    private mutating func noteLeftOut(forStatus isExcluded: Bool = false) {
        // It may be a sum itself.
        if totalsName().verdict != .isNone { return }
        // The row has no say in how amounts are read.
        let own = amounts
        let read = amount()
        amounts = own
        switch read {
        case .blank: break
        case .amount(let micros) where options.rates == nil:
            if isExcluded { stretch.add(excluded: micros) } else { stretch.add(leftOut: micros) }
        default: stretch.addUnknown()
        }
    }
}
