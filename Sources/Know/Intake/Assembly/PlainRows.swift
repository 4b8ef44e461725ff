/// The values of some lines whose fields are written in the usual way, column by column.
///
/// Unsafe memory: each column holds `capacity` values. The reader that makes them gives them back.
struct PlainRows {
    static let capacity = 256

    /// 0 where the file has no order ids.
    let orders: UnsafeMutablePointer<UInt64>
    let micros: UnsafeMutablePointer<Int64>
    let minutes: UnsafeMutablePointer<Int32>
    /// Numbers; of texts their hashes, then their codes with the highest bit set.
    let customers: UnsafeMutablePointer<UInt64>
    let checks: UnsafeMutablePointer<UInt32>
    /// The texts of customers who have no number.
    let texts: UnsafeMutablePointer<UnsafePointer<UInt8>>
    let textCounts: UnsafeMutablePointer<Int32>
    /// Of the customers' numbers and hashes, spread.
    let hashes: UnsafeMutablePointer<UInt64>
    let statuses: UnsafeMutablePointer<UInt64>
    let flags: UnsafeMutablePointer<Row.Flags>
    /// Zero where some value is written in another way: such a row is read as a whole.
    let isPlain: UnsafeMutablePointer<UInt8>

    /// - Parameter nothing: What stands for a text until there is one.
    static func allocate(_ nothing: UnsafePointer<UInt8>) -> PlainRows {
        func column<Value: BitwiseCopyable>(_ value: Value) -> UnsafeMutablePointer<Value> {
            let memory = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
            memory.initialize(repeating: value, count: capacity)
            return memory
        }
        return PlainRows(
            orders: column(0), micros: column(0), minutes: column(0), customers: column(0), checks: column(0),
            texts: column(nothing), textCounts: column(0), hashes: column(0), statuses: column(0), flags: column([]),
            isPlain: column(0))
    }

    func deallocate() {
        orders.deallocate()
        micros.deallocate()
        minutes.deallocate()
        customers.deallocate()
        checks.deallocate()
        texts.deallocate()
        textCounts.deallocate()
        hashes.deallocate()
        statuses.deallocate()
        flags.deallocate()
        isPlain.deallocate()
    }

    /// Gets ready for `count` rows.
    func begin(_ count: Int) {
        isPlain.update(repeating: 1, count: count)
        flags.update(repeating: [], count: count)
    }

    @inline(__always)
    func row(_ place: Int) -> Row {
        Row(
            order: orders[place], micros: micros[place], customer: customers[place], minute: minutes[place],
            flags: flags[place])
    }
}
