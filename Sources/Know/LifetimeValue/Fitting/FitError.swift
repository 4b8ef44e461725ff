/// Why there is no fit.
public enum FitError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Nobody to learn from.
    case noCustomers
    /// Fewer than two customers bought a second time: how often customers come back cannot be told.
    case tooFewRepeatCustomers(Int)
    /// Fewer than two customers have later purchases of an amount above zero.
    case tooFewSpenders(Int)
    /// Nobody cancelled, or nobody was observed for a whole period.
    case nobodyCancelled
    /// No start of the search led to a maximum.
    case didNotConverge(starts: Int)

    public var description: String {
        switch self {
        case .noCustomers:
            "There are no customers to fit a model to."
        case .tooFewRepeatCustomers(let count):
            "\(count) customers bought a second time; a model of later orders needs two at least."
        case .tooFewSpenders(let count):
            "\(count) customers have later orders of an amount above zero; a model of spend needs two at least."
        case .nobodyCancelled:
            "No customer cancelled in the periods observed, so nothing tells how long customers stay."
        case .didNotConverge(let starts):
            "None of \(starts) searches for the most likely parameters came to an end."
        }
    }
}
