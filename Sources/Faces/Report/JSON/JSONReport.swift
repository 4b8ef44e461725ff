public import Domain
import Intake
import Ledger
import Metrics

/// The report for programs, by the schema `perennial.report/1` (docs/json.md).
public struct JSONReport: Sendable {
    let content: ReportContent

    public init(_ content: ReportContent) { self.content = content }

    /// The document with a line feed at its end. `language` is that of texts alone: of findings, reasons and warnings.
    public func text(language: Language = .english) -> String {
        let metrics = content.metrics
        let lifetimeValue = lifetimeValue(language)
        let document = JSONValue.object([
            "schema": .string("perennial.report/1"),
            "input": content.intake.json,
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
            "lifetimeValue": lifetimeValue?.value ?? .null,
            "lifetimeValueReason": lifetimeValue?.reason ?? .null,
            "valueAhead": valueAhead,
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
        .money(minorUnits, digits: content.metrics.currency.minorDigits)
    }

    /// A mean, rounded to the minor unit.
    func money(mean minorUnits: Double?) -> JSONValue {
        .money(mean: minorUnits, digits: content.metrics.currency.minorDigits)
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
}
