// Unsafe memory: codes are below the table's count; texts lie in memory that lives as long as the table.

/// The customers of one share whose identifier is a text, each once.
struct CustomerTexts: ~Copyable {
    private(set) var table = KeyTable()
    /// By code: where the text ends in `bytes`.
    private var ends = GrowingMemory<UInt32>()
    private var bytes = GrowingMemory<UInt8>()

    /// The code of a text, which is kept when it is new.
    mutating func code(of text: UnsafeBufferPointer<UInt8>, _ key: CustomerKey) -> UInt32 {
        let (code, isNew) = table.code(of: key.key, check: key.check, hash: Hashing.spread(key.key))
        if isNew {
            bytes.append(text)
            ends.append(UInt32(bytes.count))
        }
        return code
    }

    /// By code: whose the text is.
    func keys() -> [CustomerKey] {
        [CustomerKey](unsafeUninitializedCapacity: table.count) { keys, count in
            table.forEach { key, code in keys.initializeElement(at: Int(code), to: key) }
            count = table.count
        }
    }

    /// The bytes of the text with this code; valid while no other is kept.
    func text(_ code: Int) -> UnsafeBufferPointer<UInt8> {
        bytes.part((code == 0 ? 0 : Int(ends[code - 1]))..<Int(ends[code]))
    }

    /// The bytes of the text with this key; nil when it is not here.
    func text(of key: CustomerKey) -> UnsafeBufferPointer<UInt8>? {
        table.find(key.key, check: key.check, hash: Hashing.spread(key.key)).map { text(Int($0)) }
    }
}
