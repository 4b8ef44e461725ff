import Ledger

/// Follows each customer from order to order until the end of a day.
struct PurchaseTally: SummarizingTally {
    /// The first day that is told apart; earlier ones count as it.
    let origin: Int32
    let asOf: Int32
    /// Documents after this day are not there.
    let lastVisible: Int32
    /// Of customers' first purchases, and of their later purchase days, by days since `origin`.
    var newcomers: [Int64]
    var later: [Int64]

    init(origin: Int32, asOf: Int32, lastVisible: Int32) {
        (self.origin, self.asOf, self.lastVisible) = (origin, asOf, lastVisible)
        newcomers = Array(repeating: 0, count: Int(asOf) - Int(origin) + 1)
        later = newcomers
    }

    mutating func summarize(_ part: PurchaseHistories, into summaries: SummarySlots<CustomerPurchases>) {
        for customer in part.customers { summaries[customer] = purchases(of: part[customer]) }
    }

    @inline(__always)
    private mutating func purchases(of history: PurchaseHistory) -> CustomerPurchases {
        var own = CustomerPurchases()
        var index = 0
        while index < history.count, history.day(index) <= lastVisible {
            let money = history.minorUnits(index)
            switch history.kind(index) {
            case .order:
                // As-of is given or the last order's day, so that no order lies after it.
                let day = max(history.day(index), origin)
                if own.purchaseDays == 0 || day != own.lastDay { step(to: day, &own) }
                own.gross &+= money
                own.laterGross &+= own.purchaseDays > 1 ? money : 0
            case .refund: own.refunds &-= money
            case .reversed: break
            }
            index &+= 1
        }
        return own
    }

    /// Goes on to a purchase day.
    @inline(__always)
    private mutating func step(to day: Int32, _ own: inout CustomerPurchases) {
        if own.purchaseDays == 0 {
            own.firstDay = day
            newcomers[Int(day &- origin)] &+= 1
        } else {
            own.laterWeeks &+= (asOf &- day) / 7 == (asOf &- own.lastDay) / 7 ? 0 : 1
            later[Int(day &- origin)] &+= 1
        }
        own.lastDay = day
        own.purchaseDays &+= 1
    }

    mutating func merge(_ other: Self) {
        for place in newcomers.indices {
            newcomers[place] &+= other.newcomers[place]
            later[place] &+= other.later[place]
        }
    }
}
