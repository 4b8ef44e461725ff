/// Which sign parts whole and fraction in the amounts of a file.
public enum DecimalMarkInference {
    /// The mark that the values show.
    ///
    /// - Returns: nil when no value shows one, when all that do can be read either way (`1,234`), or when they
    ///   contradict each other.
    public static func mark(of values: some Sequence<String>) -> DecimalMark? { votes(values).mark }

    /// How many values show which mark.
    struct Votes: Sendable {
        var points = 0
        var commas = 0

        /// The mark of nearly all; one value in twenty may be a slip.
        var mark: DecimalMark? {
            if points >= 19 * commas, points > 0 { return .point }
            if commas >= 19 * points, commas > 0 { return .comma }
            return nil
        }

        var isSilent: Bool { points + commas == 0 }
    }

    static func votes(_ values: some Sequence<String>) -> Votes {
        var votes = Votes()
        for value in values {
            switch AmountShape(value)?.evidence {
            case .point: votes.points += 1
            case .comma: votes.commas += 1
            case .ambiguous, .silent, nil: break
            }
        }
        return votes
    }
}
