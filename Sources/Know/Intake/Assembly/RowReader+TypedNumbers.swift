// Numbers that a spreadsheet has as numbers: they are written with a point, whatever mark the texts beside them have.
extension RowReader {
    /// The amount of a typed number, whose currency is noted where its format shows one; nil when the field is a text,
    /// or a number that reads the same with any mark.
    mutating func typedNumber(_ field: Bytes) -> AmountReader.Outcome? {
        guard !isQuoted(field) else { return nil }
        if chunkHasMarks, let place = CurrencyMark.place(in: field) {
            noteCurrency(field[(place + 1)..<field.count])
            var reader = AmountReader(mark: .point)
            return reader.read(field[0..<place])
        }
        for place in 0..<field.count where field[place] == UInt8(ascii: ".") {
            var reader = AmountReader(mark: .point)
            return reader.read(field)
        }
        return nil
    }

    /// Whether the field, blanks at its ends taken off, stood in quotes. A field with doubled quotes has been copied out
    /// of the record and is a text anyway.
    private func isQuoted(_ field: Bytes) -> Bool {
        guard field.start >= base + scanner.recordStart, field.start <= base + scanner.recordEnd else { return true }
        var before = field.start
        while before > base, before[-1] == 0x20 || before[-1] == 0xC2 || before[-1] == 0xA0 { before -= 1 }
        return before > base && before[-1] == UInt8(ascii: "\"")
    }

    /// The number of a field that is marked with its currency; any other field as it is.
    func unmarked(_ field: Bytes) -> Bytes {
        guard let place = CurrencyMark.place(in: field), !isQuoted(field) else { return field }
        return field[0..<place]
    }

    private mutating func noteCurrency(_ sign: Bytes) {
        // Most rows have the currency of the row before.
        if !sign.equals(markedCurrency.sign) {
            markedCurrency = (Array(sign.text.utf8), CurrencySigns.beside(sign.text))
        }
        if let currency = markedCurrency.currency { amounts.note(currency) }
    }
}
