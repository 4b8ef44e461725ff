/// One customer's sums in one era, or in all eras up to one.
///
/// What is added together stands together as a vector: a sum that was just written in halves could not be read as a
/// whole before the processor has put it into memory.
struct EraSums: BitwiseCopyable, Equatable {
    /// Gross and the number of orders.
    var sales = SIMD2<Int64>()
    /// Refunds and reversed money, both zero or more.
    var returns = SIMD2<Int64>()
    var contribution: Int64 = 0
    /// The last day with an order, told from 1; zero without one.
    var lastDay: Int = 0

    var gross: Int64 { sales[0] }
    var orders: Int64 { sales[1] }
    var refunds: Int64 { returns[0] }
    var reversed: Int64 { returns[1] }
    var net: Int64 { gross &- refunds }

    /// The sums of the eras after those of `earlier`; the last day stays.
    @inline(__always)
    func since(_ earlier: EraSums) -> EraSums {
        EraSums(
            sales: sales &- earlier.sales, returns: returns &- earlier.returns,
            contribution: contribution &- earlier.contribution, lastDay: lastDay)
    }

    /// Adds what came in a later era.
    @inline(__always)
    mutating func add(_ later: EraSums) {
        sales &+= later.sales
        returns &+= later.returns
        contribution &+= later.contribution
        lastDay = max(lastDay, later.lastDay)
    }
}

/// One customer's sums up to each border between eras: the sums of any span are the difference of two of them.
struct EraWalk {
    /// Place e + 1 belongs to era e; place 0 stays empty.
    private let sums: UnsafeMutablePointer<EraSums>
    private let count: Int

    /// All sums are zero.
    @inline(__always)
    init(_ sums: UnsafeMutablePointer<EraSums>, count: Int) {
        (self.sums, self.count) = (sums, count)
        for place in 0...count { sums[place] = EraSums() }
    }

    /// The bytes before an era's sums.
    static func bytes(before era: Int) -> Int { (era + 1) * MemoryLayout<EraSums>.stride }

    /// The own sums of the era that begins after so many bytes, before they are added up.
    @inline(__always)
    subscript(_ bytes: UInt16) -> UnsafeMutablePointer<EraSums> {
        (UnsafeMutableRawPointer(sums) + Int(bytes)).assumingMemoryBound(to: EraSums.self)
    }

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
        let last = sums[era].lastDay
        return last > 0 ? UInt16(truncatingIfNeeded: border &+ 1 &- last) : CustomerSummary.never
    }
}
