// Numbers that a spreadsheet has as numbers: they are written with a point, whatever mark the texts beside them have.
extension RowReader {
    /// The amount of a typed number; nil when the field is a text, or a number that reads the same with any mark.
    func typedNumber(_ field: Bytes) -> AmountReader.Outcome? {
        guard !isQuoted(field) else { return nil }
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
}
