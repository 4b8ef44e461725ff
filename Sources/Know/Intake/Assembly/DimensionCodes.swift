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
        let (code, isNew) = table.code(of: key, check: check, hash: Hashing.spread(key))
        if isNew, values.count < Int(Self.overflow) { values.append(field.text) }
        lastKey = key
        lastCheck = check
        lastCode = UInt16(min(code + 1, UInt32(Self.overflow)))
        return lastCode
    }
}
