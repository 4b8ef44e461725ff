import Dispatch
import Domain
import Synchronization

/// Compares two periods and tells chance from change by drawing groups of customers with replacement
/// (docs/metrics.md, "Is it getting better?").
struct ChangeStep {
    static let replicates = 1_000

    private let compared: ComparedPeriods
    private let timeline: Timeline
    private let metrics: [ChangeMetric]
    /// One row of `PeriodFigures` a group.
    private let groups: [Double]
    private let whole: PeriodFigures

    private static let row = 2 * PeriodFigures.words

    /// Nil when there is nothing to compare.
    init?(_ pass: ShopPass, base: BaseSteps) {
        guard let compared = pass.compared, pass[.customers] > 0 else { return nil }
        self.compared = compared
        timeline = pass.timeline
        var groups: [Double] = []
        groups.reserveCapacity(ChangeCounts.groups * Self.row)
        for group in 0..<ChangeCounts.groups {
            let kept = base.sums.kept(in: group).map(Double.init)
            for period in 0...1 {
                let start = pass.plan.change.start + group * ChangeCounts.words + period * ChangeCounts.sums
                groups += pass.words(start, ChangeCounts.sums).map(Double.init)
                groups += kept[period * 2..<period * 2 + 2]
            }
        }
        var whole = PeriodFigures()
        for place in groups.indices { whole.sums[place % Self.row] += groups[place] }
        self.groups = groups
        self.whole = whole
        metrics = ChangeMetric.allCases.filter { metric in
            switch metric {
            case .newCustomers, .secondOrderWithin90: compared.lookback > 0 && whole.newcomersAreNew
            // Who was active before the earlier period is known only W after the file begins.
            case .retentionRate: compared.before.lowerBound > base.rules.windowDays
            default: true
            }
        }
    }

    func table(seed: UInt64, workers: Int) -> ChangeTable {
        let draws = differences(seed: seed, workers: workers)
        return ChangeTable(
            comparison: compared.comparison, now: days(compared.now), before: days(compared.before),
            lookbackDays: compared.lookback > 0 ? compared.lookback : nil,
            figures: metrics.enumerated().compactMap { place, metric in
                guard let before = whole.value(of: metric, in: .before), let now = whole.value(of: metric, in: .now)
                else { return nil }
                return Self.change(metric, before: before, now: now, draws: draws.compactMap { $0[place] })
            }, replicates: Self.replicates, groups: ChangeCounts.groups)
    }

    private func days(_ range: ClosedRange<Int>) -> ClosedRange<Day> {
        timeline.day(range.lowerBound)...timeline.day(range.upperBound)
    }

    private static func change(_ metric: ChangeMetric, before: Double, now: Double, draws: [Double]) -> Change {
        let sorted = draws.sorted()
        let count = Double(sorted.count)
        guard sorted.count >= replicates / 2, let first = sorted.first, let last = sorted.last, first < last else {
            return Change(metric: metric, before: before, now: now, lower: nil, upper: nil, standardError: 0)
        }
        let mean = sorted.reduce(0, +) / count
        let variance = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        let edge = sorted.count / 40
        return Change(
            metric: metric, before: before, now: now, lower: sorted[edge], upper: sorted[sorted.count - 1 - edge],
            standardError: variance.squareRoot())
    }

    /// Per draw the difference of every metric; each draw has chance of its own, so that workers do not matter.
    private func differences(seed: UInt64, workers: Int) -> [[Double?]] {
        let workers = max(1, workers)
        let results = Mutex<[Int: [[Double?]]]>([:])
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let part = Self.replicates * worker / workers..<Self.replicates * (worker + 1) / workers
            let own = part.map { difference(seed: seed, replicate: $0) }
            results.withLock { $0[worker] = own }
        }
        return results.withLock { results in (0..<workers).flatMap { results[$0] ?? [] } }
    }

    private func difference(seed: UInt64, replicate: Int) -> [Double?] {
        var random = SplitMix(seed: seed &+ UInt64(replicate) &* 0xD1B5_4A32_D192_ED03)
        var draw = PeriodFigures()
        draw.sums.withUnsafeMutableBufferPointer { sums in
            groups.withUnsafeBufferPointer { groups in
                for _ in 0..<ChangeCounts.groups {
                    let row = Int(truncatingIfNeeded: random.next() >> 32) % ChangeCounts.groups * Self.row
                    for place in 0..<Self.row { sums[place] += groups[row + place] }
                }
            }
        }
        return metrics.map { metric in
            guard let before = draw.value(of: metric, in: .before), let now = draw.value(of: metric, in: .now) else {
                return nil
            }
            return now - before
        }
    }
}
