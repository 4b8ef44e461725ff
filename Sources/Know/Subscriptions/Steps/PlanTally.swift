import Domain

/// Counts customers and revenue by plan.
struct PlanTally {
    /// One a plan, and one more where it is not given.
    private var figures: [PlanFigures]
    private var tenures: [TenureTally]
    /// What those bring in a month now who began with each.
    private var beganMRR: [Int64]
    private var isUsed: [Bool]

    init(_ plans: [String], unit: TenureUnit, asOf: Day) {
        figures = plans.map { PlanFigures(plan: $0) } + [PlanFigures(plan: nil)]
        tenures = figures.map { _ in TenureTally(unit: unit, asOf: asOf) }
        beganMRR = figures.map { _ in 0 }
        isUsed = figures.map { _ in false }
    }

    mutating func add(_ subscriptions: ArraySlice<Subscription>, _ history: RevenueHistory) {
        var plansNow: Set<Int> = []
        for subscription in subscriptions where subscription.monthly > 0 && subscription.ended == nil {
            let place = place(of: subscription)
            isUsed[place] = true
            figures[place].activeSubscriptions += 1
            figures[place].mrr += subscription.monthly
            plansNow.insert(place)
        }
        for place in plansNow { figures[place].activeCustomers += 1 }
        guard let spell = history.spells.first else { return }
        let first = place(of: spell.first)
        isUsed[first] = true
        figures[first].began += 1
        if let last = history.spells.last, last.end == nil {
            figures[first].beganAndActive += 1
            beganMRR[first] += last.lastMonthly
        }
        tenures[first].add(spell)
    }

    private func place(of subscription: Subscription) -> Int {
        subscription.plan < 0 ? figures.count - 1 : Int(subscription.plan)
    }

    /// Most revenue first, then most beginners.
    func finished(_ unit: TenureUnit, _ options: SubscriptionOptions) -> [PlanFigures] {
        figures.indices.filter { isUsed[$0] }.map { place in
            var figure = figures[place]
            let counts = tenures[place].counts
            figure.survival = Survival(counts)
            figure.value = GroupValue(
                active: figure.beganAndActive, mrr: beganMRR[place], counts: counts, unit: unit, options: options)
            return figure
        }.sorted { ($1.mrr, $1.began, $0.name) < ($0.mrr, $0.began, $1.name) }
    }
}

extension PlanFigures {
    init(plan: String?) { self.plan = plan }

    /// What is not given comes last among equals.
    fileprivate var name: String { plan ?? "\u{10FFFF}" }
}
