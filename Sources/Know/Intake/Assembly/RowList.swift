/// Rows of one kind in blocks that never move.
///
/// Beside each row stand `extraCount` codes: dimensions, the file's number, the row's costs. Unsafe memory: a block's
/// rows are written below its capacity, its extras below that many times `extraCount`.
struct RowList<Element: StoredRow> {
    /// Rows of each of the first blocks, and of the later ones: small files should not pay for large ones.
    private static var smallCapacity: Int { 512 }
    private static var largeCapacity: Int { 2_048 }
    private static var smallBlocks: Int { 4 }
    /// All rows of the first blocks.
    private static var smallRows: Int { smallBlocks * smallCapacity }

    private static func capacity(_ block: Int) -> Int { block < smallBlocks ? smallCapacity : largeCapacity }

    /// How many rows stand before a block.
    private static func start(_ block: Int) -> Int {
        block <= smallBlocks ? block * smallCapacity : smallRows + (block - smallBlocks) * largeCapacity
    }

    /// The block of a row.
    private static func block(of row: Int) -> Int {
        row < smallRows ? row / smallCapacity : smallBlocks + (row - smallRows) / largeCapacity
    }

    private var blocks: [UnsafeMutableRawPointer] = []
    /// How many more rows fit into the last block.
    private var left = 0
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
            room = RowList.start(number + 1)
            row = block.assumingMemoryBound(to: Element.self)
            extras = RowList.extras(of: block, number)
            left = RowList.capacity(number)
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

    private func bytes(_ block: Int) -> Int {
        Self.capacity(block) * (MemoryLayout<Element>.stride + extraCount * 2)
    }

    var blockCount: Int { blocks.count }

    var count: Int { Self.start(blocks.count) - left }

    /// A cursor at the start of a new block; the block before is full.
    mutating func nextBlock() -> Cursor {
        let number = blocks.count
        blocks.append(arena.block(of: bytes(number)))
        left = Self.capacity(number)
        return Cursor(block: blocks[number], number: number)
    }

    /// The last block has room for `left` more rows; it will not get them.
    mutating func close(left: Int) { self.left = left }

    /// Adds one row when all cursors are closed.
    mutating func append(_ row: Element, _ source: UnsafePointer<UInt16>) {
        if left == 0 { _ = nextBlock() }
        let number = blocks.count - 1
        let place = Self.capacity(number) - left
        blocks[number].assumingMemoryBound(to: Element.self)[place] = row
        (Self.extras(of: blocks[number], number) + place * extraCount).update(from: source, count: extraCount)
        left -= 1
    }

    /// Forgets all rows; their memory is the arena's, or goes back to the system at once.
    mutating func removeAll(givingBack givesBack: Bool) {
        if givesBack {
            for (number, block) in blocks.enumerated() { RowArena.giveBack(block, byteCount: bytes(number)) }
        }
        blocks = []
        left = 0
    }

    /// The rows of `range` with their extras, in the order they came, each part of a block at a time.
    @inline(__always)
    func forEachPart(
        of range: Range<Int>, _ body: (UnsafeMutableBufferPointer<Element>, UnsafePointer<UInt16>) -> Void
    ) {
        blocks.withUnsafeBufferPointer { blocks in
            Parts(blocks: blocks, extraCount: extraCount).forEach(of: range, body)
        }
    }

    /// A view of the blocks, which is neither retained nor checked; `memory` holds where they are.
    func parts(_ memory: ReusedMemory<UnsafeMutableRawPointer>) -> Parts {
        let copy = memory.lend(blocks.count)
        _ = copy.initialize(from: blocks)
        return Parts(blocks: UnsafeBufferPointer(copy), extraCount: extraCount)
    }

    struct Parts {
        let blocks: UnsafeBufferPointer<UnsafeMutableRawPointer>
        let extraCount: Int

        @inline(__always)
        func forEach(
            of range: Range<Int>, _ body: (UnsafeMutableBufferPointer<Element>, UnsafePointer<UInt16>) -> Void
        ) {
            var place = range.lowerBound
            while place < range.upperBound {
                let number = RowList.block(of: place)
                let inside = place - RowList.start(number)
                let end = min(RowList.capacity(number), inside + range.upperBound - place)
                let rows = UnsafeMutableBufferPointer(
                    start: blocks[number].assumingMemoryBound(to: Element.self) + inside, count: end - inside)
                body(rows, UnsafePointer(RowList.extras(of: blocks[number], number) + inside * extraCount))
                place += end - inside
            }
        }
    }

    private static func extras(of block: UnsafeMutableRawPointer, _ number: Int) -> UnsafeMutablePointer<UInt16> {
        (block + capacity(number) * MemoryLayout<Element>.stride).assumingMemoryBound(to: UInt16.self)
    }
}
