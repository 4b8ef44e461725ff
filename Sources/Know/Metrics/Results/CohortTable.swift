public import Domain

/// Customers by the period of their first order (docs/metrics.md, "Cohorts").
public struct Cohorts: Equatable, Sendable {
    public let weekly: [CohortRow]
    public let monthly: [CohortRow]
    public let quarterly: [CohortRow]
    public let yearly: [CohortRow]

    public subscript(unit: CalendarUnit) -> [CohortRow] {
        switch unit {
        case .week: weekly
        case .month: monthly
        case .quarter: quarterly
        case .year: yearly
        }
    }

    /// The curve of retention by periods since the first order: of all customers whose cell k is complete, the share
    /// active in it. Ends where no cell is complete.
    public func meanShares(by unit: CalendarUnit) -> [Double] {
        let used = averaged(by: unit)
        return (0..<(used.map(\.complete).max() ?? 0)).map { place in
            let complete = used.filter { $0.complete > place }
            let customers = complete.reduce(0) { $0 + $1.customers }
            return Double(complete.reduce(0) { $0 + $1.active[place] }) / Double(max(1, customers))
        }
    }

    /// The value curve: up to each cell, the sum of the cells' means of net revenue per customer, in minor units. Each mean
    /// is over the cohorts whose cell is complete, so that late cells rest on old cohorts alone.
    public func valueCurve(by unit: CalendarUnit) -> [Double] { curve(of: \.netRevenue, by: unit) }

    /// The same of contribution; nil where it is not known.
    public func contributionCurve(by unit: CalendarUnit) -> [Double]? {
        averaged(by: unit).allSatisfy { $0.contribution.count == $0.netRevenue.count }
            ? curve(of: \.contribution, by: unit) : nil
    }

    private func curve(of money: KeyPath<CohortRow, [MinorUnits]>, by unit: CalendarUnit) -> [Double] {
        let used = averaged(by: unit)
        var sum = 0.0
        return (0..<(used.map(\.complete).max() ?? 0)).map { place in
            let complete = used.filter { $0.complete > place }
            let customers = complete.reduce(0) { $0 + $1.customers }
            sum += complete.reduce(0.0) { $0 + Double($1[keyPath: money][place]) } / Double(max(1, customers))
            return sum
        }
    }

    /// The cohorts that averages are of: without the file's first, unless there are no others.
    private func averaged(by unit: CalendarUnit) -> [CohortRow] {
        let whole = self[unit].filter { !$0.startsBeforeFile }
        return whole.contains { $0.complete > 0 } ? whole : self[unit]
    }
}

/// One cohort; cell k is the k-th calendar period after that of the first order, k = 0 that period itself, up to the
/// period that holds as-of.
public struct CohortRow: Equatable, Sendable {
    public let cohort: CalendarPeriod
    public let customers: Int
    /// Distinct customers with an order in the period.
    public let active: [Int]
    public let orders: [Int]
    /// Gross less refunds of the cohort's customers in the period.
    public let netRevenue: [MinorUnits]
    /// Empty where contribution is not known.
    public let contribution: [MinorUnits]
    /// How many leading cells are fully observed.
    public let complete: Int
    /// The cohort of the file's first order: what was before it is unknown, so that "first order" may be a later one.
    public let startsBeforeFile: Bool
    /// Customers of all earlier periods are in it too, and what they bought in these is in its first place.
    public let joinsEarlier: Bool

    /// `active` by `customers`.
    public var share: [Double] { active.map { Double($0) / Double(max(1, customers)) } }

    /// Net revenue up to each period by the customers acquired, in minor units.
    public var cumulativeNetPerCustomer: [Double] {
        var sum = 0.0
        return netRevenue.map { money in
            sum += Double(money)
            return sum / Double(max(1, customers))
        }
    }
}
