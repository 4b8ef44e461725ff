/// The Kaplan–Meier estimate from gaps in whole days (docs/metrics.md, "Window and activity").
package struct KaplanMeier: Equatable, Sendable {
    /// 1 − S(t) by day.
    let returned: [Double]
    /// Gaps of at least t days, completed or censored.
    let atRisk: [Int64]
    let count: Int64

    package init(completed: ArraySlice<Int64>, censored: ArraySlice<Int64>) {
        let total = completed.reduce(0, +) + censored.reduce(0, +)
        var left = total
        var survival = 1.0
        var returned: [Double] = []
        var atRisk: [Int64] = []
        returned.reserveCapacity(completed.count)
        atRisk.reserveCapacity(completed.count)
        for (events, censorings) in zip(completed, censored) {
            atRisk.append(left)
            if events > 0 { survival *= 1 - Double(events) / Double(left) }
            returned.append(1 - survival)
            left -= events + censorings
        }
        (self.returned, self.atRisk, count) = (returned, atRisk, total)
    }

    /// The share who have returned by day `days`; nil when nobody was observed for so long and not all had returned.
    func share(within days: Int) -> Double? {
        guard let last = atRisk.lastIndex(where: { $0 > 0 }) else { return nil }
        if days <= last { return returned[days] }
        return returned[last] == 1 ? 1 : nil
    }

    /// The first day by which `share` have returned. The shares are products of fractions; what they lose in rounding
    /// must not move a day.
    func day(of share: Double) -> Int? { returned.firstIndex { $0 >= share - 1e-12 } }
}
