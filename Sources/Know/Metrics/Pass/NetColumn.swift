/// Net revenue by customer of the ledger, beside the summaries: what is sorted over the whole base need not be picked out
/// of them.
///
/// Each place is written once, by the one worker that has the customer.
final class NetColumn: @unchecked Sendable {  // disjoint places while a pass writes, read only afterwards
    /// Stands for customers without orders; a net that low is told as one more.
    static let none = Int64.min

    let count: Int
    private let places: UnsafeMutablePointer<Int64>

    init(count: Int) {
        self.count = count
        places = .allocate(capacity: count)
        places.initialize(repeating: Self.none, count: count)
    }

    deinit { places.deallocate() }

    subscript(customer: Int) -> Int64 {
        @inline(__always) get {
            assert(customer >= 0 && customer < count)
            return places[customer]
        }
        @inline(__always) set {
            assert(customer >= 0 && customer < count)
            places[customer] = max(newValue, Self.none + 1)
        }
    }
}
