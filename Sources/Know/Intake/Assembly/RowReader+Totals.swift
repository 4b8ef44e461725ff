// Sums below the rows of a file without order ids, told by the words in the customer's place.
//
// Unsafe memory: a text is read below its count while its chunk is there, the codes of a batch below their number.
extension RowReader {
    /// What names the row: its customer, or any of its texts where nobody stands there.
    mutating func totalsVerdict() -> TotalsRow.Verdict {
        for (column, _) in identity {
            let name = field(column)
            if !name.isEmpty { return TotalsRow.verdict(on: name) }
        }
        for column in 0..<min(scanner.fieldCount, scanner.fieldLimit) {
            let verdict = TotalsRow.verdict(on: field(column))
            if verdict != .isNone { return verdict }
        }
        return .isNone
    }

    /// Keeps an accepted row of the batch apart until the sum of the others is known.
    mutating func holdBack(_ place: Int) {
        let pending = batch[place]
        var customer: (key: CustomerKey, text: [UInt8])?
        if pending.isIdentified {
            let text = UnsafeBufferPointer(start: pending.text, count: Int(pending.textCount))
            customer = (CustomerKey(key: pending.key, check: pending.check), Array(text))
        }
        let extras = UnsafeBufferPointer(start: batchExtras + place * extraCount, count: extraCount)
        yield.possibleTotals.append(
            RowYield.PossibleTotal(
                row: Row(
                    order: pending.order, micros: pending.micros, customer: 0, minute: pending.minute,
                    flags: pending.flags),
                customer: customer, extras: Array(extras), reject: rejectedRecord(.totalsRow)))
    }
}
