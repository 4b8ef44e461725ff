public import Domain

/// Months with costs that are left out of what winning customers cost.
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

    /// What is said of them; nil where there are none.
    public static func remark(_ months: [CalendarPeriod], in language: Language) -> String? {
        months.isEmpty ? nil : AcquisitionTexts.monthsLeftOut(text(months))[language]
    }
}
