/// Which sign parts whole and fraction in the amounts of a file.
public enum DecimalMarkInference {
    /// The mark that the values show.
    ///
    /// - Returns: nil when no value shows one, when all that do can be read either way (`1,234`), or when they
    ///   contradict each other.
    public static func mark(of values: some Sequence<String>) -> DecimalMark? {
        var points = 0
        var commas = 0
        for value in values {
            switch AmountShape(value)?.evidence {
            case .point: points += 1
            case .comma: commas += 1
            case .ambiguous, .silent, nil: break
            }
        }
        if points >= 19 * commas, points > 0 { return .point }
        if commas >= 19 * points, commas > 0 { return .comma }
        return nil
    }
}
