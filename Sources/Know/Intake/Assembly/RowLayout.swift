import Domain

/// Where in a record each thing stands, and what surrounds the reading of one file: the plan, made ready for rows.
struct RowLayout: Sendable {
    /// -1 where the file has no such column.
    var date = -1
    var time = -1
    var order = -1
    var currency = -1
    var refundOf = -1
    var refundedAmount = -1
    var identity: [(column: Int, role: ColumnRole)] = []
    var amount: AmountRule
    var adjustments: [AmountAdjustment]
    /// Column (-1 where the file has none) and place among the extras, four codes wide, of each kind of cost.
    var costs: [(column: Int, extra: Int, isNegative: Bool)] = []
    /// Column and place among the extras.
    var dimensions: [(column: Int, extra: Int)] = []
    /// The place of the file's number among the extras, where several files are read.
    var fileExtra: Int?
    /// The place of the row's mark among the extras.
    var markExtra: Int?
    var filters: [(column: Int, value: [UInt8], isEqual: Bool)] = []
    /// What is known of the orders whose rows leave a filter's column blank.
    var verdicts = FilterVerdicts.open
    /// Columns that tell of the order's state, with their roles.
    var statuses: [(column: Int, role: ColumnRole)]
    /// Whether fields with a point and without quotes are numbers as they stand.
    let hasTypedNumbers: Bool
    let plan: OrderFilePlan
    var header: [String] { plan.header }
    var columnCount: Int { header.count }

    /// What stands beside the rows of all files.
    struct Extras: Sendable {
        let dimensions: [Dimension]
        /// The values that have codes, where a dimension has more values than codes.
        var values: [Dimension: [String]] = [:]
        let hasFile: Bool
        /// The kinds of cost that the files have.
        let costRoles: [ColumnRole]
        /// Whether each row's mark stands beside it, because its documents are asked for.
        let hasMarks: Bool
        /// How many codes stand beside each row.
        let count: Int
        var hasCosts: Bool { !costRoles.isEmpty }
        var fileExtra: Int? { hasFile ? dimensions.count : nil }

        /// The place of a kind of cost, by its number among `costRoles`.
        func costExtra(_ number: Int) -> Int { dimensions.count + (hasFile ? 1 : 0) + number * 4 }

        /// The place of the row's mark, the last of the extras; nil where it has none.
        var markExtra: Int? { hasMarks ? count - RowMark.codeCount : nil }

        /// The extras that these plans need together.
        init(for plans: [OrderFilePlan], hasMarks: Bool = false) {
            self.hasMarks = hasMarks
            dimensions = Dimension.allCases.filter { dimension in
                plans.contains { $0.columns[RowLayout.role(of: dimension)] != nil }
            }
            hasFile = plans.count > 1
            costRoles = RowLayout.costRoles.filter { role in plans.contains { $0.columns[role] != nil } }
            count = dimensions.count + (hasFile ? 1 : 0) + costRoles.count * 4 + (hasMarks ? RowMark.codeCount : 0)
        }
    }

    static let costRoles: [ColumnRole] = [.cost, .fee, .shippingCost]

    static func role(of dimension: Dimension) -> ColumnRole {
        switch dimension {
        case .country: .country
        case .city: .city
        case .source: .source
        case .salesChannel: .salesChannel
        case .delivery: .delivery
        case .payment: .payment
        case .coupon: .coupon
        }
    }

    /// - Throws: `IntakeError.unknownFilterColumn`.
    init(_ plan: OrderFilePlan, extras: Extras, filters: [RowFilter]) throws(IntakeError) {
        func column(_ role: ColumnRole) -> Int { plan.columns[role] ?? -1 }
        date = column(.date)
        time = column(.time)
        order = column(.order)
        currency = column(.currency)
        refundOf = column(.refundOf)
        refundedAmount = column(.refundedAmount)
        identity = plan.identity.flatMap { role -> [(column: Int, role: ColumnRole)] in
            guard let column = plan.columns[role] else { return [] }
            // What is no telephone number is still an id.
            return role == .customer && plan.customersArePhones ? [(column, .phone), (column, role)] : [(column, role)]
        }
        amount = plan.amount
        adjustments = plan.adjustments
        costs = extras.costRoles.enumerated().map {
            (column($1), extras.costExtra($0), plan.negativeCosts.contains($1))
        }
        dimensions = extras.dimensions.enumerated().compactMap { extra, dimension in
            plan.columns[Self.role(of: dimension)].map { ($0, extra) }
        }
        fileExtra = extras.fileExtra
        markExtra = extras.markExtra
        hasTypedNumbers = plan.hasTypedNumbers
        statuses = plan.statusColumns.map { ($0.column, $0.role) }
        self.plan = plan
        for filter in filters {
            guard let column = Self.column(named: filter.column, in: plan) else {
                throw .unknownFilterColumn(filter.column, present: plan.header)
            }
            self.filters.append((column, Array(filter.value.utf8), filter.isEqual))
        }
    }

    private static func column(named name: String, in plan: OrderFilePlan) -> Int? {
        if let exact = plan.header.firstIndex(of: name) { return exact }
        if let role = ColumnRole(rawValue: name) {
            if role == .customer, plan.columns[.customer] == nil {
                return plan.identity.first.flatMap { plan.columns[$0] }
            }
            return plan.columns[role]
        }
        return plan.header.firstIndex { $0.lowercased() == name.lowercased() }
    }
}
