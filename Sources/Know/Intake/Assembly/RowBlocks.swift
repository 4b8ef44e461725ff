// Unsafe memory: rows and their extras are read up to the number that was appended.

/// The rows of one worker for one share of the customers: the usual ones packed, the others as they are.
final class RowBlocks {
    private(set) var packed: RowList<PackedRow>
    private(set) var wide: RowList<Row>
    let extraCount: Int

    /// Where the next rows go.
    struct Cursors {
        var packed: RowList<PackedRow>.Cursor
        var wide: RowList<Row>.Cursor

        /// Cursors without room; nothing is written to `memory`.
        init(full memory: UnsafeMutableRawPointer) {
            packed = RowList.Cursor(full: memory)
            wide = RowList.Cursor(full: memory)
        }
    }

    init(extraCount: Int, arena: RowArena) {
        self.extraCount = extraCount
        packed = RowList(extraCount: extraCount, arena: arena)
        wide = RowList(extraCount: extraCount, arena: arena)
    }

    var count: Int { packed.count + wide.count }

    func nextPackedBlock() -> RowList<PackedRow>.Cursor { packed.nextBlock() }
    func nextWideBlock() -> RowList<Row>.Cursor { wide.nextBlock() }

    /// No more rows come by way of `cursors`.
    func close(_ cursors: Cursors) {
        packed.close(left: cursors.packed.left)
        wide.close(left: cursors.wide.left)
    }

    /// Adds one row when the cursors are closed.
    func append(_ row: Row, _ extras: UnsafePointer<UInt16>) { wide.append(row, extras) }

    /// Takes out the wide rows that `isTaken` says, and returns them with their extras.
    func takeWide(where isTaken: (Row) -> Bool) -> [(row: Row, extras: [UInt16])] {
        var taken: [(row: Row, extras: [UInt16])] = []
        var kept: [(row: Row, extras: [UInt16])] = []
        wide.forEachPart(of: 0..<wide.count) { rows, extras in
            for (number, row) in rows.enumerated() {
                let own = Array(UnsafeBufferPointer(start: extras + number * extraCount, count: extraCount))
                if isTaken(row) { taken.append((row, own)) } else { kept.append((row, own)) }
            }
        }
        guard !taken.isEmpty else { return [] }
        wide.removeAll(givingBack: false)
        for (row, extras) in kept { wide.append(row, extras) }
        return taken
    }

    /// Forgets all rows; their memory is the arena's, or goes back to the system at once.
    func removeAll(givingBack givesBack: Bool) {
        packed.removeAll(givingBack: givesBack)
        wide.removeAll(givingBack: givesBack)
    }

    /// Every row with its extras.
    @inline(__always)
    func forEachWithExtras(_ body: (Row, UnsafePointer<UInt16>) -> Void) {
        packed.forEachPart(of: 0..<packed.count) { rows, extras in
            for (place, row) in rows.enumerated() { body(Row(row), extras + place &* extraCount) }
        }
        wide.forEachPart(of: 0..<wide.count) { rows, extras in
            for (place, row) in rows.enumerated() { body(row, extras + place &* extraCount) }
        }
    }

    /// Every row that is not packed.
    func forEachWide(_ body: (Row) -> Void) {
        wide.forEachPart(of: 0..<wide.count) { rows, _ in for row in rows { body(row) } }
    }

    /// Every row.
    @inline(__always)
    func forEach(_ body: (Row) -> Void) { forEachWithExtras { row, _ in body(row) } }
}

extension Row {
    @inline(__always)
    init(_ row: PackedRow) {
        self.init(
            order: row.order, micros: row.micros, customer: row.customer, minute: row.minute, flags: row.flags)
    }
}
