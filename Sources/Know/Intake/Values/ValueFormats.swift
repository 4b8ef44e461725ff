/// How the dates of a column are written.
public enum DateFormat: String, Hashable, Sendable, Codable, CaseIterable {
    /// Year first: `2026-03-01`, `2026/3/1`, `2026-03-01T10:20:30+01:00`, `2026-03-01 10:20:30 UTC`.
    case yearMonthDay = "ymd"
    /// `01.03.2026`, `1/3/2026 10:20`, `01-03-2026`.
    case dayMonthYear = "dmy"
    /// `03/01/2026`, `3/1/2026 10:20 PM`.
    case monthDayYear = "mdy"
    /// `20260301`, `20260301102030`, `20260301T1020`.
    case compact = "yyyymmdd"
    case epochSeconds = "epoch"
    case epochMilliseconds = "epoch-ms"
    /// With the month's name: `21 Nov 2026`, `Nov 21, 2026`, `21 listopada 2026`, `21 ноября 2026 г.`
    case monthName = "month-name"
}

/// Which sign parts whole and fraction in the amounts of a file.
public enum DecimalMark: String, Hashable, Sendable, Codable, CaseIterable {
    case point, comma
}
