import Ledger

/// Room for the documents of one share, where it is known only at the end how many they are.
///
/// Unsafe memory: `target` is given back with the object.
final class ShardColumns: @unchecked Sendable {  // written by one worker, read by one later
    let target: Columns.Target

    init(capacity: Int, extras: RowLayout.Extras) {
        target = Columns.Target(
            capacity: capacity, days: .allocate(capacity: capacity), minutes: .allocate(capacity: capacity),
            minorUnits: .allocate(capacity: capacity), kinds: .allocate(capacity: capacity),
            contributions: extras.hasCosts ? .allocate(capacity: capacity) : nil,
            lacksGoodsCost: extras.hasCosts ? .allocate(capacity: capacity) : nil,
            codes: .allocate(capacity: capacity * extras.dimensions.count), dimensionCount: extras.dimensions.count)
    }

    deinit {
        target.days.deallocate()
        target.minutes.deallocate()
        target.minorUnits.deallocate()
        target.kinds.deallocate()
        target.contributions?.deallocate()
        target.lacksGoodsCost?.deallocate()
        target.codes.deallocate()
    }

    /// A copy of the first `count` documents that takes no more room than they need.
    func first(_ count: Int, extras: RowLayout.Extras) -> ShardColumns {
        let copy = ShardColumns(capacity: count, extras: extras)
        copy.target.copy(count, from: target, to: 0)
        return copy
    }
}
