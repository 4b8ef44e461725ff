// Unsafe memory: rows within a range, a part of the buffer's indices; a row's extras are as many as the layout has.

/// The rows of each of a share's documents, noted while these are written.
struct DocumentNotes {
    /// `RowMark.word` of the documents' rows, and where those of each document end.
    private(set) var marks: [UInt64] = []
    private(set) var ends: [Int] = []
    /// By document, of rows without a customer: the stream of their details.
    private(set) var streams: [Int] = []
    /// Rows that were left out with their order.
    var leftOut: [(order: UInt64, mark: RowMark)] = []
    /// Which of the orders that have rows without date and amount are here.
    private(set) var continuedOrders: Set<UInt64> = []

    /// Notes the rows of the next document.
    mutating func add(_ document: Document, _ shard: MergedShard, _ extras: RowLayout.Extras) {
        let first = marks.count
        for place in document.rows {
            let row = shard.rows[place]
            guard row.part == document.part else { continue }
            let mark = Self.mark(of: row, shard, extras)
            marks.append((row.flags.contains(.copy) ? mark.asCopy : mark).word)
        }
        if marks.count == first {
            // A line that was given back of an order that stands: the row is the order's.
            for place in document.rows { marks.append(Self.mark(of: shard.rows[place], shard, extras).asCopy.word) }
        }
        ends.append(marks.count)
    }

    /// Notes where the details of the document that was added last are, whose customer is not known.
    mutating func addStream(of document: Document, _ streams: RowStreams) {
        self.streams.append(streams.ofNobody(order: document.order, minute: document.minute))
    }

    mutating func noteContinued(_ order: UInt64) { continuedOrders.insert(order) }

    /// The marks of a document's rows.
    func rows(of document: Int) -> ArraySlice<UInt64> {
        marks[(document == 0 ? 0 : ends[document - 1])..<ends[document]]
    }

    static func mark(of row: SortedRow, _ shard: MergedShard, _ extras: RowLayout.Extras) -> RowMark {
        guard let extra = extras.markExtra else { return RowMark(word: 0) }
        let base = Int(row.extra) * extras.count + extra
        return RowMark { shard.extras[base + $0] }
    }
}

extension DocumentRule {
    /// Tells apart which rows of an order belong to which of its documents: each refund has the rows of its moment, the
    /// order all others.
    static func share(
        _ rows: UnsafeMutableBufferPointer<SortedRow>, _ range: Range<Int>, among documents: inout ArraySlice<Document>
    ) {
        let hasOrder = range.contains { rows[$0].flags.isDisjoint(with: [.namedRefund, .ownRefund, .blankAmount]) }
        if hasOrder, documents.count == 1 { return }
        for (part, place) in documents.indices.enumerated() { documents[place].part = UInt16(clamping: part) }
        let refunds = hasOrder ? documents.dropFirst() : documents
        for place in range {
            let isRefund = !rows[place].flags.isDisjoint(with: .anyRefund)
            let own = isRefund ? refunds.first { $0.minute == rows[place].minute } : nil
            // Rows without an amount are rejected with an order that has none.
            rows[place].part = own?.part ?? (isRefund || hasOrder ? 0 : .max)
        }
    }
}
