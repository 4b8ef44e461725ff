/// How long customers with a contract have stayed: for each number of periods how many cancelled in it, and how many were
/// still there when observation ended after it.
public struct TenureCounts: Equatable, Sendable {
    /// In period 1, 2, …: how many cancelled.
    public let lost: [Int]
    /// After period 1, 2, …: how many had been observed for just so long and were still there.
    public let stillThere: [Int]

    /// The shorter list is filled up with zeros; numbers below zero count as zero.
    public init(lost: [Int], stillThere: [Int]) {
        let periods = max(lost.count, stillThere.count)
        func filled(_ counts: [Int]) -> [Int] {
            counts.map { max(0, $0) } + Array(repeating: 0, count: periods - counts.count)
        }
        (self.lost, self.stillThere) = (filled(lost), filled(stillThere))
    }

    /// Of one cohort that was observed as a whole: how many were there at the start and after each period.
    ///
    /// A number above the one before counts as the one before: who has left does not come back here.
    public init(survivors: [Int]) {
        var (lost, left): ([Int], Int) = ([], max(0, survivors.first ?? 0))
        for count in survivors.dropFirst() {
            let next = min(left, max(0, count))
            lost.append(left - next)
            left = next
        }
        self.init(
            lost: lost, stillThere: Array(repeating: 0, count: max(0, lost.count - 1)) + (lost.isEmpty ? [] : [left]))
    }

    public var periods: Int { lost.count }
    public var customers: Int { lost.reduce(0, +) + stillThere.reduce(0, +) }
    public var customersLost: Int { lost.reduce(0, +) }
}
