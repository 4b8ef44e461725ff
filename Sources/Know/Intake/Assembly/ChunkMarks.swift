/// How many rows each share had when each of a worker's chunks ended: what puts the rows of several workers into the files'
/// order.
struct ChunkMarks {
    /// By chunk, then by share: packed rows, then wide ones.
    private var counts: [[UInt32]] = []

    var chunkCount: Int { counts.count }

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

    /// The same by share, then by chunk: first for packed rows, then for wide ones.
    func byShard() -> [UInt32] {
        guard let first = counts.first else { return [] }
        let chunkCount = counts.count
        return [UInt32](unsafeUninitializedCapacity: first.count * chunkCount) { memory, initialized in
            for (chunk, marks) in counts.enumerated() {
                marks.withUnsafeBufferPointer { marks in
                    for place in marks.indices {
                        memory.initializeElement(at: place &* chunkCount &+ chunk, to: marks[place])
                    }
                }
            }
            initialized = first.count * chunkCount
        }
    }
}

/// Where the chunks of all workers stand among each other, and what each left in the shares.
///
/// Unsafe memory: never written after it was made, and given back with the object.
final class ChunkOrder: @unchecked Sendable {
    /// In the files' order.
    let chunks: UnsafeMutableBufferPointer<Place>
    /// By worker: see `ChunkMarks.byShard`.
    private let marks: [UnsafeMutableBufferPointer<UInt32>]
    private let chunkCounts: [Int]

    /// The worker who read a chunk, and which of its chunks it was.
    struct Place: BitwiseCopyable {
        let worker: Int
        let number: Int
    }

    init(_ parsers: [RowParser]) {
        let all = parsers.enumerated().flatMap { worker, parser in
            parser.yield.chunks.enumerated().map { number, note in (note: note, worker: worker, number: number) }
        }
        let sorted = all.sorted { ($0.note.file, $0.note.chunk) < ($1.note.file, $1.note.chunk) }
        chunks = .allocate(capacity: sorted.count)
        _ = chunks.initialize(from: sorted.lazy.map { Place(worker: $0.worker, number: $0.number) })
        marks = parsers.map { parser in
            let marks = parser.yield.marks.byShard()
            let memory = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: marks.count)
            _ = memory.initialize(from: marks)
            return memory
        }
        chunkCounts = parsers.map(\.yield.marks.chunkCount)
    }

    deinit {
        chunks.deallocate()
        for memory in marks { memory.deallocate() }
    }

    /// How many packed rows, or wide ones, a share of a worker had at the end of each of its chunks.
    func marks(worker: Int, shard: Int, isWide: Bool) -> UnsafeMutableBufferPointer<UInt32> {
        let count = chunkCounts[worker]
        let start = (2 * shard + (isWide ? 1 : 0)) * count
        return UnsafeMutableBufferPointer(rebasing: marks[worker][start..<start + count])
    }
}
