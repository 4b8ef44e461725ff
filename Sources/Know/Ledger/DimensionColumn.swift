public import Domain

/// One thing that orders can be broken down by, as a code per document.
public struct DimensionColumn: Sendable {
    public let dimension: Dimension

    /// The values by code, sorted; code 0 is the empty text, "not given".
    public let values: [String]

    /// One code per document of the ledger, in its order.
    public let codes: [UInt16]

    public init(dimension: Dimension, values: [String], codes: [UInt16]) {
        precondition(codes.allSatisfy { Int($0) < values.count }, "every code has a value")
        self.dimension = dimension
        self.values = values
        self.codes = codes
    }
}
