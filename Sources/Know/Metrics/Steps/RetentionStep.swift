import Domain

/// Reads retention for one window off the counts of the pass.
struct RetentionStep {
    let pass: ShopPass
    let windowDays: Int

    func retention() -> Retention {
        Retention(
            monthly: periods(.month), quarterly: periods(.quarter),
            yearly: periods(.year))
    }

    private func periods(_ unit: CalendarUnit) -> [RetentionPeriod] {
        let timeline = pass.timeline
        guard pass[.customers] > 0 else { return [] }
        let counts = pass.plan.retention
        let (place, ends, count, both, newcomers) =
            switch unit {
            case .quarter:
                (1, timeline.quarterEnds, timeline.quarterCount, counts.both.quarter, counts.newcomers.quarter)
            case .year: (2, timeline.yearEnds, timeline.yearCount, counts.both.year, counts.newcomers.year)
            case .week, .month:
                (0, timeline.monthEnds, timeline.monthCount, counts.both.month, counts.newcomers.month)
            }
        let first = CalendarPeriod(unit, containing: timeline.day(0))
        let acquired = acquiredByPeriod(unit: place, count: count)
        var start = 0
        var periods: [RetentionPeriod] = []
        for index in 0..<count {
            let (eve, end) = (index > 0 ? Int(ends[index - 1]) : -1, Int(ends[index]))
            let period = first.advanced(by: index)
            let active = silent(at: end, since: end - windowDays, to: end)
            let retained =
                silent(at: end, since: end - windowDays, to: eve) + sum(both, index)
            let new = sum(newcomers, index)
            periods.append(
                RetentionPeriod(
                    period: period, start: start, retained: retained, new: new, wonBack: active - retained - new,
                    end: active, lost: start - retained, acquired: acquired[index],
                    retentionRate: start > 0 ? Double(retained) / Double(start) : nil,
                    complete: eve + 1 >= windowDays && period.lastDay <= timeline.asOf
                        && period.firstDay >= timeline.day(0)))
            start = active
        }
        return periods
    }

    /// Customers whose last purchase day at `end` lies in `since...to`.
    private func silent(at end: Int, since: Int, to: Int) -> Int {
        let (retention, timeline) = (pass.plan.retention, pass.timeline)
        let month = Int(timeline.places[end].month)
        var sum: Int64 = 0
        for day in stride(from: max(0, since), through: to, by: 1) {
            let row = retention.silent + day * retention.silentRow
            let passed = month - Int(timeline.places[day].month)
            guard passed < retention.months else { continue }
            for place in passed + 1...retention.months { sum += pass.counts[row + place] }
        }
        return Int(sum)
    }

    /// First orders by period.
    private func acquiredByPeriod(unit: Int, count: Int) -> [Int] {
        let timeline = pass.timeline
        var acquired = Array(repeating: 0, count: count)
        for (day, customers) in pass.words(pass.plan.retention.acquired, timeline.dayCount).enumerated() {
            let month = Int(timeline.places[day].month)
            let place = [month, Int(timeline.quarterOfMonth[month]), Int(timeline.yearOfMonth[month])][unit]
            acquired[place] += Int(customers)
        }
        return acquired
    }

    /// The period's counts of silences up to the window.
    private func sum(_ start: Int, _ index: Int) -> Int {
        let retention = pass.plan.retention
        let row = pass.words(start + index * retention.row, min(windowDays, retention.longest) + 1)
        return Int(row.reduce(0, +))
    }
}
