/// Rounds hundreds of millionths to minor units, halves away from zero, by a multiplication instead of a division.
struct HundredsRounding {
    private let half: UInt64
    /// 2⁶⁴ divided by how many hundreds a minor unit has, rounded up; 0 when it has one.
    private let inverse: UInt64

    /// - Parameter minorDigits: 0…4.
    init(minorDigits: Int) {
        precondition((0...4).contains(minorDigits), "no currency has more digits")
        let divisor = UInt64(Amount.powersOfTen(4 - minorDigits))
        half = divisor / 2
        inverse = divisor == 1 ? 0 : .max / divisor + 1
    }

    /// Exact, as every dividend is below 2³² and every divisor 10⁴ at the most: the inverse is too large by less than the
    /// divisor in 2⁶⁴ (T. Granlund and P. Montgomery, "Division by invariant integers using multiplication", 1994).
    @inline(__always)
    func minorUnits(ofHundreds hundreds: Int32) -> Int64 {
        guard inverse != 0 else { return Int64(hundreds) }
        let quotient = Int64(((UInt64(hundreds.magnitude) &+ half).multipliedFullWidth(by: inverse)).high)
        return hundreds < 0 ? 0 &- quotient : quotient
    }
}
