public import Domain

/// Instants are kept as UTC milliseconds.
extension Instant: ValueConvertible {
    public var databaseValue: Value { .integer(milliseconds) }

    public init?(databaseValue: Value) {
        guard case .integer(let number) = databaseValue else { return nil }
        self.init(milliseconds: number)
    }
}

/// Days are kept as their number since 1970-01-01.
extension Day: ValueConvertible {
    public var databaseValue: Value { .integer(Int64(number)) }

    public init?(databaseValue: Value) {
        guard let number = Int32(databaseValue: databaseValue) else { return nil }
        self.init(number: number)
    }
}

/// Currencies are kept as their code.
extension Currency: ValueConvertible {
    public var databaseValue: Value { .text(code) }

    public init?(databaseValue: Value) {
        guard case .text(let code) = databaseValue else { return nil }
        self.init(code)
    }
}

/// Kept as their number.
extension Identifier: ValueConvertible {}
