// Unsafe memory: slices between two places of the share's rows; a row's extras are as many as the layout has.

import Ledger

/// Turns the rows of one shard into documents and writes them into the ledger's columns.
struct ShardWriter {
    let rule: DocumentRule
    let extras: RowLayout.Extras
    let target: Columns.Target
    /// Where the shard's stretch of the columns begins.
    let base: Int
    let rounding: HundredsRounding

    /// The rows of the documents, where these are asked for.
    var notes = DocumentNotes()
    private var documents: [Document] = []
    /// Every order id once a customer.
    var orders = OrderIDs()
    var packedDocuments: [PackedDocument] = []
    var written = 0
    private var magnitude: UInt64? = 0
    var findings = DocumentRule.Findings()

    /// Orders that have rows without date and amount, where documents are asked for.
    var continuedOrders: Set<UInt64> = []
    /// Where the details of rows without a customer are, when these are written.
    var nobodysStreams: RowStreams?

    init(rule: DocumentRule, extras: RowLayout.Extras, target: Columns.Target, base: Int) {
        self.rule = rule
        self.extras = extras
        self.target = target
        self.base = base
        rounding = HundredsRounding(minorDigits: rule.minorDigits)
    }

    /// Writes all documents of a shard, customer by customer.
    mutating func write(_ shard: MergedShard, texts shards: [CustomerShard]) -> AssembledShard {
        var result = AssembledShard()
        result.counts.reserveCapacity(shard.customers.count)
        result.keys.reserveCapacity(shard.customers.count)
        for (place, number) in shard.order.enumerated() {
            let customer = shard.customers[Int(number)]
            let range = shard.starts[place]..<shard.starts[place + 1]
            let before = written
            if shard.isPacked {
                if rule.merges { mergePacked(shard, range) } else { writePacked(shard, range) }
            } else if rule.merges {
                collect(shard, range)
                for document in documents { write(document, shard) }
            } else {
                shard.sort(shard.rows, range, by: SortedRow.isEarlier)
                settleTies(shard, range)
                for row in range { write(rule.document(of: shard.rows[row], at: row), shard) }
            }
            // All rows of a customer may turn out to have no amount.
            guard written > before else { continue }
            result.counts.append(UInt32(written - before))
            result.keys.append(customer.key.key)
            if customer.text.worker >= 0 {
                result.texts.append(shards[Int(customer.text.worker)].text(Int(customer.text.number)))
            }
        }
        result.documents = written
        result.orders = orders
        result.findings = findings
        result.magnitude = magnitude
        result.notes = notes
        return result
    }

    /// Adds up the documents of the rows without a customer.
    mutating func unidentified(_ shard: MergedShard) -> UnidentifiedDocuments {
        var result = UnidentifiedDocuments()
        let range = 0..<shard.rows.count
        if rule.merges {
            collect(shard, range)
        } else {
            if extras.hasMarks {
                shard.sort(shard.rows, range, by: SortedRow.isEarlier)
                settleTies(shard, range)
            }
            documents = range.map { rule.document(of: shard.rows[$0], at: $0) }
        }
        for document in documents {
            addMagnitude(document.minorUnits.magnitude)
            guard magnitude != nil else { break }
            switch document.kind {
            case .order:
                result.sales.orders += 1
                result.sales.grossMinorUnits += document.minorUnits
                let day = Self.day(document.minute)
                result.sales.firstDay = min(result.sales.firstDay ?? .max, day)
                result.sales.lastDay = max(result.sales.lastDay ?? .min, day)
            case .refund: result.sales.refundMinorUnits -= document.minorUnits
            case .reversed: break
            }
        }
        if extras.hasMarks { for document in documents { put(document, shard) } }
        result.findings = findings
        result.magnitude = magnitude
        result.documents = written
        result.notes = notes
        return result
    }

