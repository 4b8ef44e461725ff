import Domain
import LifetimeValue

/// Counts how many periods customers stayed: the first unbroken spell of each.
///
/// A customer who left in a period that could not be observed to its end counts as observed before it only. Otherwise those
/// who leave early in the last period would count, and those who stay would not.
struct TenureTally {
    let unit: TenureUnit
    let asOf: Day
    private var lost: [Int] = []
    private var stillThere: [Int] = []

    init(unit: TenureUnit, asOf: Day) {
        self.unit = unit
        self.asOf = asOf
    }

    mutating func add(_ spell: RevenueHistory.Spell) {
        if let end = spell.end {
            let period = unit.periodOfLeaving(from: spell.start, at: end)
            if unit.anniversary(period, of: spell.start) <= asOf { return Self.count(period, in: &lost) }
            Self.count(period - 1, in: &stillThere)
        } else {
            Self.count(completed(by: spell), in: &stillThere)
        }
    }

    /// How many whole periods a spell without an end has lasted.
    func completed(by spell: RevenueHistory.Spell) -> Int {
        // The anniversary itself is reached on its day.
        unit.periods(from: spell.start, upTo: asOf.advanced(by: 1)) - 1
    }

    private static func count(_ period: Int, in counts: inout [Int]) {
        // Who was not observed for a whole period tells nothing.
        guard period > 0 else { return }
        while counts.count < period { counts.append(0) }
        counts[period - 1] += 1
    }

    var counts: TenureCounts { TenureCounts(lost: lost, stillThere: stillThere) }
}
