/// Memory for putting one share together after the other, so that a worker asks the system for it once.
final class ShardMemory {
    let rows = ReusedMemory<SortedRow>()
    let packed = ReusedMemory<PackedRow>()
    let extras = ReusedMemory<UInt16>()
    let counts = ReusedMemory<UInt32>()
    let customers = ReusedMemory<MergedShard.Customer>()
    let order = ReusedMemory<UInt32>()
    let buckets = ReusedMemory<UInt32>()
    let slots = ReusedMemory<UInt64>()
    let cursors = ReusedMemory<Int>()
    let starts = ReusedMemory<Int>()
    let packedRuns = ReusedMemory<ShardRows.Run<PackedRow>>()
    let wideRuns = ReusedMemory<ShardRows.Run<Row>>()
    /// Two, to move rows to and fro while they are sorted.
    let sorting = (ReusedMemory<PackedRow>(), ReusedMemory<PackedRow>())
    private var columns: ShardColumns?
    private var blocks: [ReusedMemory<UnsafeMutableRawPointer>] = []

    /// Where a worker's blocks are noted.
    func blocks(_ worker: Int) -> ReusedMemory<UnsafeMutableRawPointer> {
        while blocks.count <= worker { blocks.append(ReusedMemory()) }
        return blocks[worker]
    }

    /// Room for `count` documents.
    func columns(_ count: Int, extras: RowLayout.Extras) -> ShardColumns {
        if let columns, columns.target.capacity >= count { return columns }
        columns = nil
        let larger = ShardColumns(capacity: count + count / 4, extras: extras)
        columns = larger
        return larger
    }
}

/// Memory that is lent again and again; what was in it before is of no meaning.
///
/// Unsafe memory: a loan ends when the next begins.
final class ReusedMemory<Element: BitwiseCopyable> {
    private var memory = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)

    deinit { memory.deallocate() }

    /// Room for `count` elements, not initialized.
    func lend(_ count: Int) -> UnsafeMutableBufferPointer<Element> {
        if memory.count < count {
            memory.deallocate()
            memory = .allocate(capacity: count + count / 4)
        }
        return UnsafeMutableBufferPointer(start: memory.baseAddress, count: count)
    }
}
