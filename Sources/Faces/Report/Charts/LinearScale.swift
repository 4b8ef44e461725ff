/// Maps values to places along one axis, with round ticks.
struct LinearScale: Sendable {
    let lower: Double
    let upper: Double
    /// Places of `lower` and `upper` in the view box.
    let start: Double
    let end: Double
    let ticks: [Double]

    /// A scale that covers `values` and ends on round numbers; where they stand on both sides of zero, the lesser side
    /// reaches only as far as they do, when its next round number is far off.
    ///
    /// - Parameters:
    ///   - tickCount: About how many steps; one more or less may come out.
    ///   - includesZero: Bars need their foot in sight.
    ///   - limit: The scale never goes beyond it (1 for shares).
    ///   - leastStep: Ticks are no closer (1 for counts).
    init(
        covering values: [Double], from start: Double, to end: Double, tickCount: Int = 4, includesZero: Bool = true,
        limit: Double? = nil, leastStep: Double = 0
    ) {
        let finite = values.filter(\.isFinite)
        var low = finite.min() ?? 0
        var high = finite.max() ?? 0
        if includesZero {
            low = min(low, 0)
            high = max(high, 0)
        }
        if high - low < 1e-9 { high = low + (low == 0 ? 1 : abs(low)) }
        let step = max(leastStep, Self.roundStep((high - low) / Double(max(1, tickCount))))
        let first = (low / step + 1e-9).rounded(.down)
        let last = (high / step - 1e-9).rounded(.up)
        var (bottom, top) = (first * step, last * step)
        // One month's few refunds must not take a quarter of the drawing.
        if low < 0, -low < high, low - bottom > step / 2 { bottom = low }
        if high > 0, high < -low, top - high > step / 2 { top = high }
        if let limit, top > limit { top = max(limit, high) }
        self.lower = bottom
        self.upper = top
        self.start = start
        self.end = end
        let within = (bottom - step * 1e-6)...(top + step * 1e-6)
        ticks = (0...Int(last - first)).map { (first + Double($0)) * step }.filter(within.contains)
    }

    /// The place of `value`.
    func place(_ value: Double) -> Double { start + (value - lower) / (upper - lower) * (end - start) }

    /// 1, 2, 2.5 or 5 times a power of ten, at least `size`.
    static func roundStep(_ size: Double) -> Double {
        var power = 1.0
        while power * 10 <= size { power *= 10 }
        while power > size { power /= 10 }
        return [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= size - power * 1e-9 } ?? power * 10
    }

    /// Decimals that tell neighbouring ticks apart when written as percentages.
    var percentDigits: Int {
        guard ticks.count > 1 else { return 0 }
        let step = (ticks[1] - ticks[0]) * 100
        return step >= 1 - 1e-9 && abs(step - step.rounded()) < 1e-6 ? 0 : step >= 0.1 - 1e-9 ? 1 : 2
    }
}
