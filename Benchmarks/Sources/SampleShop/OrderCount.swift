extension Shop {
    /// Reads a number of orders such as `5000000`, `5M` or `200k`; nil for what is none, or too few or too many.
    ///
    /// Very few customers might all leave before the last order; order numbers have eight digits.
    public static func orderCount(_ text: String) -> Int? {
        let factor = text.hasSuffix("M") ? 1_000_000 : text.hasSuffix("k") ? 1_000 : 1
        guard let number = Int(factor == 1 ? text : String(text.dropLast())), number > 0 else { return nil }
        let (count, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow || !(10_000...80_000_000).contains(count) ? nil : count
    }
}
