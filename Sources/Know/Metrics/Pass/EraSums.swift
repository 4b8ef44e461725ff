/// One customer's sums in one era, or in all eras up to one.
struct EraSums: BitwiseCopyable, Equatable {
    var orders: Int64 = 0
    var gross: Int64 = 0
    var refunds: Int64 = 0
    var reversed: Int64 = 0
    var contribution: Int64 = 0
    /// The last day with an order, told from 1; zero without one.
    var lastDay: Int64 = 0

    var net: Int64 { gross &- refunds }

    /// The sums of the eras after those of `earlier`; the last day stays.
    @inline(__always)
    func since(_ earlier: EraSums) -> EraSums {
        EraSums(
            orders: orders &- earlier.orders, gross: gross &- earlier.gross, refunds: refunds &- earlier.refunds,
            reversed: reversed &- earlier.reversed, contribution: contribution &- earlier.contribution,
            lastDay: lastDay)
    }

    /// Adds what came in a later era.
    @inline(__always)
    mutating func add(_ later: EraSums) {
        orders &+= later.orders
        gross &+= later.gross
        refunds &+= later.refunds
        reversed &+= later.reversed
        contribution &+= later.contribution
        lastDay = max(lastDay, later.lastDay)
    }
}

/// One customer's sums up to each border between eras: the sums of any span are the difference of two of them.
struct EraWalk {
    /// Place e + 1 belongs to era e; place 0 stays empty.
    let sums: UnsafeMutablePointer<EraSums>
    let count: Int

    /// All sums are zero.
    @inline(__always)
    init(_ sums: UnsafeMutablePointer<EraSums>, count: Int) {
        (self.sums, self.count) = (sums, count)
        for place in 0...count { sums[place] = EraSums() }
    }

    /// The era's own sums, before they are added up.
    @inline(__always)
    subscript(_ era: UInt16) -> UnsafeMutablePointer<EraSums> { sums + (Int(era) &+ 1) }

    /// Makes each place hold the sums of its era and of all before it.
    @inline(__always)
    func addUp() {
        var sum = EraSums()
        for place in 1...count {
            sum.add(sums[place])
            sums[place] = sum
        }
    }

    /// The sums of all eras.
    @inline(__always)
    var all: EraSums { sums[count] }

    /// The sums of a span.
    @inline(__always)
    func sums(of span: Eras.Span) -> EraSums { sums[span.end].since(sums[span.first]) }

    /// Days from the last purchase day in the eras before `era` to `border`.
    @inline(__always)
    func silence(at border: Int, before era: Int) -> UInt16 {
        let last = Int(sums[era].lastDay)
        return last > 0 ? UInt16(truncatingIfNeeded: border &+ 1 &- last) : CustomerSummary.never
    }
}
