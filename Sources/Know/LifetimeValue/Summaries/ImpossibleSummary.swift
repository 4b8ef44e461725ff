/// Why a customer's figures cannot be.
public struct ImpossibleSummary: Error, Equatable, Sendable, CustomStringConvertible {
    /// As the caller named it; empty when it did not.
    public let customer: String
    public let reason: Reason

    /// Which figure is meant.
    public enum Figure: String, Equatable, Sendable {
        case frequency, recency, age
    }

    /// What is wrong.
    public enum Reason: Equatable, Sendable {
        case negative(Figure, Double)
        case notWhole(Figure, Double)
        case tooLarge(Figure, Double)
        case recencyBeyondAge(recency: Int, age: Int)
        case noRecency(frequency: Int)
        case recencyWithoutPurchase(recency: Int)
    }

    public var description: String {
        let subject = customer.isEmpty ? "A customer" : "Customer “\(customer)”"
        return switch reason {
        case .negative(let figure, let value):
            "\(subject) has a \(figure.rawValue) of \(value). It must be zero or more."
        case .notWhole(let figure, let value):
            "\(subject) has a \(figure.rawValue) of \(value). It must be whole: purchases, or days."
        case .tooLarge(let figure, let value):
            "\(subject) has a \(figure.rawValue) of \(value). At most \(PurchaseSummary.limit) can be."
        case .recencyBeyondAge(let recency, let age):
            "\(subject) bought last after \(recency) days but was observed for \(age) days only."
        case .noRecency(let frequency):
            "\(subject) has \(frequency) later purchases but a recency of 0: purchases of one day count once."
        case .recencyWithoutPurchase(let recency):
            "\(subject) has a recency of \(recency) days but no later purchase."
        }
    }
}
