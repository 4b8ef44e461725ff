import Domain
import TestSupport
import Testing

@testable import Subscriptions

@Suite("What always holds of subscriptions") struct SubscriptionPropertyTests {
    @Test("the bridge adds up, period by period, and is what the days say", arguments: UInt64(0)..<60)
    func bridge(seed: UInt64) throws {
        let random = try RandomTable(seed: seed)
        let metrics = SubscriptionMetrics(of: try random.table())
        let customers = Set(random.subscriptions.map(\.customer))
        for periods in [metrics.monthly, metrics.yearly] {
            for (place, period) in periods.enumerated() {
                let (money, count) = (period.revenue, period.customers)
                #expect(
                    money.start + money.new + money.wonBack + money.expansion - money.contraction - money.lost
                        == money.end)
                #expect(count.start + count.new + count.wonBack - count.lost == count.end)
                if place > 0 {
                    #expect(periods[place - 1].revenue.end == money.start)
                    #expect(periods[place - 1].customers.end == count.start)
                }
                let last = min(period.period.lastDay, random.asOf)
                let ends = customers.map { random.monthly($0, at: last) }
                #expect(ends.reduce(0, +) == money.end, "seed \(seed), \(period.period)")
                #expect(ends.count { $0 > 0 } == count.end)
                #expect(period.isComplete == (period.period.lastDay <= random.asOf))
            }
        }
    }

    @Test("a customer is in one state a period", arguments: UInt64(60)..<100) func states(seed: UInt64) throws {
        let random = try RandomTable(seed: seed)
        let metrics = SubscriptionMetrics(of: try random.table())
        let customers = Set(random.subscriptions.map(\.customer)).sorted()
        for period in metrics.monthly {
            let (before, last) = (period.period.firstDay.advanced(by: -1), min(period.period.lastDay, random.asOf))
            var (new, wonBack, lost, expanded, contracted, passed) = (0, 0, 0, 0, 0, 0)
            for customer in customers {
                let (start, end) = (random.monthly(customer, at: before), random.monthly(customer, at: last))
                let days = before.number < last.number ? (before.number + 1...last.number).map { Day(number: $0) } : []
                switch (start > 0, end > 0) {
                case (true, false): lost += 1
                case (true, true): if end > start { expanded += 1 } else if end < start { contracted += 1 }
                case (false, true):
                    let first = random.subscriptions.filter { $0.customer == customer && $0.isPaid }
                        .map(\.started).min()
                    if let first, first <= before { wonBack += 1 } else { new += 1 }
                case (false, false): if days.contains(where: { random.monthly(customer, at: $0) > 0 }) { passed += 1 }
                }
            }
            let count = period.customers
            #expect(
                [new, wonBack, lost, expanded, contracted, passed] == [
                    count.new, count.wonBack, count.lost, count.expanded, count.contracted, count.cameAndWent,
                ], "seed \(seed), \(period.period)")
        }
    }

    @Test("gross retention is within 0…1 and never above net", arguments: UInt64(100)..<160) func bounds(seed: UInt64)
        throws
    {
        let metrics = SubscriptionMetrics(of: try RandomTable(seed: seed).table())
        for period in metrics.monthly + metrics.yearly {
            guard let gross = period.grossRevenueRetention, let net = period.netRevenueRetention else {
                #expect(period.revenue.start == 0 && period.logoRetention == nil)
                continue
            }
            #expect(gross >= 0 && gross <= 1 && gross <= net)
            #expect((0...1).contains(period.logoRetention ?? -1))
            // Nobody lost and nobody paying less: all revenue is kept.
            if period.customers.lost == 0, period.customers.contracted == 0 { #expect(gross == 1) }
        }
        for step in metrics.survival.steps {
            #expect(step.interval90.contains(step.share) && step.interval95.contains(step.share))
            #expect(step.interval95.lowerBound <= step.interval90.lowerBound)
            #expect(step.interval95.upperBound >= step.interval90.upperBound)
        }
        #expect(zip(metrics.survival.steps, metrics.survival.steps.dropFirst()).allSatisfy { $0.share >= $1.share })
    }

    @Test("groups add up to the whole", arguments: UInt64(160)..<200) func groups(seed: UInt64) throws {
        let metrics = SubscriptionMetrics(of: try RandomTable(seed: seed).table())
        let overview = metrics.overview
        #expect(metrics.byPlan.reduce(0) { $0 + $1.mrr } == overview.mrr)
        #expect(metrics.byPlan.reduce(0) { $0 + $1.began } == overview.customers)
        #expect(metrics.byPlan.reduce(0) { $0 + $1.beganAndActive } == overview.active)
        #expect(metrics.byPlan.reduce(0) { $0 + $1.activeSubscriptions } == overview.activeSubscriptions)
        for cohorts in [metrics.monthlyCohorts, metrics.yearlyCohorts] {
            #expect(cohorts.reduce(0) { $0 + $1.customers } == overview.customers)
            #expect(cohorts.reduce(0) { $0 + ($1.active.last ?? 0) } == overview.active)
            #expect(cohorts.reduce(0) { $0 + ($1.mrr.last ?? 0) } == overview.mrr)
            #expect(cohorts.allSatisfy { cohort in cohort.active.allSatisfy { (0...cohort.customers).contains($0) } })
        }
        #expect(metrics.monthly.last.map { $0.revenue.end } ?? 0 == overview.mrr)
        #expect(abs(metrics.byReason.reduce(0) { $0 + ($1.share ?? 0) } - (metrics.byReason.isEmpty ? 0 : 1)) < 1e-9)
    }

    @Test("the order of rows changes nothing", arguments: UInt64(200)..<220) func order(seed: UInt64) throws {
        let random = try RandomTable(seed: seed)
        var shuffler = SeededGenerator(seed: seed)
        let one = SubscriptionMetrics(of: try random.table())
        let other = SubscriptionMetrics(of: try random.table(random.subscriptions.shuffled(using: &shuffler)))
        #expect(one.overview == other.overview && one.monthly == other.monthly && one.yearly == other.yearly)
        #expect(one.byPlan == other.byPlan && one.byReason == other.byReason)
        #expect(one.value == other.value)
        #expect(one.value.map { $0.newCustomer.isFinite && $0.activeCustomers.isFinite } ?? true)
        #expect(one.monthlyCohorts == other.monthlyCohorts && one.survival == other.survival)
    }

    @Test("an early cohort takes in all before it") func manyCohorts() throws {
        let subscriptions = (0..<300).map { month in
            let start = CalendarPeriod(unit: .month, index: 200 + month).firstDay
            return Subscription(customer: Int32(month), started: start, ended: start.advanced(by: 45), monthly: 100)
        }
        let asOf = CalendarPeriod(unit: .month, index: 499).lastDay
        let table = try SubscriptionTable(
            subscriptions, plans: [], reasons: [], currency: try #require(Currency("EUR")), asOf: asOf)
        let cohorts = SubscriptionMetrics(of: table).monthlyCohorts
        #expect(cohorts.count == StartCohort.mostTold)
        #expect(cohorts.first?.joinsEarlier == true && cohorts.first?.customers == 61)
        // Sixty-one began by then, and the last of them is still there at the month's end.
        #expect(cohorts.first?.active.prefix(3) == [1, 0, 0])
        #expect(cohorts.dropFirst().allSatisfy { !$0.joinsEarlier && $0.customers == 1 })
    }
}
