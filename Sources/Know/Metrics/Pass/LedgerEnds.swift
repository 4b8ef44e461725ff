import Dispatch
import Domain
package import Ledger
import Synchronization

/// The first and the last day with an order, read at the two ends of each customer's documents.
package struct LedgerEnds: Equatable, Sendable {
    /// Of known customers; nil without orders.
    package private(set) var firstOrder: Int32?
    /// Of anybody, as `firstSale` is.
    package private(set) var lastOrder: Int32?
    /// The shop's first day with an order, its customer known or not.
    var firstSale: Int32?
    /// Of any kind.
    var lastDocument: Int32?

    /// - Parameter asOf: Later documents are not there; nil for all.
    package init(of ledger: Ledger, asOf: Int32?, workers: Int) {
        let results = Mutex(LedgerEnds())
        let count = ledger.customerCount
        let workers = max(1, workers)
        let limit = asOf ?? Int32.max
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            var own = LedgerEnds()
            for customer in count * worker / workers..<count * (worker + 1) / workers {
                own.look(at: ledger.offsets[customer]..<ledger.offsets[customer + 1], of: ledger, limit: limit)
            }
            let seen = own
            results.withLock { $0.join(seen) }
        }
        self = results.withLock { $0 }
        lastOrder = Self.later(lastOrder, ledger.unidentified.lastDay.flatMap { $0 <= limit ? $0 : nil })
        firstSale = Self.earlier(firstOrder, ledger.unidentified.firstDay.flatMap { $0 <= limit ? $0 : nil })
    }

    private init() {}

    private mutating func look(at range: Range<Int>, of ledger: Ledger, limit: Int32) {
        var last = range.upperBound
        while last > range.lowerBound, ledger.days[last - 1] > limit { last -= 1 }
        guard last > range.lowerBound else { return }
        lastDocument = Self.later(lastDocument, ledger.days[last - 1])
        var first = range.lowerBound
        while first < last, ledger.kinds[first] != .order { first += 1 }
        guard first < last else { return }
        while ledger.kinds[last - 1] != .order { last -= 1 }
        firstOrder = Self.earlier(firstOrder, ledger.days[first])
        lastOrder = Self.later(lastOrder, ledger.days[last - 1])
    }

    private mutating func join(_ other: LedgerEnds) {
        firstOrder = Self.earlier(firstOrder, other.firstOrder)
        lastOrder = Self.later(lastOrder, other.lastOrder)
        lastDocument = Self.later(lastDocument, other.lastDocument)
    }

    private static func earlier(_ left: Int32?, _ right: Int32?) -> Int32? {
        guard let left, let right else { return left ?? right }
        return min(left, right)
    }

    private static func later(_ left: Int32?, _ right: Int32?) -> Int32? {
        guard let left, let right else { return left ?? right }
        return max(left, right)
    }
}
