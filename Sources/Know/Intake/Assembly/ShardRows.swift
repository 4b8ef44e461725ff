/// The rows of one share of all workers, those of each kind in the files' order.
struct ShardRows {
    private(set) var packed: [Run<PackedRow>] = []
    private(set) var wide: [Run<Row>] = []
    private let shards: [CustomerShard]
    /// How many rows there are.
    let count: Int

    /// Rows of one worker that follow each other in a file and in memory.
    struct Run<Element> {
        /// Of the chunk that they were read from, among those of all workers.
        let chunk: Int
        let worker: Int
        let rows: UnsafeMutableBufferPointer<Element>
        let extras: UnsafePointer<UInt16>
    }

    /// - Parameters:
    ///   - number: Of the share.
    ///   - chunks: By worker: the places of its chunks among those of all workers.
    init(_ parsers: [RowParser], number: Int, chunks: [[Int]]) {
        let shards = parsers.map { $0.shards[number] }
        for (worker, shard) in shards.enumerated() {
            let marks = shard.isInOrder ? parsers[worker].yield.marks : ChunkMarks()
            Self.add(shard.rows.packed, marks.packed(number), worker, chunks[worker], to: &packed)
            Self.add(shard.rows.wide, marks.wide(number), worker, chunks[worker], to: &wide)
        }
        if shards.count > 1 {
            packed.sort { $0.chunk < $1.chunk }
            wide.sort { $0.chunk < $1.chunk }
        }
        self.shards = shards
        count = shards.reduce(0) { $0 + $1.rows.count }
    }

    /// - Parameter marks: How many rows there were at the end of each of the worker's chunks; what came later was given to
    ///   a customer after all chunks.
    private static func add<Element>(
        _ list: RowList<Element>, _ marks: [Int], _ worker: Int, _ chunks: [Int], to runs: inout [Run<Element>]
    ) {
        var start = 0
        for number in 0...marks.count {
            let end = number < marks.count ? marks[number] : list.count
            if end == start { continue }
            let chunk = number < marks.count ? chunks[number] : .max
            list.forEachPart(of: start..<end) { rows, extras in
                runs.append(Run(chunk: chunk, worker: worker, rows: rows, extras: extras))
            }
            start = end
        }
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
