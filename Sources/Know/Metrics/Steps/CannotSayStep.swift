extension FindingStep {
    /// What the data cannot say, in the order of the questions.
    func cannotSay(retention: Retention, hours: OrderHours, hasCosts: Bool) -> [CannotSay] {
        guard overview.customers > 0 else {
            return CannotSay.Question.allCases.map { CannotSay(question: $0, reason: .noCustomers) }
        }
        return CannotSay.Question.allCases.compactMap { question in
            reason(question, retention: retention, hours: hours, hasCosts: hasCosts).map {
                CannotSay(question: question, reason: $0)
            }
        }
    }

    /// Why `question` has no answer; nil when it has one.
    private func reason(
        _ question: CannotSay.Question, retention: Retention, hours: OrderHours, hasCosts: Bool
    ) -> CannotSay.Reason? {
        switch question {
        case .isItGettingBetter: change == nil ? .historyTooShort : tellsChange ? nil : .tooFewCustomers
        case .window: activity.windowClamp == .noGaps ? .noRepeatPurchases : nil
        case .retention: retention.monthly.contains(where: \.complete) ? nil : .historyTooShort
        case .retentionChange: lacks(.retentionRate) ? .historyTooShort : nil
        // Without two periods there is nothing to compare; who was new then is another question.
        case .newCustomersChange:
            change == nil ? .historyTooShort : lacks(.newCustomers) ? .firstOrdersUnknown : nil
        case .secondPurchaseChange:
            change == nil ? .historyTooShort : lacks(.secondOrderWithin90) ? .firstOrdersUnknown : nil
        case .vipMovement: vip.joined == nil ? .historyTooShort : nil
        case .contribution: overview.contribution == nil ? .noContribution : nil
        case .payback: hasCosts ? paybackReason : nil
        case .orderHours: hours.hasTimes ? nil : .noColumn
        case .breakdown:
            breakdowns.isEmpty
                ? .noColumn : breakdowns.allSatisfy { $0.rows.allSatisfy(\.tooFew) } ? .tooFewCustomers : nil
        case .seasons: change?.comparison == .periodBefore ? .lessThanTwoYears : nil
        }
    }

    private func lacks(_ metric: ChangeMetric) -> Bool {
        change.map { !$0.figures.contains { $0.metric == metric } } ?? true
    }

    private var paybackReason: CannotSay.Reason? {
        if overview.contribution == nil { return .noContribution }
        return acquisition.contains { $0.paybackMonths != nil || $0.cumulativeContribution.count > 2 }
            ? nil : .historyTooShort
    }
}
