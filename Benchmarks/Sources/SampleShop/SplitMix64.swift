import Foundation

/// A small fast generator whose sequence depends on the seed alone (Steele, Lea, Flood, 2014).
public struct SplitMix64 {
    private var state: UInt64

    /// Starts the sequence of this seed.
    public init(seed: UInt64) { state = seed }

    /// The next sixty-four bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// Evenly spread over 0 ..< `bound`, by the high half of a product; the bias is below 2⁻³².
    mutating func next(below bound: UInt32) -> UInt32 {
        UInt32(truncatingIfNeeded: ((next() >> 32) &* UInt64(bound)) >> 32)
    }

    /// Evenly spread over the open interval from 0 to 1.
    mutating func nextUnit() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

    /// Standard normal (Box and Muller).
    mutating func nextNormal() -> Double {
        let radius = (-2 * log(nextUnit())).squareRoot()
        return radius * cos(2 * .pi * nextUnit())
    }

    /// Gamma distributed with this shape and rate 1 (Marsaglia and Tsang, 2000).
    mutating func nextGamma(_ shape: Double) -> Double {
        // Below one by a gamma variable of one more, times a power.
        guard shape >= 1 else { return nextGamma(shape + 1) * pow(nextUnit(), 1 / shape) }
        let d = shape - 1.0 / 3
        while true {
            let normal = nextNormal()
            let root = 1 + normal / (9 * d).squareRoot()
            guard root > 0 else { continue }
            let cube = root * root * root
            if log(nextUnit()) < normal * normal / 2 + d * (1 - cube + log(cube)) { return d * cube }
        }
    }

    /// The finishing function, good as a hash of a number.
    public static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
