/// The window W: given, or the shortest silence after which nine tenths of those who ever return have returned
/// (docs/metrics.md, "Window and activity").
package struct WindowRule: Equatable, Sendable {
    static let shortest = 14
    static let longest = 365
    /// What can be given at most: ten years.
    static let longestGiven = 3_650

    package let days: Int
    let given: Bool
    let found: Int?
    let clamp: WindowClamp?

    package init(gaps: KaplanMeier, spanDays: Int, given: Int?) {
        if let given {
            (days, self.given, found, clamp) = (min(max(1, given), Self.longestGiven), true, nil, nil)
            return
        }
        self.given = false
        found = Self.found(in: gaps)
        let half = max(1, spanDays / 2)
        guard let found else {
            (days, clamp) = (min(Self.longest, half), .noGaps)
            return
        }
        let bounded = min(max(found, Self.shortest), Self.longest)
        if bounded > half {
            (days, clamp) = (half, .halfSpan)
        } else {
            days = bounded
            clamp = bounded > found ? .minimum : bounded < found ? .maximum : nil
        }
    }

    /// The smallest t with 1 − S(t) ≥ 0.9·(1 − S(τ)), τ the longest gap with 5 % of gaps at risk.
    private static func found(in gaps: KaplanMeier) -> Int? {
        guard let tau = gaps.atRisk.lastIndex(where: { $0 > 0 && $0 * 20 >= gaps.count }) else { return nil }
        let target = 0.9 * gaps.returned[tau]
        return target > 0 ? gaps.day(of: target) : nil
    }
}
