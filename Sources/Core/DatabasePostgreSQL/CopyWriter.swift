import Database

/// Writes rows in the server's binary form of COPY: a header; each row as the number of its columns and, a column, its
/// length (-1: NULL) and bytes; at the end -1. Source: PostgreSQL's manual, COPY, "Binary Format".
///
/// Bounds: a text's bytes are read until the call returns.
final class CopyWriter: RowWriter {
    private(set) var rows = 0
    /// What the server refused while rows were still being written.
    private(set) var refusal: DatabaseError?
    private let connection: Connection
    private let names: [String]
    private let kinds: [ColumnKind]
    private let buffer = CopyBuffer()
    /// The column that is written next.
    private var column = 0

    init(_ connection: Connection, names: [String], kinds: [ColumnKind]) {
        (self.connection, self.names, self.kinds) = (connection, names, kinds)
        for byte in Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] { buffer.append(byte) }
        buffer.append(Int32(0))  // No flags.
        buffer.append(Int32(0))  // No further header.
    }

    func write(_ number: Int64) throws {
        switch try next() {
        case .int8: field(number)
        case .int4: field(try exactly(number, as: Int32.self))
        case .int2: field(try exactly(number, as: Int16.self))
        case .float8: field(try exactly(Double(exactly: number)).bitPattern)
        case .float4: field(try exactly(Float(exactly: number)).bitPattern)
        case let kind: throw unfit("an integer", kind)
        }
        column += 1
    }

    func write(_ number: Double) throws {
        let kind = try next()
        guard number.isFinite else { throw fault("a number that is not finite is no value") }
        switch kind {
        case .float8: field(number.bitPattern)
        case .float4:
            let short = Float(number)
            guard short.isFinite else { throw fault("a number is outside of what its type holds") }
            field(short.bitPattern)
        default: throw unfit("a real number", kind)
        }
        column += 1
    }

    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(text: UnsafeRawBufferPointer($0)) }
    }

    func write(utf8 text: Span<UInt8>) throws {
        try text.withUnsafeBytes { try write(text: $0) }
    }

    private func write(text: UnsafeRawBufferPointer) throws {
        switch try next() {
        case .text, .json: try field(text)
        case .jsonb:
            // The version of the form comes before the text.
            buffer.append(try length(of: text.count + 1))
            buffer.append(UInt8(1))
            buffer.append(text)
        case let kind: throw unfit("text", kind)
        }
        column += 1
    }

    func write(blob bytes: Span<UInt8>) throws {
        let kind = try next()
        guard kind == .blob else { throw unfit("bytes", kind) }
        try bytes.withUnsafeBytes { try field($0) }
        column += 1
    }

    func writeNull() throws {
        _ = try next()
        buffer.append(Int32(-1))
        column += 1
    }

    func endRow() throws {
        guard column == kinds.count else {
            throw fault("it has \(column) of \(kinds.count) columns")
        }
        column = 0
        rows += 1
        if buffer.isFull { try flush() }
    }

    /// After the last row.
    func finish() throws {
        guard column == 0 else { throw fault("it is not ended") }
        buffer.append(Int16(-1))
        try flush()
    }

    private func flush() throws(DatabaseError) {
        if let refusal { throw refusal }
        let isTaken = buffer.withBytes { connection.library.putCopyData(connection.pointer, $0, $1) == 1 }
        buffer.removeAll()
        guard !isTaken else { return }
        let error = connection.error(connection.drain() ?? Answer(nil, connection.library), sql: nil)
        refusal = error
        throw error
    }
}

/// The parts of a row.
extension CopyWriter {
    /// What the next column takes. A row begins with its first column.
    @inline(__always)
    private func next() throws -> ColumnKind {
        guard column < kinds.count else { throw fault("it has more than \(kinds.count) columns") }
        if column == 0 { buffer.append(Int16(truncatingIfNeeded: kinds.count)) }
        return kinds[column]
    }

    @inline(__always)
    private func field<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
        buffer.append(Int32(MemoryLayout<Number>.size))
        buffer.append(number)
    }

    @inline(__always)
    private func field(_ bytes: UnsafeRawBufferPointer) throws {
        buffer.append(try length(of: bytes.count))
        buffer.append(bytes)
    }

    private func length(of count: Int) throws -> Int32 {
        guard let length = Int32(exactly: count) else { throw fault("a value is longer than 2 GB") }
        return length
    }

    private func exactly<Number: FixedWidthInteger>(_ number: Int64, as type: Number.Type) throws -> Number {
        try exactly(Number(exactly: number))
    }

    private func exactly<Number>(_ number: Number?) throws -> Number {
        guard let number else { throw fault("a number is outside of what its type holds") }
        return number
    }

    private func unfit(_ what: String, _ kind: ColumnKind) -> DatabaseError {
        fault("\(what) was written, it is \(kind.name)")
    }

    /// Without the value, which may be personal.
    private func fault(_ what: String) -> DatabaseError {
        let place = column < names.count ? ", column \(names[column])" : ""
        return DatabaseError(.unexpectedValue, "Row \(rows + 1)\(place): \(what).")
    }
}

extension Connection {
    /// Ends the rows of a table, or gives them up.
    ///
    /// - Returns: What the server refused.
    func endCopy(giveUp: Bool) -> DatabaseError? {
        let isTaken = library.putCopyEnd(pointer, giveUp ? "given up" : nil) == 1
        guard let refused = drain() else {
            return isTaken && !isLost ? nil : error(Answer(nil, library), sql: nil)
        }
        return error(refused, sql: nil)
    }
}
