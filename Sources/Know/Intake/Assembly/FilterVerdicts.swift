/// What the rows of one order say of the filters, a bit a filter: the first is the lowest.
struct OrderVerdict: Sendable {
    /// Filters whose column has the value asked for on some row, and another value on some row.
    var passes: UInt64 = 0
    var fails: UInt64 = 0

    /// The filters that some row decides.
    var decided: UInt64 { passes | fails }

    mutating func merge(_ other: OrderVerdict) {
        passes |= other.passes
        fails |= other.fails
    }

    /// Takes the word of a row below, filter by filter.
    mutating func follow(_ row: OrderVerdict) {
        passes = passes & ~row.decided | row.passes
        fails = fails & ~row.decided | row.fails
    }
}

/// What is known of the orders whose rows leave a filter's column blank while no row right above decides.
///
/// Their other rows may stand anywhere, so the files are read for them once more.
enum FilterVerdicts: Sendable {
    /// Nothing yet: such rows are judged as blank, and their orders are noted.
    case open
    /// Rows are only looked at for what they say of these orders.
    case asked(Set<UInt64>)
    case known([UInt64: OrderVerdict])

    var areAsked: Bool { if case .asked = self { true } else { false } }
}
