/// A metric while it is being counted: it looks at one customer's history at a time, and two tallies merge.
///
/// The value that a pass starts from is the zero of `merge`, and `merge` is associative and commutative, so that any
/// split of the customers gives the same result: count in integers.
public protocol Tally: Sendable {
    /// Counts one customer's documents.
    mutating func add(_ history: PurchaseHistory)

    /// Adds what another tally of the same kind has counted.
    mutating func merge(_ other: Self)
}

/// A tally that also keeps a few figures of each customer, for the steps that need the whole base first.
public protocol SummarizingTally: Sendable {
    associatedtype Summary: BitwiseCopyable & Sendable

    /// Counts the documents of the customers of one part, and puts what is to be kept of each into their place.
    mutating func summarize(_ part: PurchaseHistories, into summaries: SummarySlots<Summary>)

    /// Adds what another tally of the same kind has counted.
    mutating func merge(_ other: Self)
}
