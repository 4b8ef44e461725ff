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

    /// Counts one customer's documents and returns what is to be kept of them.
    mutating func summarize(_ history: PurchaseHistory) -> Summary

    /// Adds what another tally of the same kind has counted.
    mutating func merge(_ other: Self)
}
