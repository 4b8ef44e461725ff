/// The values of one dimension as one worker met them: code 0 is blank.
struct DimensionCodes: ~Copyable {
    /// Codes are 16 bits; what comes after 65,534 different values is told as this one.
    static let overflow = UInt16.max - 1

    private var table = KeyTable()
    private(set) var values: [String] = [""]
    private var lastKey: UInt64 = 0
    private var lastCheck: UInt32 = 0
    private var lastCode: UInt16 = 0

    /// The code of a field, blanks around it already taken off.
    @inline(__always)
    mutating func code(of field: Bytes) -> UInt16 {
        if field.isEmpty { return 0 }
        let (key, check) = Hashing.text(field)
        if key == lastKey, check == lastCheck { return lastCode }
        lastKey = key
        lastCheck = check
        lastCode = code(key, check, field)
        return lastCode
    }

    private mutating func code(_ key: UInt64, _ check: UInt32, _ field: Bytes) -> UInt16 {
        let hash = Hashing.spread(key)
        if values.count == Int(Self.overflow) {
            // A full table is only looked into: it must not grow with every new text.
            let place = KeyTable.place(of: key, check: check, hash: hash, slots: table.slots, mask: table.mask)
            let found = table.slots[place].code
            return found == KeyTable.vacant ? Self.overflow : UInt16(found + 1)
        }
        let (code, isNew) = table.code(of: key, check: check, hash: hash)
        if isNew { values.append(field.text) }
        return UInt16(code + 1)
    }
}
