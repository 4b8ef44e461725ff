extension ShopPass {
    /// Gaps of everybody (0), from the first purchase day (1), from the second (2).
    func kaplanMeier(_ part: Int) -> KaplanMeier {
        let gaps = plan.gaps
        return KaplanMeier(
            completed: words(gaps.completed + part * gaps.dayCount, gaps.dayCount),
            censored: words(gaps.censored + part * gaps.dayCount, gaps.dayCount))
    }

    func gapDistribution() -> GapDistribution {
        let completed = words(plan.gaps.completed, plan.gaps.dayCount)
        let count = completed.reduce(0, +)
        var byWeek = Array(repeating: 0, count: 53)
        for (days, gaps) in completed.enumerated() where days > 0 { byWeek[min((days - 1) / 7, 52)] += Int(gaps) }
        return GapDistribution(
            count: Int(count), median: Self.quantile(50, of: completed, count: count),
            p75: Self.quantile(75, of: completed, count: count), p90: Self.quantile(90, of: completed, count: count),
            byWeek: byWeek)
    }

    private static func quantile(_ percent: Int64, of counts: ArraySlice<Int64>, count: Int64) -> Int? {
        guard count > 0 else { return nil }
        let rank = (count * percent + 99) / 100
        var below: Int64 = 0
        for (days, gaps) in counts.enumerated() {
            below += gaps
            if below >= rank { return days }
        }
        return nil
    }

    func nextOrders() -> [NextOrder] {
        [1, 2].map { part in
            let estimate = kaplanMeier(part)
            let observed = (estimate.atRisk.lastIndex { $0 > 0 } ?? -1) + 1
            return NextOrder(
                from: part, customers: Int(estimate.count), within30: estimate.share(within: 30),
                within60: estimate.share(within: 60), within90: estimate.share(within: 90),
                within180: estimate.share(within: 180), within365: estimate.share(within: 365),
                medianDays: estimate.day(of: 0.5), curve: Array(estimate.returned.prefix(min(observed, 366))))
        }
    }

    func orderHours() -> OrderHours {
        let cells = (0..<7).map { weekday in words(plan.hours + weekday * 25, 25).map(Int.init) }
        return OrderHours(
            orders: cells.map { Array($0.prefix(24)) }, withoutTime: cells.reduce(0) { $0 + $1[24] },
            byWeekday: cells.map { $0.reduce(0, +) })
    }
}
