public import Domain
import Intake
import Ledger
import Metrics

/// The report for programs, by the schema `perennial.report/1` (docs/json.md).
public struct JSONReport: Sendable {
    let content: ReportContent

    public init(_ content: ReportContent) { self.content = content }

    /// The document with a line feed at its end. `language` is that of the findings' texts alone.
    public func text(language: Language = .english) -> String {
        let metrics = content.metrics
        let document = JSONValue.object([
            "schema": .string("perennial.report/1"),
            "input": input,
            "asOf": day(metrics.asOf),
            "currency": .string(metrics.currency.code),
            "overview": overview,
            "activity": activity,
            "retention": retention,
            "netFlow": netFlow,
            "cohorts": cohorts,
            "nextOrder": .array(metrics.nextOrder.map(nextOrder)),
            "newVsReturning": .array(metrics.newVsReturning.map(newVsReturning)),
            "concentration": concentration,
            "rfm": rfm,
            "vip": vip,
            "gaps": gaps,
            "orderHours": orderHours,
            "comparison": comparison,
            "change": .array((metrics.change?.figures ?? []).map(change)),
            "breakdowns": breakdowns,
            "acquisition": .array(metrics.acquisition.map(acquisition)),
            "costMonthsLeftOut": .array(metrics.costMonthsLeftOut.map { .string($0.description) }),
            "costMonthsOfFirstSight": .array(metrics.costMonthsOfFirstSight.map { .string($0.description) }),
            "sayings": sayings,
            "findings": .array(metrics.findings.map { finding($0, language: language) }),
            "cannotSay": .array(
                metrics.cannotSay.map {
                    .object(["question": .string($0.question.rawValue), "reason": .string($0.reason.rawValue)])
                }),
        ])
        return document.description + "\n"
    }

    // MARK: Figures

    /// Exactly, in major units.
    func money(_ minorUnits: MinorUnits?) -> JSONValue {
        minorUnits.map {
            .number(Money.majorUnitsText($0, digits: content.metrics.currency.minorDigits))
        } ?? .null
    }

    /// A mean, rounded to the minor unit.
    func money(mean minorUnits: Double?) -> JSONValue {
        guard let minorUnits, minorUnits.isFinite, abs(minorUnits) < 9e18 else { return .null }
        return money(MinorUnits(minorUnits.rounded()))
    }

    func day(_ day: Day?) -> JSONValue { .text(day?.description) }

    private func finding(_ finding: Finding, language: Language) -> JSONValue {
        .object([
            "rule": .string(finding.rule.rawValue),
            "text": .string(FindingWords(formats: content.formats(language)).text(finding.fact)),
            "moneyAtStake": money(finding.moneyAtStake),
            "contributionAtStake": money(content.metrics.contributionAtStake(finding)),
            "metric": .string(finding.metric),
        ])
    }

    private var input: JSONValue {
        let intake = content.intake
        return .object([
            "files": .array(intake.files.map { .string($0) }),
            "rows": .count(intake.rows),
            "accepted": .count(intake.accepted),
            "rejected": .count(intake.rejected),
            "ignored": .count(intake.ignored),
            "rejectedByReason": byReason(intake.rejectedByReason),
            "ignoredByReason": byReason(intake.ignoredByReason),
            "columns": .object(
                intake.columns.map { JSONValue.Member(key: $0.role.rawValue, value: .string($0.name)) }),
            "amountsGross": .bool(intake.amountBasis.isGross),
            "amountsWithShipping": .bool(intake.amountBasis.includesShipping),
            "repeatedTotal": intake.repeatedTotal.map { total in
                .object(["column": .string(total.column), "orders": total.orders.map { .count($0) } ?? .null])
            } ?? .null,
            "costs": intake.costs.map { costs in
                .object([
                    "orders": .count(costs.orders),
                    "withoutCost": .count(costs.withoutCost),
                    "countedOnce": .array(intake.costsCountedOnce.map { .string($0) }),
                ])
            } ?? .null,
            "timeZone": .text(intake.timeZone),
            "statuses": .array(
                intake.statuses.map { status in
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
