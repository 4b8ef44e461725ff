import Database

/// The values of a statement as libpq takes them. One a connection, since making anew what has the right size costs more
/// than a short statement.
///
/// Bounds: a value's place is an offset into `bytes`, which does not change between `fill` and the end of `withPointers`.
final class ParameterBuffer {
    private var bytes: [CChar] = []
    /// Where each value begins; nil: NULL.
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    /// 0: text, 1: bytes.
    private var formats: [Int32] = []
    private var pointers: [UnsafePointer<CChar>?] = []

    /// - Throws: `DatabaseError` for what cannot be kept: a text with a zero byte, a number that is not finite.
    func fill(_ values: [Value]) throws(DatabaseError) {
        bytes.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        for (index, value) in values.enumerated() { try append(value, number: index + 1) }
    }

    private func append(_ value: Value, number: Int) throws(DatabaseError) {
        let start = bytes.count
        switch value {
        case .null: break
        case .integer(let integer): bytes.append(contentsOf: String(integer).utf8.map(CChar.init(bitPattern:)))
        case .real(let real):
            guard real.isFinite else { throw Self.unfit(number, "is not a finite number") }
            bytes.append(contentsOf: String(real).utf8.map(CChar.init(bitPattern:)))
        case .text(let text):
            bytes.append(contentsOf: text.utf8.lazy.map(CChar.init(bitPattern:)))
            // It would end there for libpq, without a word.
            guard !bytes[start...].contains(0) else { throw Self.unfit(number, "is a text with a zero byte") }
        case .blob(let blob): bytes.append(contentsOf: blob.lazy.map(CChar.init(bitPattern:)))
        }
        guard let length = Int32(exactly: bytes.count - start) else { throw Self.unfit(number, "is longer than 2 GB") }
        bytes.append(0)
        offsets.append(value == .null ? nil : start)
        lengths.append(length)
        if case .blob = value { formats.append(1) } else { formats.append(0) }
    }

    private static func unfit(_ number: Int, _ fault: String) -> DatabaseError {
        DatabaseError(.unexpectedValue, "The value $\(number) \(fault).")
    }

    func withPointers<Result>(_ body: (Int32, LibPQ.Texts?, LibPQ.Numbers?, LibPQ.Numbers?) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            pointers.removeAll(keepingCapacity: true)
            for offset in offsets { pointers.append(offset.flatMap { start in bytes.baseAddress.map { $0 + start } }) }
            return pointers.withUnsafeBufferPointer { texts in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(Int32(texts.count), texts.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}
