/// Rows of one kind in blocks that never move.
///
/// Beside each row stand `extraCount` codes: dimensions, the file's number, the row's costs. Unsafe memory: a block's
/// rows are written below `capacity`, its extras below `capacity × extraCount`.
struct RowList<Element: StoredRow> {
    /// Rows a block.
    private static var capacity: Int { 512 }

    private var blocks: [UnsafeMutableRawPointer] = []
    /// Rows in the last block.
    private var lastCount = RowList.capacity
    private let extraCount: Int
    private let arena: RowArena

    /// Where the next rows go: a writer's own copy, so that nothing is looked up a row.
    struct Cursor {
        var row: UnsafeMutablePointer<Element>
        var extras: UnsafeMutablePointer<UInt16>
        /// How many rows still fit into the block.
        var left: Int
        /// Room of all blocks so far.
        private var room: Int

        /// A cursor without room; nothing is written to `memory`.
        init(full memory: UnsafeMutableRawPointer) {
            row = memory.assumingMemoryBound(to: Element.self)
            extras = memory.assumingMemoryBound(to: UInt16.self)
            left = 0
            room = 0
        }

        fileprivate init(block: UnsafeMutableRawPointer, number: Int) {
            room = (number + 1) * RowList.capacity
            row = block.assumingMemoryBound(to: Element.self)
            extras = RowList.extras(of: block)
            left = RowList.capacity
        }

        /// How many rows were written so far.
        var count: Int { room &- left }

        /// Adds a row where there is room and nothing stands beside rows.
        @inline(__always)
        mutating func append(_ element: Element) {
            assert(left > 0)
            row.initialize(to: element)
            row += 1
            left &-= 1
        }

        /// Adds a row where there is room.
        @inline(__always)
        mutating func append(_ element: Element, _ source: UnsafePointer<UInt16>, extraCount: Int) {
            append(element)
            if extraCount > 0 {
                extras.update(from: source, count: extraCount)
                extras += extraCount
            }
        }
    }

    init(extraCount: Int, arena: RowArena) {
        self.extraCount = extraCount
        self.arena = arena
    }

    var count: Int { blocks.isEmpty ? 0 : (blocks.count - 1) * Self.capacity + lastCount }

    /// A cursor at the start of a new block; the block before is full.
    mutating func nextBlock() -> Cursor {
        let block = arena.block(of: Self.capacity * (MemoryLayout<Element>.stride + extraCount * 2))
        blocks.append(block)
        lastCount = 0
        return Cursor(block: block, number: blocks.count - 1)
    }

    /// The last block has room for `left` more rows; it will not get them.
    mutating func close(left: Int) {
        if !blocks.isEmpty { lastCount = Self.capacity - left }
    }

    /// Adds one row when all cursors are closed.
    mutating func append(_ row: Element, _ source: UnsafePointer<UInt16>) {
        if lastCount == Self.capacity { _ = nextBlock() }
        let block = blocks[blocks.count - 1]
        block.assumingMemoryBound(to: Element.self)[lastCount] = row
        (Self.extras(of: block) + lastCount * extraCount).update(from: source, count: extraCount)
        lastCount += 1
    }

    /// Forgets all rows; their memory is the arena's.
    mutating func removeAll() {
        blocks = []
        lastCount = Self.capacity
    }

    /// The rows of `range` with their extras, in the order they came, each part of a block at a time.
    @inline(__always)
    func forEachPart(
        of range: Range<Int>, _ body: (UnsafeMutableBufferPointer<Element>, UnsafePointer<UInt16>) -> Void
    ) {
        var place = range.lowerBound
        while place < range.upperBound {
            let block = blocks[place / Self.capacity]
            let inside = place % Self.capacity
            let end = min(Self.capacity, inside + range.upperBound - place)
            let rows = UnsafeMutableBufferPointer(
                start: block.assumingMemoryBound(to: Element.self) + inside, count: end - inside)
            body(rows, UnsafePointer(Self.extras(of: block) + inside * extraCount))
            place += end - inside
        }
    }

    private static func extras(of block: UnsafeMutableRawPointer) -> UnsafeMutablePointer<UInt16> {
        (block + capacity * MemoryLayout<Element>.stride).assumingMemoryBound(to: UInt16.self)
    }
}
