import Intake
import Ledger

extension IntakeSummary {
    /// The key `input` of every document about orders.
    var json: JSONValue {
        .object([
            "files": .array(files.map { .string($0) }),
            "rows": .count(rows),
            "accepted": .count(accepted),
            "rejected": .count(rejected),
            "ignored": .count(ignored),
            "rejectedByReason": byReason(rejectedByReason),
            "ignoredByReason": byReason(ignoredByReason),
            "columns": .object(
                columns.map { JSONValue.Member(key: $0.role.rawValue, value: .string($0.name)) }),
            "amountsGross": .bool(amountBasis.isGross),
            "amountsWithShipping": .bool(amountBasis.includesShipping),
            "repeatedTotal": repeatedTotal.map { total in
                .object(["column": .string(total.column), "orders": total.orders.map { .count($0) } ?? .null])
            } ?? .null,
            "costs": costs.map { costs in
                .object([
                    "orders": .count(costs.orders),
                    "withoutCost": .count(costs.withoutCost),
                    "countedOnce": .array(costsCountedOnce.map { .string($0) }),
                ])
            } ?? .null,
            "timeZone": .text(timeZone),
            "statuses": .array(
                statuses.map { status in
                    .object([
                        "column": .string(status.role.rawValue),
                        "text": status.text.isEmpty ? .null : .string(status.text),
                        "rows": .count(status.rows),
                        "rule": .string(status.rule.rawValue),
                        "known": .bool(status.isKnown),
                    ])
                }),
        ])
    }

    private func byReason(_ counts: [String: Int]) -> JSONValue {
        .object(counts.sorted { $0.key < $1.key }.map { JSONValue.Member(key: $0.key, value: .count($0.value)) })
    }
}
