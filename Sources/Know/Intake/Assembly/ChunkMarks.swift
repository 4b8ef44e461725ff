/// How many rows each share had when each of a worker's chunks ended: what puts the rows of several workers into the files'
/// order.
struct ChunkMarks {
    /// By chunk, then by share: packed rows, then wide ones.
    private var counts: [[UInt32]] = []

    mutating func add(_ hot: UnsafePointer<HotShard>, count: Int) {
        counts.append(
            [UInt32](unsafeUninitializedCapacity: 2 * count) { memory, initialized in
                for shard in 0..<count {
                    memory.initializeElement(
                        at: 2 * shard, to: UInt32(truncatingIfNeeded: hot[shard].cursors.packed.count))
                    memory.initializeElement(
                        at: 2 * shard + 1, to: UInt32(truncatingIfNeeded: hot[shard].cursors.wide.count))
                }
                initialized = 2 * count
            })
    }

    /// By chunk: how many packed rows, or wide ones, the share had at its end.
    func packed(_ shard: Int) -> [Int] { counts.map { Int($0[2 * shard]) } }
    func wide(_ shard: Int) -> [Int] { counts.map { Int($0[2 * shard + 1]) } }
}
