/// The rows of one share of all workers, those of each kind in the files' order.
///
/// Unsafe memory: the runs are lent until the next share, and lie in the workers' blocks.
struct ShardRows {
    let packed: UnsafeMutableBufferPointer<Run<PackedRow>>
    let wide: UnsafeMutableBufferPointer<Run<Row>>
    private let shards: [CustomerShard]
    /// How many rows there are.
    let count: Int

    /// Rows of one worker that follow each other in a file and in memory.
    struct Run<Element>: BitwiseCopyable {
        let worker: Int
        let rows: UnsafeMutableBufferPointer<Element>
        let extras: UnsafePointer<UInt16>
    }

    init(_ shards: [CustomerShard], number: Int, order: ChunkOrder, memory: ShardMemory) {
        self.shards = shards
        packed = Self.runs(shards.map(\.rows.packed), memory.packedRuns, memory, order) { worker in
            // Rows that were moved since stand in no order.
            shards[worker].isInOrder ? order.marks(worker: worker, shard: number, isWide: false) : nil
        }
        wide = Self.runs(shards.map(\.rows.wide), memory.wideRuns, memory, order) { worker in
            shards[worker].isInOrder ? order.marks(worker: worker, shard: number, isWide: true) : nil
        }
        count = shards.reduce(0) { $0 + $1.rows.count }
    }

    /// A worker's rows, and how far they are listed.
    private struct Source<Element: StoredRow> {
        let parts: RowList<Element>.Parts
        let marks: UnsafeMutableBufferPointer<UInt32>
        var start = 0
    }

    private static func runs<Element: StoredRow>(
        _ lists: [RowList<Element>], _ runMemory: ReusedMemory<Run<Element>>, _ memory: ShardMemory,
        _ order: ChunkOrder, marks: (Int) -> UnsafeMutableBufferPointer<UInt32>?
    ) -> UnsafeMutableBufferPointer<Run<Element>> {
        let isEmpty = lists.allSatisfy { $0.count == 0 }
        let blockCount = lists.reduce(0) { $0 + $1.blockCount }
        // A run ends where a chunk ends, or a block; what came after the chunks of a worker is one more.
        let runs = runMemory.lend(isEmpty ? 0 : order.chunks.count + blockCount + lists.count)
        if isEmpty { return runs }
        var count = 0
        withUnsafeTemporaryAllocation(of: Source<Element>.self, capacity: lists.count) { sources in
            for (worker, list) in lists.enumerated() {
                let source = Source(
                    parts: list.parts(memory.blocks(worker)), marks: marks(worker) ?? .init(start: nil, count: 0))
                sources.initializeElement(at: worker, to: source)
            }
            @inline(__always) func add(_ worker: Int, upTo end: Int) {
                sources[worker].parts.forEach(of: sources[worker].start..<end) { rows, extras in
                    runs.initializeElement(at: count, to: Run(worker: worker, rows: rows, extras: extras))
                    count &+= 1
                }
                sources[worker].start = end
            }
            for chunk in order.chunks where chunk.number < sources[chunk.worker].marks.count {
                add(chunk.worker, upTo: Int(sources[chunk.worker].marks[chunk.number]))
            }
            for (worker, list) in lists.enumerated() { add(worker, upTo: list.count) }
        }
        return UnsafeMutableBufferPointer(rebasing: runs[..<count])
    }

    /// How many texts the workers met.
    var textCount: Int { shards.reduce(0) { $0 + $1.textCount } }

    /// Writes each row's code in place of its customer.
    func giveCodes(_ codes: inout CustomerCodes) {
        let textCodes = shards.enumerated().map { worker, shard in
            shard.textKeys().enumerated().map { number, key in
                codes.code(
                    of: key,
                    text: MergedShard.TextPlace(worker: Int32(worker), number: Int32(truncatingIfNeeded: number)))
            }
        }
        for run in packed { Self.giveCodes(run, &codes, textCodes) }
        for run in wide { Self.giveCodes(run, &codes, textCodes) }
    }

    @inline(__always)
    private static func giveCodes<Element: StoredRow>(
        _ run: Run<Element>, _ codes: inout CustomerCodes, _ texts: [[UInt32]]
    ) {
        for place in run.rows.indices {
            let customer = run.rows[place].customer
            if customer & Hashing.textMark == 0 {
                run.rows[place].customer = UInt64(codes.count(number: customer))
            } else {
                let code = texts[run.worker][Int(customer & ~Hashing.textMark)]
                codes.counts[Int(code)] &+= 1
                run.rows[place].customer = UInt64(code)
            }
        }
    }

    /// Whether order ids never fall, where all rows are packed.
    var ordersAscend: Bool {
        var last: UInt32 = 0
        for run in packed {
            var falls = false
            for row in run.rows {
                if row.order32 < last { falls = true }
                last = row.order32
            }
            if falls { return false }
        }
        return true
    }

    @inline(__always)
    func forEachPacked(_ body: (PackedRow) -> Void) {
        for run in packed { for row in run.rows { body(row) } }
    }

    /// Every row, with its worker and its extras.
    @inline(__always)
    func forEach(extraCount: Int, _ body: (Int, Row, UnsafePointer<UInt16>) -> Void) {
        for run in packed {
            for (place, row) in run.rows.enumerated() { body(run.worker, Row(row), run.extras + place &* extraCount) }
        }
        for run in wide {
            for (place, row) in run.rows.enumerated() { body(run.worker, row, run.extras + place &* extraCount) }
        }
    }
}
