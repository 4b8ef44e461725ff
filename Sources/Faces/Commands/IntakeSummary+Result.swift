import Domain
import Intake
import Ledger
import Report

extension IntakeSummary {
    /// What a reading has to say about itself in a report.
    init(of intake: OrderIntake, result: IntakeResult, timeZone: String?, files names: [String], hasMargin: Bool) {
        let coverage = result.ledger.costCoverage
        let accounting = result.accounting
        self.init(
            files: names, rows: accounting.rows, accepted: accounting.accepted, rejected: accounting.rejected,
            ignored: accounting.ignored,
            rejectedByReason: Dictionary(uniqueKeysWithValues: accounting.rejectedByReason.map { ($0.rawValue, $1) }),
            ignoredByReason: Dictionary(uniqueKeysWithValues: accounting.ignoredByReason.map { ($0.rawValue, $1) }),
            columns: Self.columns(of: intake), amountBasis: result.plans.first?.basis ?? AmountBasis(),
            timeZone: timeZone, statuses: Self.statuses(of: result),
            notes: Self.notes(intake, result) + Self.costNotes(result, hasMargin),
            costs: coverage)
    }

    /// The columns of all files; one that means the same in several is told once.
    private static func columns(of intake: OrderIntake) -> [Column] {
        var seen: Set<String> = []
        return intake.files.flatMap(\.recognition.columns).compactMap { column in
            guard seen.insert("\(column.role.rawValue)\u{0}\(column.name)").inserted else { return nil }
            return Column(role: column.role, name: column.name, samples: column.samples)
        }
    }

    /// All statuses, column by column, the most frequent first.
    static func statuses(of result: IntakeResult) -> [Status] {
        let byRole = Dictionary(grouping: result.statusRows, by: \.key.role)
        return ColumnRole.allCases.flatMap { role in
            byRole[role, default: []].map { status, rows in
                Status(role: role, text: status.text, rule: status.rule, isKnown: status.isKnown, rows: rows)
            }.sorted { ($1.rows, $0.text, $0.rule.rawValue) < ($0.rows, $1.text, $1.rule.rawValue) }
        }
    }

    private static func costNotes(_ result: IntakeResult, _ hasMargin: Bool) -> [Note] {
        var notes: [Note] = []
        if let coverage = result.ledger.costCoverage, let gap = CostGap(coverage, hasMargin: hasMargin) {
            notes.append(.ordersWithoutCost(gap, coverage))
        }
        let columns = result.costsCountedOnce.flatMap { role in
            result.plans.compactMap { plan in plan.columns[role].map { plan.header[$0] } }
        }
        if !columns.isEmpty {
            var seen: Set<String> = []
            notes.append(.costsCountedOnce(columns: columns.filter { seen.insert($0).inserted }))
        }
        return notes
    }

    private static func notes(_ intake: OrderIntake, _ result: IntakeResult) -> [Note] {
        var notes: [Note] = []
        if result.conflictingOrders > 0 { notes.append(.ordersUnderSeveralCustomers(result.conflictingOrders)) }
        if let plan = result.plans.first {
            switch plan.amount {
            case .product(let quantity, let unitPrice):
                notes.append(.amountFromLines(quantity: plan.header[quantity], unitPrice: plan.header[unitPrice]))
            case .column(let column, _):
                if result.totalIsRepeated {
                    notes.append(
                        .totalRepeatedOnLines(column: plan.header[column], orders: result.ordersRepeatingTotal))
                }
                if result.totalStandsOnce { notes.append(.totalOnOneLine(column: plan.header[column])) }
            }
        }
        if !result.convertedRows.isEmpty {
            notes.append(
                .convertedCurrencies(
                    rows: result.convertedRows.values.reduce(0, +), codes: result.convertedRows.keys.sorted()))
        }
        if result.ordersRefundedWhole + result.ordersRefundedInPart > 0 {
            notes.append(
                .ordersRefunded(whole: result.ordersRefundedWhole, inPart: result.ordersRefundedInPart))
        }
        if result.ledger.documentCount > 0, result.ledger.minutes.allSatisfy({ $0 == Ledger.noMinute }) {
            notes.append(.noTimes)
        }
        return notes
    }
}
