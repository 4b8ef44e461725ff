/// Amounts above zero by their highest seven bits: how many and how much in each bucket, so that a bound among millions
/// of amounts is looked for in one bucket alone (docs/metrics.md, "VIP list").
struct MoneyBuckets: BitwiseCopyable, Equatable, Sendable {
    /// Six bits beside the leading one, for each of 63 leading ones.
    static let count = 63 * 64
    /// Words of a bucket: amounts, and their sum.
    static let words = 2

    let start: Int

    init(take: (Int) -> Int) { start = take(Self.count * Self.words) }

    /// The bucket of an amount above zero; a larger amount is never in a lower bucket. −1 for any other amount.
    @inline(__always)
    static func bucket(of amount: Int64) -> Int {
        guard amount > 0 else { return -1 }
        let zeros = amount.leadingZeroBitCount
        let next = Int(truncatingIfNeeded: (UInt64(bitPattern: amount) &<< UInt64(zeros)) &>> 57) & 63
        return (63 &- zeros) &* 64 &+ next
    }

    /// The Herfindahl index of the amounts, 1 by their number where all are equal and 1 where one has everything; a
    /// bucket's amounts are taken for equal, which changes it by less than a thousandth.
    static func herfindahl(of words: ArraySlice<Int64>) -> Double {
        let rows = stride(from: words.startIndex, to: words.endIndex, by: Self.words).filter { words[$0] > 0 }
        let all = rows.reduce(0.0) { $0 + Double(words[$1 + 1]) }
        guard all > 0 else { return 0 }
        return rows.reduce(0.0) { sum, row in
            let share = Double(words[row + 1]) / all
            return sum + share * share / Double(words[row])
        }
    }

    @inline(__always)
    func add(_ amount: Int64, to counts: UnsafeMutablePointer<Int64>) {
        let bucket = Self.bucket(of: amount)
        guard bucket >= 0 else { return }
        let row = counts + (start &+ bucket &* Self.words)
        row[0] &+= 1
        row[1] &+= amount
    }
}
