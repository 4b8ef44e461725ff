import Foundation

/// Prices in cents, drawn once from a lognormal distribution with a median of about forty euros.
struct PriceTable {
    let cents: [UInt32]

    init() {
        var random = SplitMix64(seed: 0xCE27)
        cents = (0..<65_536).map { _ in UInt32(min(2_000_000, exp(8.3 + 0.8 * random.nextNormal()))) }
    }
}

/// When in the day people buy: little at night, most in the evening.
struct DayClock {
    private let hours: [UInt32]

    init() {
        let weights = [4, 2, 1, 1, 1, 2, 4, 7, 10, 13, 15, 15, 15, 14, 13, 13, 13, 14, 16, 19, 21, 20, 14, 9]
        hours = weights.enumerated().flatMap { [UInt32](repeating: UInt32($0.offset), count: $0.element) }
    }

    /// A second of the day, from a random word.
    func second(of word: UInt32) -> UInt32 {
        let hour = hours[Int(((word & 0xFFFF) &* UInt32(hours.count)) >> 16)]
        return hour * 3_600 + (((word >> 16) &* 3_600) >> 16)
    }
}
