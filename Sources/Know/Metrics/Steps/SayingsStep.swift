extension Sayings {
    init(sales: [NewVsReturning], concentration: Concentration, acquisition: Acquisition?) {
        // Whoever orders in the file's first month looks new; all that returning customers can have there is money given
        // back before a first order in the file.
        let complete = sales.dropFirst().filter(\.complete)
        let newMoney = complete.reduce(0.0) { $0 + Double($1.newRevenue) }
        let returningMoney = complete.reduce(0.0) { $0 + Double($1.returningRevenue) }
        let new = complete.reduce(0.0) { $0 + Double($1.newCustomers) }
        let returning = complete.reduce(0.0) { $0 + Double($1.returningCustomers) }
        let all = newMoney + returningMoney
        returningShareOfRevenue = all > 0 && newMoney >= 0 && returningMoney >= 0 ? returningMoney / all : nil
        topFifthShare = concentration.top20
        existingSpendMore =
            new > 0 && returning > 0 && newMoney > 0 ? returningMoney / returning / (newMoney / new) - 1 : nil
        winningAgainstFirstOrder = acquisition.flatMap { one in
            guard let cac = one.cac, let first = one.firstMonthContribution, first > 0 else { return nil }
            return cac / first
        }
    }
}
