/// The customers of one share, each with a code in the order in which they were met, and how many rows they have.
///
/// Unsafe memory: `counts` and `slots` are touched below their capacities only.
struct CustomerCodes: ~Copyable {
    private let customers: UnsafeMutableBufferPointer<MergedShard.Customer>
    private(set) var customerCount = 0
    /// By code.
    let counts: UnsafeMutableBufferPointer<UInt32>

    /// Small numbers: the number in the upper half of a slot, the code in the lower.
    private var slots: UnsafeMutablePointer<UInt64>
    private var mask: Int
    private let memory: ShardMemory
    private var used = 0
    /// Texts and large numbers, and the codes of theirs.
    private var others = KeyTable()
    private var otherCodes: [UInt32] = []

    private static let vacant = UInt64.max

    /// - Parameter capacity: No more customers will be met.
    init(capacity: Int, memory: ShardMemory) {
        self.memory = memory
        counts = memory.counts.lend(capacity)
        customers = memory.customers.lend(capacity)
        var slotCount = 64
        while slotCount < capacity / 4 { slotCount *= 2 }
        mask = slotCount - 1
        slots = Self.vacantSlots(slotCount, memory)
    }

    private static func vacantSlots(_ count: Int, _ memory: ShardMemory) -> UnsafeMutablePointer<UInt64> {
        let slots = memory.slots.lend(count)
        slots.initialize(repeating: vacant)
        guard let start = slots.baseAddress else { preconditionFailure("there are slots") }
        return start
    }

    /// All customers, by code.
    var all: UnsafeBufferPointer<MergedShard.Customer> { UnsafeBufferPointer(rebasing: customers[..<customerCount]) }

    /// The code of a customer who is known by a number, with one row more.
    @inline(__always)
    mutating func count(number: UInt64) -> UInt32 {
        if number > UInt64(UInt32.max >> 1) { return count(CustomerKey(key: number, check: 0)) }
        let hash = Hashing.spread(number)
        var place = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[place]
            if slot >> 32 == number {
                let code = UInt32(truncatingIfNeeded: slot)
                counts[Int(code)] &+= 1
                return code
            }
            if slot == Self.vacant { return enter(number, hash: hash, at: place) }
            place = (place &+ 1) & mask
        }
    }

    @inline(never)
    private mutating func enter(_ number: UInt64, hash: UInt64, at place: Int) -> UInt32 {
        let code = add(CustomerKey(key: number, check: 0), hash: hash)
        slots[place] = number << 32 | UInt64(code)
        used += 1
        if used * 2 > mask { grow() }
        counts[Int(code)] = 1
        return code
    }

    private mutating func count(_ key: CustomerKey) -> UInt32 {
        let code = code(of: key)
        counts[Int(code)] += 1
        return code
    }

    /// The code of any customer, without a row more.
    ///
    /// - Parameter text: Where the identifier's text stands.
    mutating func code(of key: CustomerKey, text: MergedShard.TextPlace = .none) -> UInt32 {
        let hash = Hashing.spread(key.key)
        let (place, isNew) = others.code(of: key.key, check: key.check, hash: hash)
        if isNew { otherCodes.append(add(key, hash: hash, text: text)) }
        return otherCodes[Int(place)]
    }

    private mutating func add(
        _ key: CustomerKey, hash: UInt64, text: MergedShard.TextPlace = .none
    ) -> UInt32 {
        let code = customerCount
        precondition(code < counts.count, "each customer has a row or a text")
        customers.initializeElement(
            at: code, to: MergedShard.Customer(hash: hash << 8 | hash >> 56, key: key, text: text))
        customerCount += 1
        counts[code] = 0
        return UInt32(code)
    }

    private mutating func grow() {
        let old = Array(UnsafeBufferPointer(start: slots, count: mask + 1))
        mask = mask * 2 + 1
        slots = Self.vacantSlots(mask + 1, memory)
        for slot in old where slot != Self.vacant {
            var place = Int(truncatingIfNeeded: Hashing.spread(slot >> 32)) & mask
            while slots[place] != Self.vacant { place = (place + 1) & mask }
            slots[place] = slot
        }
    }
}
