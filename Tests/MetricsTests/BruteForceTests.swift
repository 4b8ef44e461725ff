import Domain
import Ledger
import Testing

@testable import Metrics

@Suite("Every metric against its plain definition") struct BruteForceTests {
    // Debug builds, and the address sanitizer with them, are slow; they see fewer shops.
    #if DEBUG
        static let seeds = Array(UInt64(1)...6)
    #else
        static let seeds = Array(UInt64(1)...40)
    #endif

    private func shop(_ seed: UInt64) -> (RandomShop, SlowShop, ShopMetrics) {
        let shop = RandomShop(seed: seed)
        let slow = SlowShop(shop.documents, unidentifiedLast: shop.unidentified.lastDay)
        return (shop, slow, ShopMetrics(of: shop.ledger, options: MetricsOptions(workers: 2)))
    }

    @Test("overview", arguments: seeds) func overview(seed: UInt64) {
        let (shop, slow, metrics) = shop(seed)
        let overview = metrics.overview
        let orders = slow.customers.flatMap(\.orders)
        let reversed = shop.documents.filter { $0.kind == .reversed }
        let refunds = shop.documents.filter { $0.kind == .refund }.reduce(0) { $0 - $1.minorUnits }
        let refundOnly = slow.all.filter { $0.orders.isEmpty && $0.documents.contains { $0.kind == .refund } }
        #expect(metrics.asOf == Day(number: Int32(slow.asOf)))
        let sold = orders.map { $0.day.number } + [shop.unidentified.firstDay!]
        #expect(overview.firstOrder?.number == sold.min())
        #expect(overview.customers == slow.customers.count)
        #expect(overview.orders == orders.count)
        #expect(overview.purchaseDays == slow.customers.reduce(0) { $0 + $1.days.count })
        #expect(overview.grossRevenue == orders.reduce(0) { $0 + $1.minorUnits })
        #expect(overview.refunds == refunds)
        #expect(overview.identifiedNetRevenue == slow.customers.reduce(0) { $0 + $1.net })
        #expect(overview.repeatCustomers == slow.customers.filter { $0.orders.count > 1 }.count)
        #expect(overview.repeatCustomersByDay == slow.customers.filter { $0.days.count > 1 }.count)
        #expect(overview.refundOnlyCustomers == refundOnly.count)
        #expect(overview.refundOnlyRevenue == refundOnly.reduce(0) { $0 + $1.net })
        #expect(overview.reversedOrders == reversed.count)
        #expect(overview.reversedRevenue == reversed.reduce(0) { $0 + $1.minorUnits })
        #expect(
            overview.netRevenue
                == overview.identifiedNetRevenue + overview.refundOnlyRevenue + overview.unidentifiedRevenue)
    }

    @Test("window, gaps and the way to the next purchase day", arguments: seeds) func window(seed: UInt64) {
        let (_, slow, metrics) = shop(seed)
        let gaps = slow.customers.flatMap(\.gaps)
        #expect(metrics.activity.windowFound == slow.windowFound())
        #expect(metrics.gaps.count == gaps.count)
        #expect(metrics.gaps.median == SlowShop.quantile(50, gaps))
        #expect(metrics.gaps.p75 == SlowShop.quantile(75, gaps))
        #expect(metrics.gaps.p90 == SlowShop.quantile(90, gaps))
        #expect(metrics.gaps.byWeek.reduce(0, +) == gaps.count)
        for next in metrics.nextOrder {
            let observed = slow.observedGaps(after: next.from)
            #expect(next.customers == observed.count)
            for (days, share) in [(30, next.within30), (90, next.within90), (365, next.within365)] {
                let longest = observed.map(\.length).max() ?? -1
                let expected = slow.returned(by: days, gaps: observed)
                if let share { #expect(abs(share - expected) < 1e-12) } else { #expect(days > longest) }
            }
            #expect(next.medianDays == (0...1_200).first { slow.returned(by: $0, gaps: observed) >= 0.5 - 1e-12 })
        }
    }

    @Test("activity states and own limits", arguments: seeds) func activity(seed: UInt64) {
        let (_, slow, metrics) = shop(seed)
        let window = metrics.activity.windowDays
        var atRisk: Int64 = 0
        for customer in slow.customers {
            let figures = metrics.customers.first { $0.id == customer.id }!
            #expect(figures.ownLimit == slow.ownLimit(customer, window: window))
            #expect(figures.state == slow.state(customer, window: window))
            #expect(figures.medianGap == SlowShop.quantile(50, customer.gaps))
            #expect(figures.p90Gap == SlowShop.quantile(90, customer.gaps))
            #expect(figures.netRevenue == customer.net)
            if figures.state == .lapsing { atRisk += max(0, customer.net(in: slow.asOf - 364...slow.asOf)) }
        }
        let states = slow.customers.map { slow.state($0, window: window) }
        #expect(metrics.activity.active == states.filter { $0 == .active }.count)
        #expect(metrics.activity.lapsing == states.filter { $0 == .lapsing }.count)
        #expect(metrics.activity.lapsed == states.filter { $0 == .lapsed }.count)
        #expect(metrics.activity.revenueAtRisk == atRisk)
    }

    @Test("retention for any window", arguments: seeds, [nil, 1, 20, 45, 150, 500])
    func retention(seed: UInt64, window given: Int?) {
        let shop = RandomShop(seed: seed)
        let slow = SlowShop(shop.documents, unidentifiedLast: shop.unidentified.lastDay)
        let metrics = ShopMetrics(of: shop.ledger, options: MetricsOptions(windowDays: given, workers: 2))
        let window = metrics.activity.windowDays
        for row in metrics.retention.monthly + metrics.retention.quarterly + metrics.retention.yearly {
            let (first, last) = (Int(row.period.firstDay.number), Int(row.period.lastDay.number))
            let end = min(last, slow.asOf)
            let start = slow.customers.filter { $0.isActive(at: first - 1, window: window) }
            let active = slow.customers.filter { $0.isActive(at: end, window: window) }
            let new = active.filter { $0.days[0] >= first }
            let retained = start.filter { $0.isActive(at: end, window: window) }
            #expect(row.start == start.count)
            #expect(row.end == active.count)
            #expect(row.new == new.count)
            #expect(row.retained == retained.count)
            #expect(row.wonBack == active.count - new.count - retained.count)
            #expect(row.lost == start.count - retained.count)
            #expect(row.acquired == slow.customers.filter { (first...last).contains($0.days[0]) }.count)
            #expect(row.retentionRate == (start.isEmpty ? nil : Double(retained.count) / Double(start.count)))
            #expect(row.complete == (first >= slow.first + window && last <= slow.asOf))
        }
        #expect(
            metrics.retention.monthly.last.map { $0.end == metrics.activity.active + metrics.activity.lapsing } ?? true)
    }

    @Test("cohorts by every unit", arguments: seeds) func cohorts(seed: UInt64) {
        let (_, slow, metrics) = shop(seed)
        for unit in CalendarUnit.allCases {
            func index(_ day: Int) -> Int { CalendarPeriod(unit, containing: Day(number: Int32(day))).index }
            for row in metrics.cohorts[unit] {
                let members = slow.customers.filter { index($0.days[0]) == row.cohort.index }
                #expect(row.customers == members.count)
                #expect(row.startsBeforeFile == (row.cohort.index == index(slow.first)))
                for place in row.active.indices {
                    let period = row.cohort.index + place
                    #expect(row.active[place] == members.filter { $0.days.contains { index($0) == period } }.count)
                    let orders = members.flatMap(\.orders).filter { index(Int($0.day.number)) == period }
                    #expect(row.orders[place] == orders.count)
                    // Refunds before the first order count in its period.
                    let money = members.flatMap(\.documents).filter {
                        $0.kind != .reversed && max(index(Int($0.day.number)), row.cohort.index) == period
                    }
                    #expect(row.netRevenue[place] == money.reduce(0) { $0 + $1.minorUnits })
                }
            }
            let total = metrics.cohorts[unit].reduce(0) { $0 + $1.netRevenue.reduce(0, +) }
            #expect(total == metrics.overview.identifiedNetRevenue)
            #expect(metrics.cohorts[unit].reduce(0) { $0 + $1.customers } == slow.customers.count)
        }
    }

    @Test("the mean share leaves out what is not over") func meanShares() {
        let january = CalendarPeriod(.month, containing: Day("2024-01-01")!)
        func row(_ after: Int, _ active: [Int], complete: Int, startsBeforeFile: Bool = false) -> CohortRow {
            CohortRow(
                cohort: january.advanced(by: after), customers: active[0], active: active, orders: active,
                netRevenue: active.map(Int64.init), contribution: [], complete: complete,
                startsBeforeFile: startsBeforeFile, joinsEarlier: false)
        }
        let rows = [
            row(0, [1_000, 900, 900, 900], complete: 3, startsBeforeFile: true), row(1, [10, 4, 3], complete: 2),
            row(2, [30, 8], complete: 1), row(3, [5], complete: 0),
        ]
        let cohorts = Cohorts(weekly: [], monthly: rows, quarterly: [rows[0]], yearly: [])
        #expect(cohorts.meanShares(by: .month) == [1, 0.4])
        #expect(cohorts.meanShares(by: .quarter) == [1, 0.9, 0.9])
        #expect(cohorts.meanShares(by: .year).isEmpty)
        // Net revenue is as the active: 40 of 40 customers, then 4 of 10.
        #expect(cohorts.valueCurve(by: .month) == [1, 1.4])
        #expect(cohorts.valueCurve(by: .quarter) == [1, 1.9, 2.8])
        #expect(cohorts.valueCurve(by: .year).isEmpty)
    }

    @Test("new against returning", arguments: seeds) func newVsReturning(seed: UInt64) {
        let (_, slow, metrics) = shop(seed)
        func month(_ day: Int) -> Int { CalendarPeriod(.month, containing: Day(number: Int32(day))).index }
        for row in metrics.newVsReturning {
            let buyers = slow.customers.filter { $0.days.contains { month($0) == row.month.index } }
            let new = buyers.filter { month($0.days[0]) == row.month.index }
            #expect(row.newCustomers == new.count)
            #expect(row.returningCustomers == buyers.count - new.count)
            // Money by its own month; what is dated before the file's first order counts on that day.
            var (newMoney, returningMoney) = (Int64(0), Int64(0))
            for customer in slow.customers {
                let money = customer.documents.filter {
                    $0.kind != .reversed && month(max(Int($0.day.number), slow.first)) == row.month.index
                }.reduce(0) { $0 + $1.minorUnits }
                if month(customer.days[0]) == row.month.index { newMoney += money } else { returningMoney += money }
            }
            #expect(row.newRevenue == newMoney)
            #expect(row.returningRevenue == returningMoney)
        }
        let sum = metrics.newVsReturning.reduce(0) { $0 + $1.newRevenue + $1.returningRevenue }
        #expect(sum == metrics.overview.identifiedNetRevenue)
    }

    @Test("new customers a year are those of whole months after the file's first W days", arguments: seeds)
    func newcomers(seed: UInt64) {
        let (_, slow, metrics) = shop(seed)
        let window = metrics.activity.windowDays
        let from = Int(slow.first) + window
        func month(_ day: Int) -> CalendarPeriod { CalendarPeriod(.month, containing: Day(number: Int32(day))) }
        let days = (min(from, slow.asOf + 1)...slow.asOf + 1).dropLast().filter {
            Int(month($0).firstDay.number) >= from && Int(month($0).lastDay.number) <= slow.asOf
        }
        // Of the last twelve of them.
        let lastMonths = Set(Set(days.map(month)).sorted { $0.index < $1.index }.suffix(12))
        let lastDays = days.filter { lastMonths.contains(month($0)) }
        let known = slow.customers.filter { lastDays.contains($0.days[0]) }.count
        let aYear = lastDays.isEmpty ? 0 : Double(known) * 365 / Double(lastDays.count)
        let months = lastMonths.count
        #expect(metrics.retention.newCustomersAMonth == (months > 0 ? Double(known) / Double(months) : nil))
        for case .fewSecondPurchases(_, let customersAYear) in metrics.findings.map(\.fact) {
            #expect(customersAYear == Int(aYear.rounded()))
        }
        #expect(aYear >= 1 || !metrics.findings.contains { $0.rule == .fewSecondPurchases })
    }

    @Test("RFM scores, segments and the VIP list", arguments: seeds) func ranks(seed: UInt64) {
        let (_, slow, metrics) = shop(seed)
        let vips = slow.vips(share: 0.5, end: slow.asOf)
        let earlier = slow.vips(share: 0.5, end: slow.asOf - 30)
        for customer in slow.customers {
            let figures = metrics.customers.first { $0.id == customer.id }!
            #expect(figures.scores == slow.scores(customer))
            #expect(figures.isVIP == vips.contains(customer.id))
        }
        #expect(metrics.vip.customers == vips.count)
        if slow.asOf - slow.first + 1 >= 395 {
            #expect(metrics.vip.joined == vips.subtracting(earlier).count)
            #expect(metrics.vip.left == earlier.subtracting(vips).count)
        } else {
            #expect(metrics.vip.joined == nil && metrics.vip.left == nil)
        }
        for size in metrics.rfm.segments {
            let members = slow.customers.filter { slow.scores($0).segment == size.key }
            #expect(size.customers == members.count)
            #expect(size.netRevenue == members.reduce(0) { $0 + $1.net })
        }
    }

    @Test("concentration", arguments: seeds) func concentration(seed: UInt64) {
        let (_, slow, metrics) = shop(seed)
        let nets = slow.customers.map { max(0, $0.net) }.sorted(by: >)
        let total = nets.reduce(0, +)
        #expect(metrics.concentration.clippedSum == total)
        guard total > 0 else { return }
        for (percent, share) in [(1.0, metrics.concentration.top1), (20, metrics.concentration.top20)] {
            let count = Int((Double(nets.count) * percent / 100).rounded(.up))
            #expect(abs(share! - Double(nets.prefix(count).reduce(0, +)) / Double(total)) < 1e-12)
        }
        var differences = 0.0
        for one in nets { for other in nets { differences += abs(Double(one - other)) } }
        let gini = differences / (2 * Double(nets.count) * Double(total))
        #expect(abs(metrics.concentration.gini! - gini) < 1e-9)
        let for80 = (0...nets.count).first { nets.prefix($0).reduce(0, +) * 5 >= total * 4 }
        #expect(metrics.concentration.customersFor80 == for80)
    }

    @Test("order times and breakdowns", arguments: seeds) func breakdowns(seed: UInt64) {
        let (_, slow, metrics) = shop(seed)
        let orders = slow.customers.flatMap(\.orders)
        #expect(metrics.hours.withoutTime == orders.filter { $0.minute == nil }.count)
        for weekday in 0..<7 {
            for hour in 0..<24 {
                let count = orders.filter { $0.day.weekday == weekday && $0.minute.map { $0 / 60 } == hour }.count
                #expect(metrics.hours.orders[weekday][hour] == count)
            }
        }
        for breakdown in metrics.breakdowns {
            #expect(breakdown.rows.reduce(0) { $0 + $1.customers } == slow.customers.count)
            #expect(breakdown.rows.reduce(0) { $0 + $1.netRevenue } == metrics.overview.identifiedNetRevenue)
            for row in breakdown.rows {
                let mean = row.netRevenuePerCustomer
                #expect(row.repeatPurchaseRateInterval.contains(row.repeatPurchaseRate))
                #expect(row.netRevenuePerCustomerInterval?.contains(mean) ?? true)
            }
        }
    }
}