    /// The documents of `range`, sorted by time, in `documents`.
    private mutating func collect(_ shard: MergedShard, _ range: Range<Int>) {
        documents.removeAll(keepingCapacity: true)
        shard.sort(shard.rows, range, by: SortedRow.isBeforeByOrder)
        settleTies(shard, range)
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            let order = shard.rows[start].order
            // A file without order ids may stand beside one that has them: there each row is an order.
            while order != 0, end < range.upperBound, shard.rows[end].order == order { end += 1 }
            if !rule.excludedOrders.isEmpty, rule.isExcluded(order) {
                start = dropRowsWithoutStatus(shard, start..<end)
                if start == end { continue }
            }
            let first = shard.rows[start]
            // A refund may name another customer's order; that is no conflict.
            if order != 0, (start..<end).contains(where: { !shard.rows[$0].flags.contains(.namedRefund) }) {
                orders.append(order)
            }
            if end == start + 1, first.flags.isDisjoint(with: [.blankAmount, .namedRefund]) {
                documents.append(rule.document(of: first, at: start))
            } else {
                let first = documents.count
                let latest = latestFile(shard, start..<end)
                rule.merge(shard.rows, latest, into: &documents, findings: &findings)
                if extras.hasMarks { DocumentRule.share(shard.rows, latest, among: &documents[first...]) }
            }
            start = end
        }
        var isSorted = true
        for place in 1..<max(1, documents.count)
        where Document.isEarlier(documents[place], documents[place - 1]) {
            isSorted = false
            break
        }
        if !isSorted { documents.sort(by: Document.isEarlier) }
    }

    /// Puts rows that only differ in what stands beside them into one order, whichever came first.
    private func settleTies(_ shard: MergedShard, _ range: Range<Int>) {
        let count = extras.count
        guard count > 0, let base = shard.extras.baseAddress else { return }
        func isBefore(_ left: SortedRow, _ right: SortedRow) -> Bool {
            let (left, right) = (base + Int(left.extra) * count, base + Int(right.extra) * count)
            for place in 0..<count where left[place] != right[place] { return left[place] < right[place] }
            return false
        }
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound, !SortedRow.isEarlier(shard.rows[start], shard.rows[end]),
                !SortedRow.isEarlier(shard.rows[end], shard.rows[start])
            { end += 1 }
            if end - start > 1 {
                var ties = UnsafeMutableBufferPointer(rebasing: shard.rows[start..<end])
                ties.sort(by: isBefore)
            }
            start = end
        }
    }

    @inline(__always)
    private mutating func write(_ document: Document, _ shard: MergedShard) {
        addMagnitude(document.minorUnits.magnitude)
        put(document, shard)
    }

    /// Puts a document into the columns.
    @inline(__always)
    private mutating func put(_ document: Document, _ shard: MergedShard) {
        let place = base &+ written
        let day = Self.day(document.minute)
        target.days[place] = day
        target.minutes[place] =
            document.dayOnly ? Ledger.noMinute : UInt16(truncatingIfNeeded: document.minute &- day &* 1_440)
        target.minorUnits[place] = document.minorUnits
        target.kinds[place] = document.kind
        if extras.count > 0 { writeExtras(document, shard, place) }
        written &+= 1
    }

    @inline(__always)
    mutating func addMagnitude(_ minorUnits: UInt64) {
        guard let sum = magnitude else { return }
        let (total, overflow) = sum.addingReportingOverflow(minorUnits)
        magnitude = overflow ? nil : total
    }

    /// Moves the rows that say nothing of an excluded order's state to the front and returns where the others begin.
    private mutating func dropRowsWithoutStatus(_ shard: MergedShard, _ range: Range<Int>) -> Int {
        let kept = range.map { shard.rows[$0] }.filter { !$0.flags.contains(.noStatus) }
        let start = range.upperBound - kept.count
        let dropped = range.count {
            shard.rows[$0].flags.isSuperset(of: .noStatus) && !shard.rows[$0].flags.contains(.ownRefund)
        }
        if extras.hasMarks { noteDropped(shard, range) }
        for (place, row) in kept.enumerated() { shard.rows[start + place] = row }
        // What a row gives back stands in a row of its own, and is no row of the file.
        findings.excludedRows += dropped
        return start
    }

    private mutating func noteDropped(_ shard: MergedShard, _ range: Range<Int>) {
        for place in range where shard.rows[place].flags.intersection([.noStatus, .copy]) == .noStatus {
            let row = shard.rows[place]
            notes.leftOut.append((row.order, DocumentNotes.mark(of: row, shard, extras)))
        }
    }

    private mutating func note(_ document: Document, _ shard: MergedShard) {
        notes.add(document, shard, extras)
        if let streams = nobodysStreams { notes.addStream(of: document, streams) }
        if continuedOrders.contains(document.order) { notes.noteContinued(document.order) }
    }

    /// A document's dimensions are the first in order that its rows give.
    private mutating func writeExtras(_ document: Document, _ shard: MergedShard, _ place: Int) {
        for dimension in extras.dimensions.indices {
            var code = UInt16.max
            for row in document.rows {
                let own = shard.extras[Int(shard.rows[row].extra) * extras.count + dimension]
                if own > 0 { code = min(code, own) }
            }
            target.codes[dimension * target.capacity + place] = code == .max ? 0 : code
        }
        if extras.hasCosts { writeContribution(document, shard, place) }
        if extras.hasMarks { note(document, shard) }
    }

    @inline(__always)
    static func day(_ minute: Int32) -> Int32 {
        minute >= 0 ? minute / 1_440 : (minute &- 1_439) / 1_440
    }
}
