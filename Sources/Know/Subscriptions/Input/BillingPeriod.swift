/// What an amount of a subscription is paid for: one month, twelve months, two weeks.
public struct BillingPeriod: Hashable, Sendable {
    public enum Unit: String, CaseIterable, Sendable {
        case day, week, month, year
    }

    /// 1…`longest`.
    public let count: Int
    public let unit: Unit

    public static let month = BillingPeriod(unchecked: 1, .month)

    /// Nobody pays for more days, weeks, months or years than this at once.
    public static let longest = 1_200

    /// nil where `count` is not 1…`longest`.
    public init?(_ count: Int, _ unit: Unit) {
        guard (1...Self.longest).contains(count) else { return nil }
        self.init(unchecked: count, unit)
    }

    private init(unchecked count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// How long it is in months; a year has twelve months, fifty-two weeks or 365 days.
    public var months: Double { Double(count) * 12 / Double(perYear) }

    /// How many of the unit are in a year.
    private var perYear: Int {
        switch unit {
        case .day: 365
        case .week: 52
        case .month: 12
        case .year: 1
        }
    }

    /// What an amount for this period is for one month, in minor units: amount × (units in a year) ÷ (12 × count), rounded
    /// once, halves away from zero.
    ///
    /// - Parameters:
    ///   - millionths: The amount in millionths of the major unit, so that nothing is rounded before.
    ///   - minorDigits: Decimals of the currency's minor unit, 0…6.
    /// - Returns: nil beyond 64 bits.
    public func monthlyMinorUnits(ofMillionths millionths: Int64, minorDigits: Int) -> Int64? {
        precondition((0...6).contains(minorDigits))
        var perMinorUnit: UInt64 = 1
        for _ in minorDigits..<6 { perMinorUnit *= 10 }
        let divisor = UInt64(12 * count) * perMinorUnit
        let product = millionths.magnitude.multipliedFullWidth(by: UInt64(perYear))
        guard product.high < divisor else { return nil }
        let (quotient, remainder) = divisor.dividingFullWidth(product)
        let rounded = remainder >= divisor - remainder ? quotient &+ 1 : quotient
        guard rounded <= UInt64(Int64.max) else { return nil }
        return millionths < 0 ? -Int64(rounded) : Int64(rounded)
    }
}
