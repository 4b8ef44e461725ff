/// Whether two shares differ by more than chance explains although they were picked among many.
enum ClearDifference {
    /// Up to 190 pairs of values of a breakdown are looked at, and up to 140 values for findings; chance alone puts one
    /// of 190 beyond four in 1.2 % of shops.
    static let standardErrors = 4.0

    /// A part of a whole, both counts.
    struct Share {
        let part: Double
        let whole: Double

        var value: Double { part / whole }
    }

    /// Whether `more` is above `less` by more than four pooled standard errors.
    ///
    /// Five or more must be expected in the part and the rest of each, were there no difference: below that the normal
    /// approximation says nothing.
    static func isClear(_ more: Share, above less: Share) -> Bool {
        guard more.whole > 0, less.whole > 0 else { return false }
        let pooled = (more.part + less.part) / (more.whole + less.whole)
        let error = (pooled * (1 - pooled) * (1 / more.whole + 1 / less.whole)).squareRoot()
        return more.value - less.value > standardErrors * error && error > 0
            && min(more.whole, less.whole) * min(pooled, 1 - pooled) >= 5
    }
}
