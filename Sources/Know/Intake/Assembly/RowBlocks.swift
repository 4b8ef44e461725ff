/// The rows of one worker for one share of the customers, in blocks that never move.
///
/// Beside each row stand `extraCount` codes: dimensions, the file's number, the row's costs. Unsafe memory: a block's
/// rows are written below `Self.capacity`, its extras below `capacity × extraCount`.
final class RowBlocks {
    static let capacity = 1_024

    private var blocks: [UnsafeMutableRawPointer] = []
    /// Rows in the last block.
    private var lastCount = RowBlocks.capacity
    let extraCount: Int

    /// Where the next rows go: a writer's own copy, so that nothing is looked up a row.
    struct Cursor {
        var row: UnsafeMutablePointer<Row>
        var extras: UnsafeMutablePointer<UInt16>
        /// How many rows still fit into the block.
        var left: Int
    }

    private let arena: RowArena

    init(extraCount: Int, arena: RowArena) {
        self.extraCount = extraCount
        self.arena = arena
    }

    var count: Int { blocks.isEmpty ? 0 : (blocks.count - 1) * Self.capacity + lastCount }

    /// A cursor at the start of a new block.
    func nextBlock() -> Cursor {
        let bytes = Self.capacity * (MemoryLayout<Row>.stride + extraCount * 2)
        let block = arena.block(of: bytes)
        blocks.append(block)
        lastCount = 0
        return Cursor(
            row: block.assumingMemoryBound(to: Row.self),
            extras: (block + Self.capacity * MemoryLayout<Row>.stride).assumingMemoryBound(to: UInt16.self),
            left: Self.capacity)
    }

    /// The last block has room for `left` more rows; it will not get them.
    func close(left: Int) {
        if !blocks.isEmpty { lastCount = Self.capacity - left }
    }

    /// Adds one row when all cursors are closed.
    func append(_ row: Row, _ extras: UnsafePointer<UInt16>) {
        if lastCount == Self.capacity { _ = nextBlock() }
        let block = blocks[blocks.count - 1]
        block.assumingMemoryBound(to: Row.self)[lastCount] = row
        let target = (block + Self.capacity * MemoryLayout<Row>.stride).assumingMemoryBound(to: UInt16.self)
        (target + lastCount * extraCount).update(from: extras, count: extraCount)
        lastCount += 1
    }

    /// Forgets all rows; their memory is the arena's.
    func removeAll() {
        blocks = []
        lastCount = Self.capacity
    }

    /// Every row with its extras, in the order they came.
    @inline(__always)
    func forEachWithExtras(_ body: (Row, UnsafePointer<UInt16>) -> Void) {
        for (number, block) in blocks.enumerated() {
            let count = number == blocks.count - 1 ? lastCount : Self.capacity
            let rows = block.assumingMemoryBound(to: Row.self)
            let extras = (block + Self.capacity * MemoryLayout<Row>.stride).assumingMemoryBound(to: UInt16.self)
            for place in 0..<count { body(rows[place], extras + place &* extraCount) }
        }
    }

    /// Every row, in the order they came.
    @inline(__always)
    func forEach(_ body: (Row) -> Void) {
        for (number, block) in blocks.enumerated() {
            let count = number == blocks.count - 1 ? lastCount : Self.capacity
            let rows = block.assumingMemoryBound(to: Row.self)
            for place in 0..<count { body(rows[place]) }
        }
    }
}
