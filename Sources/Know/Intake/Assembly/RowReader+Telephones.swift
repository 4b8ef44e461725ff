// Telephone numbers in a column of customer ids.
extension RowReader {
    /// A telephone number in its one form, where an id is written as nobody writes another id; nil for all others.
    ///
    /// Kept out of line: hardly any file has one.
    @inline(never)
    mutating func telephone(_ id: Bytes) -> Bytes? {
        guard id[0] &- 48 < 10 || id[0] == UInt8(ascii: "+") || id[0] == UInt8(ascii: "(") else { return nil }
        let text = id.text
        guard CustomerIdentity.isWrittenAsPhone(text) else { return nil }
        return CustomerIdentity.normalisedPhone(text, defaultCountry: layout.plan.phoneCountry).map { kept($0) }
    }
}
