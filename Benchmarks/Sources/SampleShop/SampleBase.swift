import Foundation

/// Customers who buy and leave as BG/NBD says and spend as Gamma-Gamma says, with the parameters that CDNOW has, observed
/// for a week to two years.
///
/// Purchases happen in continuous time and are seen by whole days, as a shop sees them. The same seed gives the same
/// customers.
public struct SampleBase {
    private static let (r, alphaDays, a, b) = (0.243, 7 * 4.414, 0.793, 2.426)
    private static let (p, q, gamma) = (6.25, 3.744, 15.44)
    private static let (youngest, oldest): (UInt32, UInt32) = (7, 728)

    private var random: SplitMix64

    /// One customer.
    public struct Customer: Sendable {
        /// Purchase days after the first.
        public let frequency: Int
        /// Days from the first purchase to the last, and to the end of observation.
        public let recency, age: Int
        /// Mean amount of a later purchase day in whole cents' steps; 0 without any.
        public let meanAmount: Double
    }

    /// Starts with the first customer of this seed.
    public init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// The next customer.
    public mutating func next() -> Customer {
        let age = Int(Self.youngest + random.next(below: Self.oldest - Self.youngest + 1))
        let rate = random.nextGamma(Self.r) / Self.alphaDays
        let (leave, stay) = (random.nextGamma(Self.a), random.nextGamma(Self.b))
        let leavingShare = leave / (leave + stay)
        var (time, lastDay, frequency) = (0.0, 0, 0)
        repeat {
            // A rate of next to nothing makes this infinite, which is beyond any age.
            time -= log(random.nextUnit()) / rate
            guard time < Double(age) else { break }
            let day = Int(time.rounded(.up))
            frequency += day == lastDay ? 0 : 1
            lastDay = day
        } while random.nextUnit() >= leavingShare
        return Customer(frequency: frequency, recency: lastDay, age: age, meanAmount: meanAmount(of: frequency))
    }

    private mutating func meanAmount(of frequency: Int) -> Double {
        guard frequency > 0 else { return 0 }
        let rate = random.nextGamma(Self.q) / Self.gamma
        let total = random.nextGamma(Self.p * Double(frequency)) / rate
        return max(0.01, (100 * total / Double(frequency)).rounded() / 100)
    }
}
