/// A number that tells contents apart: FNV-1a (Fowler, Noll and Vo) over words of 64 bits, the same on every machine and in
/// every version. Nothing secret depends on it.
struct ContentDigest {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ number: Int64) { add(UInt64(bitPattern: number)) }

    /// What is not there differs from all that is.
    mutating func add(_ number: Int64?) {
        add(number == nil ? 0 : 1 as UInt64)
        if let number { add(number) }
    }

    mutating func add(_ text: String?) {
        guard var text else { return add(UInt64.max) }
        text.withUTF8 { bytes in
            add(UInt64(bytes.count))
            var (word, filled) = (0 as UInt64, 0 as UInt64)
            for byte in bytes {
                word |= UInt64(byte) << filled
                filled += 8
                if filled == 64 {
                    add(word)
                    (word, filled) = (0, 0)
                }
            }
            if filled > 0 { add(word) }
        }
    }

    private mutating func add(_ word: UInt64) {
        state = (state ^ word) &* 0x0000_0100_0000_01B3
        state ^= state >> 32
    }

    /// Mixed, so that every bit depends on all that was added: the finaliser of MurmurHash3 (A. Appleby, public domain).
    var value: Int64 {
        var value = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return Int64(bitPattern: value ^ (value >> 33))
    }
}
