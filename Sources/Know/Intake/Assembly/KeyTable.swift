/// A hash table from keys and checks to codes, for one worker.
///
/// Texts are known by 63 bits of one hash and 24 of another; two different texts among ten million share both with a
/// chance below 10⁻¹². Unsafe memory: slots are read and written at `place & mask` only.
struct KeyTable: ~Copyable {
    struct Slot {
        var key: UInt64
        var check: UInt32
        /// `vacant` when nothing stands here.
        var code: UInt32
    }

    static let vacant = UInt32.max

    private(set) var slots: UnsafeMutablePointer<Slot>
    private(set) var mask: Int
    private(set) var count = 0

    init(capacity: Int = 64) {
        precondition(capacity.nonzeroBitCount == 1, "a power of two")
        mask = capacity - 1
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: Slot(key: 0, check: 0, code: Self.vacant), count: capacity)
    }

    deinit { slots.deallocate() }

    /// The place where `key` stands, or the vacant one where it belongs.
    @inline(__always)
    static func place(
        of key: UInt64, check: UInt32, hash: UInt64, slots: UnsafeMutablePointer<Slot>, mask: Int
    ) -> Int {
        var place = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[place]
            if slot.code == vacant || (slot.key == key && slot.check == check) { return place }
            place = (place &+ 1) & mask
        }
    }

    /// The code of a key; a new key gets `count` as its code, and `isNew` is true.
    @inline(__always)
    mutating func code(of key: UInt64, check: UInt32, hash: UInt64) -> (code: UInt32, isNew: Bool) {
        let place = Self.place(of: key, check: check, hash: hash, slots: slots, mask: mask)
        let found = slots[place].code
        if found != Self.vacant { return (found, false) }
        let code = UInt32(count)
        slots[place] = Slot(key: key, check: check, code: code)
        count += 1
        if count * 4 > mask * 3 { grow() }
        return (code, true)
    }

    /// Every key with its code, in no order.
    func forEach(_ body: (CustomerKey, UInt32) -> Void) {
        for place in 0...mask where slots[place].code != Self.vacant {
            body(CustomerKey(key: slots[place].key, check: slots[place].check), slots[place].code)
        }
    }

    /// The code of a key that may be there.
    func find(_ key: UInt64, check: UInt32, hash: UInt64) -> UInt32? {
        let place = Self.place(of: key, check: check, hash: hash, slots: slots, mask: mask)
        return slots[place].code == Self.vacant ? nil : slots[place].code
    }

    /// Doubles the slots.
    private mutating func grow() {
        var larger = KeyTable(capacity: (mask + 1) * 2)
        for place in 0...mask where slots[place].code != Self.vacant {
            let slot = slots[place]
            let hash = Hashing.spread(slot.key)
            let target = Self.place(
                of: slot.key, check: slot.check, hash: hash, slots: larger.slots, mask: larger.mask)
            larger.slots[target] = slot
        }
        larger.count = count
        self = larger
    }
}

/// The hashes of identifiers.
enum Hashing {
    /// Set in the keys of texts; numbers are their own keys and stay below.
    static let textMark: UInt64 = 1 << 63

    /// Spreads a key over all bits (the finaliser of MurmurHash3, A. Appleby, public domain).
    @inline(__always)
    static func spread(_ key: UInt64) -> UInt64 {
        var value = key &* 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 32)) &* 0xFF51_AFD7_ED55_8CCD
        return value ^ (value >> 29)
    }

    /// Key and check of a text: two folded multiplications over words of eight bytes.
    @inline(__always)
    static func text(_ bytes: Bytes) -> (key: UInt64, check: UInt32) {
        var first: UInt64 = 0xA076_1D64_78BD_642F ^ UInt64(bytes.count)
        var second: UInt64 = 0xE703_7ED1_A0B4_28DB
        var place = 0
        while place &+ 8 <= bytes.count {
            let word = bytes.word(at: place)
            first = fold(first ^ word, 0x8EBC_6AF0_9C88_C6E3)
            second = fold(second &+ word, 0x5899_65CC_7537_4CC3)
            place &+= 8
        }
        if place < bytes.count {
            let rest = UInt64(bytes.count &- place)
            let word = bytes.word(at: place) & ((1 << (rest &* 8)) &- 1)
            first = fold(first ^ word, 0x8EBC_6AF0_9C88_C6E3)
            second = fold(second &+ word, 0x5899_65CC_7537_4CC3)
        }
        first = fold(first, 0x1D8E_4E27_C47D_124F)
        return (first | textMark, UInt32(truncatingIfNeeded: fold(second, 0xEB44_ACCA_B455_D165)) & Row.checkMask)
    }

    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
