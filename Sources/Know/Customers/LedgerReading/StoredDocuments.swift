import Database
import Domain
import Ledger

/// All documents that count, as columns in the order in which they are kept; those without a customer are summed up.
struct StoredDocuments {
    /// The places of customers among `CustomerRoots`.
    private(set) var customers: [Int32] = []
    private(set) var days: [Int32] = []
    private(set) var minutes: [UInt16] = []
    private(set) var minorUnits: [Int64] = []
    private(set) var kinds: [OrderKind] = []
    private(set) var contributions: [Int64] = []
    private(set) var lacksGoodsCost: [Bool] = []
    private(set) var knowsContributions = false
    /// By `Dimension.allCases`: the numbers of terms, 0 where there is none; empty where no document has any.
    private(set) var terms: [[Int32]] = Array(repeating: [], count: Dimension.allCases.count)
    private(set) var unidentified = UnidentifiedSales()

    var count: Int { days.count }

    /// - Parameter lastDay: Later documents are not there.
    init(_ session: any Session, _ roots: CustomerRoots, until lastDay: Day) throws {
        try add(LedgerStatements.orders, areRefunds: false, until: lastDay, session, roots)
        try add(LedgerStatements.refunds, areRefunds: true, until: lastDay, session, roots)
    }

    private mutating func add(
        _ statement: SQL, areRefunds: Bool, until lastDay: Day, _ session: any Session, _ roots: CustomerRoots
    ) throws {
        try session.forEach(statement, values: [lastDay.databaseValue]) { row in
            let (day, amount) = (Int32(clamping: try number(row, 1)), try number(row, 3))
            let kind: OrderKind = areRefunds ? .refund : try number(row, 4) == 1 ? .reversed : .order
            guard let customer = try row.integer(at: 0) else {
                unidentified.add(kind, day: day, minorUnits: amount)
                return
            }
            customers.append(try roots.place(of: customer))
            days.append(day)
            minutes.append(try row.integer(at: 2).map { UInt16(clamping: $0) } ?? Ledger.noMinute)
            minorUnits.append(areRefunds ? -amount : amount)
            kinds.append(kind)
            let contribution = try row.integer(at: 5)
            knowsContributions = knowsContributions || contribution != nil
            // Where others have costs, one without has none that is known.
            contributions.append(contribution ?? minorUnits[minorUnits.count - 1])
            lacksGoodsCost.append(try contribution == nil || number(row, 6) == 1)
            try addTerms(row)
        }
    }

    private mutating func addTerms(_ row: any ResultRow) throws {
        for dimension in terms.indices {
            let term = try row.integer(at: 7 + dimension)
            if terms[dimension].isEmpty {
                guard term != nil else { continue }
                terms[dimension] = Array(repeating: 0, count: count - 1)
            }
            terms[dimension].append(Int32(clamping: term ?? 0))
        }
    }

    private func number(_ row: any ResultRow, _ column: Int) throws -> Int64 {
        guard let number = try row.integer(at: column) else {
            throw DatabaseError(.unexpectedValue, "column \(column) of a document is NULL")
        }
        return number
    }

    /// The documents' places by customer, then by time; of one moment in the order in which they are kept.
    func order(customers count: Int) -> (places: [Int32], offsets: [Int]) {
        var starts = [Int](repeating: 0, count: count + 1)
        for customer in customers { starts[Int(customer) + 1] += 1 }
        for customer in 0..<count { starts[customer + 1] += starts[customer] }
        var places = [Int32](repeating: 0, count: customers.count)
        var next = starts
        for (place, customer) in customers.enumerated() {
            places[next[Int(customer)]] = Int32(place)
            next[Int(customer)] += 1
        }
        for customer in 0..<count {
            let range = starts[customer]..<starts[customer + 1]
            guard zip(range, range.dropFirst()).contains(where: { isBefore(places[$1], places[$0]) }) else { continue }
            places[range].sort(by: isBefore)
        }
        return (places, starts)
    }

    /// Documents whose time of day is not known come first on their day.
    private func isBefore(_ left: Int32, _ right: Int32) -> Bool {
        let (left, right) = (Int(left), Int(right))
        let leftMinute = minutes[left] == Ledger.noMinute ? 0 : minutes[left]
        let rightMinute = minutes[right] == Ledger.noMinute ? 0 : minutes[right]
        return (days[left], leftMinute, left) < (days[right], rightMinute, right)
    }
}

extension UnidentifiedSales {
    /// - Parameter minorUnits: Zero or more, of refunds too.
    fileprivate mutating func add(_ kind: OrderKind, day: Int32, minorUnits: Int64) {
        switch kind {
        case .order:
            orders += 1
            grossMinorUnits += minorUnits
            firstDay = min(firstDay ?? day, day)
            lastDay = max(lastDay ?? day, day)
        case .refund: refundMinorUnits += minorUnits
        case .reversed: break
        }
    }
}
