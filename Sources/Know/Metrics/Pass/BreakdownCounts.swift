/// Customers by the code of their first order, per dimension (docs/metrics.md, "Breakdowns").
struct BreakdownCounts: Equatable, Sendable {
    /// One row: customers, repeat customers, net, contribution, gross, given back, customers observed for 90 days, those
    /// of them with a second purchase day by then, and the squares of net in four limbs of 32 bits: they would not fit
    /// one integer, and limbs add up like everything else.
    static let words = 12

    /// Where each dimension's rows begin.
    let starts: [Int]
    let sizes: [Int]

    init(sizes: [Int], take: (Int) -> Int) {
        self.sizes = sizes
        starts = sizes.map { take($0 * Self.words) }
    }

    @inline(__always)
    static func add(
        _ summary: CustomerSummary, reversed: Int64, observed: Bool, secondInTime: Bool,
        to row: UnsafeMutablePointer<Int64>
    ) {
        row[0] += 1
        row[1] += summary.orders >= 2 ? 1 : 0
        row[2] += summary.net
        row[3] += summary.contribution
        row[4] += summary.gross + reversed
        row[5] += summary.refunds + reversed
        row[6] += observed ? 1 : 0
        row[7] += secondInTime ? 1 : 0
        let square = summary.net.magnitude.multipliedFullWidth(by: summary.net.magnitude)
        row[8] += Int64(square.low & 0xFFFF_FFFF)
        row[9] += Int64(square.low >> 32)
        row[10] += Int64(square.high & 0xFFFF_FFFF)
        row[11] += Int64(square.high >> 32)
    }

    /// What a customer without orders gave back.
    static func add(refunds: Int64, reversed: Int64, to row: UnsafeMutablePointer<Int64>) {
        row[4] += reversed
        row[5] += refunds + reversed
    }

    /// The sum of squares of a row.
    static func squares(_ row: ArraySlice<Int64>) -> Double {
        let limbs = row.suffix(4).map(Double.init)
        return limbs.reversed().reduce(0) { $0 * 4_294_967_296 + $1 }
    }
}
