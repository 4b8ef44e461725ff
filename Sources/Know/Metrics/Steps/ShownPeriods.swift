import Domain

extension CalendarPeriod {
    /// Whether any of its days is `from` or later.
    func isShown(from: Day?) -> Bool { from.map { lastDay >= $0 } ?? true }
}

extension Retention {
    func shown(from: Day?) -> Retention {
        Retention(
            monthly: monthly.filter { $0.period.isShown(from: from) },
            quarterly: quarterly.filter { $0.period.isShown(from: from) },
            yearly: yearly.filter { $0.period.isShown(from: from) })
    }
}

extension Cohorts {
    func shown(from: Day?) -> Cohorts {
        Cohorts(
            weekly: weekly.filter { $0.cohort.isShown(from: from) },
            monthly: monthly.filter { $0.cohort.isShown(from: from) },
            quarterly: quarterly.filter { $0.cohort.isShown(from: from) },
            yearly: yearly.filter { $0.cohort.isShown(from: from) })
    }
}
