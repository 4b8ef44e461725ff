import Database

/// One row of an answer; the same object for all rows of all answers of a transaction.
///
/// Bounds: libpq holds the row until the answer is given back, and `answer` is nil by then; a value is `length` bytes long.
final class PostgreSQLRow: ResultRow {
    private var answer: OpaquePointer?
    private var kinds: [ColumnKind] = []
    private let library: LibPQ

    init(_ library: LibPQ) { self.library = library }

    var columnCount: Int { kinds.count }

    /// Before the first row of an answer.
    func begin() { kinds.removeAll(keepingCapacity: true) }

    /// Nil: the row is no longer there.
    func show(_ answer: OpaquePointer?) {
        self.answer = answer
        guard let answer, kinds.isEmpty else { return }
        for column in 0..<library.columnCount(answer) {
            kinds.append(ColumnKind(type: library.columnType(answer, column)))
        }
    }

    func value(at column: Int) throws -> Value {
        guard let bytes = try bytes(at: column) else { return .null }
        switch kinds[column] {
        case .int2, .int4, .int8, .oid, .bool, .numeric: return .integer(try integer(bytes, at: column))
        case .float4:
            return .real(try finite(Double(Float(bitPattern: try load(UInt32.self, bytes, at: column))), at: column))
        case .float8: return .real(try finite(Double(bitPattern: try load(UInt64.self, bytes, at: column)), at: column))
        case .text, .json, .jsonb: return .text(String(decoding: text(bytes, at: column), as: UTF8.self))
        case .blob: return .blob(Array(bytes))
        case .other(let type):
            throw unexpected(column, "has a type that is not read (OID \(type)); CAST it in the statement")
        }
    }

    func integer(at column: Int) throws -> Int64? {
        guard let bytes = try bytes(at: column) else { return nil }
        return try integer(bytes, at: column)
    }

    func withText<Result>(at column: Int, _ body: (Span<UInt8>) throws -> Result) throws -> Result? {
        guard let bytes = try bytes(at: column) else { return nil }
        switch kinds[column] {
        case .text, .json, .jsonb: return try body(text(bytes, at: column).bindMemory(to: UInt8.self).span)
        default: throw unexpected(column, "holds \(kinds[column].name), not text")
        }
    }

    /// The bytes of a value; nil: NULL.
    @inline(__always)
    private func bytes(at column: Int) throws -> UnsafeRawBufferPointer? {
        guard let answer else { throw DatabaseError(.closed, "The row was read after its turn.") }
        guard kinds.indices.contains(column) else { throw unexpected(column, "is not in the answer") }
        let place = Int32(truncatingIfNeeded: column)
        let length = library.length(answer, 0, place)
        // Only a value without bytes can be NULL.
        if length == 0, library.isNull(answer, 0, place) == 1 { return nil }
        return UnsafeRawBufferPointer(start: library.value(answer, 0, place), count: Int(length))
    }

    @inline(__always)
    private func integer(_ bytes: UnsafeRawBufferPointer, at column: Int) throws -> Int64 {
        switch kinds[column] {
        case .int8: return try load(Int64.self, bytes, at: column)
        case .int4: return Int64(try load(Int32.self, bytes, at: column))
        case .int2: return Int64(try load(Int16.self, bytes, at: column))
        case .oid: return Int64(try load(UInt32.self, bytes, at: column))
        case .bool: return try load(UInt8.self, bytes, at: column) == 0 ? 0 : 1
        case .numeric:
            guard let number = WholeNumeric.read(bytes.bindMemory(to: UInt8.self).span) else {
                throw unexpected(
                    column, "holds a NUMERIC that is no whole number of 64 bits; CAST it to BIGINT or DOUBLE PRECISION")
            }
            return number
        default: throw unexpected(column, "holds \(kinds[column].name), not an integer")
        }
    }

    /// A number as the network has it, the highest byte first.
    @inline(__always)
    private func load<Number: FixedWidthInteger & BitwiseCopyable>(
        _ type: Number.Type, _ bytes: UnsafeRawBufferPointer, at column: Int
    ) throws -> Number {
        guard bytes.count == MemoryLayout<Number>.size else { throw unexpected(column, "came with a wrong length") }
        return Number(bigEndian: bytes.loadUnaligned(as: Number.self))
    }

    private func finite(_ number: Double, at column: Int) throws -> Double {
        guard number.isFinite else { throw unexpected(column, "holds a number that is not finite") }
        return number
    }

    /// JSONB has its version before the text.
    private func text(_ bytes: UnsafeRawBufferPointer, at column: Int) -> UnsafeRawBufferPointer {
        kinds[column] == .jsonb ? UnsafeRawBufferPointer(rebasing: bytes.dropFirst()) : bytes
    }

    private func unexpected(_ column: Int, _ fault: String) -> DatabaseError {
        DatabaseError(.unexpectedValue, "column \(column) \(fault)")
    }
}
