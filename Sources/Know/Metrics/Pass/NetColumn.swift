/// Net revenue by customer of the ledger, beside the summaries: what is sorted over the whole base need not be picked out
/// of them.
///
/// Each place is written once, by the one worker that has the customer.
final class NetColumn: @unchecked Sendable {  // disjoint places while a pass writes, read only afterwards
    /// Stands for customers without orders; a net that low is told as one more.
    private static let none = Int64.min

    let count: Int
    private let places: UnsafeMutablePointer<Int64>

    /// A column whose places are still to be written, each before it is read.
    init(count: Int) {
        self.count = count
        places = .allocate(capacity: count)
    }

    deinit { places.deallocate() }

    /// Nil for a customer without orders.
    subscript(customer: Int) -> Int64? {
        @inline(__always) get {
            assert(customer >= 0 && customer < count)
            let net = places[customer]
            return net == Self.none ? nil : net
        }
        @inline(__always) set {
            assert(customer >= 0 && customer < count)
            (places + customer).initialize(to: newValue.map { max($0, Self.none + 1) } ?? Self.none)
        }
    }
}
