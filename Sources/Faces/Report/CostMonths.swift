public import Domain
public import Metrics

/// Months with costs of which there is something to say.
public enum CostMonths {
    /// Neighbouring months as one stretch: `2023-07 – 2024-08, 2025-01`; empty for none.
    ///
    /// - Parameter months: In order.
    public static func text(_ months: [CalendarPeriod]) -> String {
        var stretches: [(first: CalendarPeriod, last: CalendarPeriod)] = []
        for month in months {
            if let last = stretches.last?.last, last.index + 1 == month.index {
                stretches[stretches.count - 1].last = month
            } else {
                stretches.append((month, month))
            }
        }
        return stretches.map { $0.first == $0.last ? "\($0.first)" : "\($0.first) – \($0.last)" }
            .joined(separator: ", ")
    }

    /// What is said of the months of a shop's costs, one sentence each.
    public static func remarks(_ metrics: ShopMetrics, in language: Language) -> [String] {
        var remarks: [Phrase] = []
        if !metrics.costMonthsLeftOut.isEmpty {
            remarks.append(AcquisitionTexts.monthsLeftOut(text(metrics.costMonthsLeftOut)))
        }
        if !metrics.costMonthsOfFirstSight.isEmpty {
            remarks.append(AcquisitionTexts.monthsOfFirstSight(text(metrics.costMonthsOfFirstSight)))
        }
        return remarks.map { $0[language] }
    }
}
