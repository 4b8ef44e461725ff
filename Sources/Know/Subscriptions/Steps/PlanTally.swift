import Domain

/// Counts customers and revenue by plan.
struct PlanTally {
    /// One a plan, and one more where it is not given.
    private var figures: [PlanFigures]
    private var tenures: [TenureTally]
    private var isUsed: [Bool]

    init(_ plans: [String], unit: TenureUnit, asOf: Day) {
        figures = plans.map { PlanFigures(plan: $0) } + [PlanFigures(plan: nil)]
        tenures = figures.map { _ in TenureTally(unit: unit, asOf: asOf) }
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
        if history.spells.last?.end == nil { figures[first].beganAndActive += 1 }
        tenures[first].add(spell)
    }

    private func place(of subscription: Subscription) -> Int {
        subscription.plan < 0 ? figures.count - 1 : Int(subscription.plan)
    }

    /// Most revenue first, then most beginners.
    func finished() -> [PlanFigures] {
        figures.indices.filter { isUsed[$0] }.map { place in
            var figure = figures[place]
            figure.survival = Survival(tenures[place].counts)
            return figure
        }.sorted { ($1.mrr, $1.began, $0.name) < ($0.mrr, $0.began, $1.name) }
    }
}

extension PlanFigures {
    init(plan: String?) { self.plan = plan }

    /// What is not given comes last among equals.
    fileprivate var name: String { plan ?? "\u{10FFFF}" }
}
