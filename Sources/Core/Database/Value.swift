/// A value that goes to the database or comes from it.
public enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// What kind of value this is, for messages; never the value, which may be personal.
    public var kind: String {
        switch self {
        case .null: "NULL"
        case .integer: "an integer"
        case .real: "a real number"
        case .text: "text"
        case .blob: "bytes"
        }
    }
}

/// What can be kept in a column.
public protocol ValueConvertible: Sendable {
    var databaseValue: Value { get }
    /// Nil when the value is none of this type.
    init?(databaseValue: Value)
}

extension Int64: ValueConvertible {
    public var databaseValue: Value { .integer(self) }

    public init?(databaseValue: Value) {
        guard case .integer(let number) = databaseValue else { return nil }
        self = number
    }
}

extension Int: ValueConvertible {
    public var databaseValue: Value { .integer(Int64(self)) }

    public init?(databaseValue: Value) {
        guard case .integer(let number) = databaseValue else { return nil }
        self.init(exactly: number)
    }
}

extension Int32: ValueConvertible {
    public var databaseValue: Value { .integer(Int64(self)) }

    public init?(databaseValue: Value) {
        guard case .integer(let number) = databaseValue else { return nil }
        self.init(exactly: number)
    }
}

/// 0 or 1, since SQLite has no type of its own for it.
extension Bool: ValueConvertible {
    public var databaseValue: Value { .integer(self ? 1 : 0) }

    public init?(databaseValue: Value) {
        switch databaseValue {
        case .integer(0): self = false
        case .integer(1): self = true
        default: return nil
        }
    }
}

extension Double: ValueConvertible {
    public var databaseValue: Value { .real(self) }

    public init?(databaseValue: Value) {
        switch databaseValue {
        case .real(let number): self = number
        case .integer(let number): self.init(exactly: number)
        default: return nil
        }
    }
}

extension String: ValueConvertible {
    public var databaseValue: Value { .text(self) }

    public init?(databaseValue: Value) {
        guard case .text(let text) = databaseValue else { return nil }
        self = text
    }
}

extension [UInt8]: ValueConvertible {
    public var databaseValue: Value { .blob(self) }

    public init?(databaseValue: Value) {
        guard case .blob(let bytes) = databaseValue else { return nil }
        self = bytes
    }
}

extension Value: ValueConvertible {
    public var databaseValue: Value { self }

    public init?(databaseValue: Value) { self = databaseValue }
}

extension Optional: ValueConvertible where Wrapped: ValueConvertible {
    public var databaseValue: Value { self?.databaseValue ?? .null }

    public init?(databaseValue: Value) {
        if databaseValue == .null {
            self = .none
        } else if let wrapped = Wrapped(databaseValue: databaseValue) {
            self = .some(wrapped)
        } else {
            return nil
        }
    }
}

extension ValueConvertible where Self: RawRepresentable, RawValue: ValueConvertible {
    public var databaseValue: Value { rawValue.databaseValue }

    public init?(databaseValue: Value) {
        guard let raw = RawValue(databaseValue: databaseValue) else { return nil }
        self.init(rawValue: raw)
    }
}
