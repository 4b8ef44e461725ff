/// How the money of a row is read.
public enum AmountRule: Hashable, Sendable {
    /// A column with the total of the order (`isLine` false) or of the line (true).
    case column(Int, isLine: Bool)
    /// Two columns of an order line, multiplied.
    case product(quantity: Int, unitPrice: Int)
}

/// A column that is added to or taken from the amount of the same row, such as the tax of a net total. A blank cell is 0.
public struct AmountAdjustment: Hashable, Sendable {
    public let column: Int
    public let isAdded: Bool

    public init(column: Int, isAdded: Bool) {
        self.column = column
        self.isAdded = isAdded
    }
}

/// What the reported money is: gross or net of VAT, with or without shipping.
public struct AmountBasis: Hashable, Sendable {
    public var isGross: Bool
    public var includesShipping: Bool

    public init(isGross: Bool = true, includesShipping: Bool = true) {
        self.isGross = isGross
        self.includesShipping = includesShipping
    }
}
