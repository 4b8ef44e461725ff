/// How many rows each share had when each of a worker's chunks ended: what puts the rows of several workers into the files'
/// order.
struct ChunkMarks {
    /// By chunk, then by share: packed rows, then wide ones.
    private var counts: [UInt32] = []
    private var shardCount = 0

    mutating func add(_ hot: UnsafePointer<HotShard>, count: Int) {
        shardCount = count
        for shard in 0..<count {
            counts.append(UInt32(truncatingIfNeeded: hot[shard].cursors.packed.count))
            counts.append(UInt32(truncatingIfNeeded: hot[shard].cursors.wide.count))
        }
    }

    /// By chunk: how many packed rows, or wide ones, the share had at its end.
    func packed(_ shard: Int) -> [Int] { marks(2 * shard) }
    func wide(_ shard: Int) -> [Int] { marks(2 * shard + 1) }

    private func marks(_ place: Int) -> [Int] {
        shardCount == 0 ? [] : stride(from: place, to: counts.count, by: 2 * shardCount).map { Int(counts[$0]) }
    }
}
