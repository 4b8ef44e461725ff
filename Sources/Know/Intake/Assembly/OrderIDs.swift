/// The order ids of one share, each once a customer: what tells whether two customers share one.
struct OrderIDs: Sendable {
    /// Numbers up to 2³² − 1.
    private(set) var small: [UInt32] = []
    private(set) var others: [UInt64] = []

    @inline(__always)
    mutating func append(_ id: UInt64) {
        if id <= UInt64(UInt32.max) { small.append(UInt32(id)) } else { others.append(id) }
    }
}
