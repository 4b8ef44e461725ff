// Lines whose fields are written in the usual way are read column by column: a loop over one kind of value is several
// times as fast as all kinds in turn. Every other line is read as a whole, in its place among the others.
extension RowReader {
    /// Whether the layout asks for nothing that needs a line as a whole.
    func canReadPlainly() -> Bool {
        layout.filters.isEmpty && layout.adjustments.isEmpty && layout.statuses.count <= 1 && layout.refundOf < 0
            && layout.refundedAmount < 0 && layout.time < 0 && layout.date >= 0 && options.rates == nil
            && !identity.isEmpty && identity[0].role != .phone
    }

    /// Reads the lines of the usual width that come next; false when there are none.
    mutating func readPlainLines() -> Bool {
        let lines = scanner.nextLines(linesAtOnce)
        if lines.count == 0 { return false }
        readColumns(lines)
        var row = 0
        while row < lines.count {
            let end = endOfRun(from: row, in: lines)
            if end > row {
                take(row..<end, of: lines)
                row = end
            } else {
                scanner.go(to: row, of: lines)
                readRecord()
                if batchCount >= Self.batchSize - 2 { flush() }
                row &+= 1
            }
        }
        return true
    }

    /// Where the rows end, from `start` on, whose values are all there, and of the currency and state of the rows before.
    private mutating func endOfRun(from start: Int, in lines: RecordScanner.Lines) -> Int {
        // Rows read as a whole may have changed what the columns were compared with.
        let currency = layout.currency < 0 ? Self.noCurrencyKey : plainCurrencyKey
        guard lastCurrencyKey == currency else { return start }
        var end = start
        while end < lines.count, columns.isPlain[end] != 0 {
            if hasStatuses, !statuses[0].countsAgain(columns.statuses[end]) { break }
            end &+= 1
        }
        return end
    }

    private mutating func readColumns(_ lines: RecordScanner.Lines) {
        columns.begin(lines.count)
        readDates(lines)
        switch layout.amount {
        case .column(let column, _): readAmounts(column, lines)
        case .product(let quantity, let unitPrice): readProducts(quantity, unitPrice, lines)
        }
        if layout.order >= 0 { readOrders(lines) }
        readCustomers(lines)
        if layout.currency >= 0 { readCurrencies(lines) }
        if hasStatuses { readStatuses(lines) }
    }

    private mutating func readDates(_ lines: RecordScanner.Lines) {
        let column = layout.date
        let plain = columns
        var last = dates.last
        defer { dates.last = last }
        let asOfMinute = asOfMinute
        lines.forEach(column) { row, field in
            guard let moment = dates.plain(field, &last), moment.minutes < asOfMinute else {
                plain.isPlain[row] = 0
                return
            }
            plain.minutes[row] = moment.minutes
            if !moment.hasTime { plain.flags[row] = .dayOnly }
        }
    }

    private mutating func readAmounts(_ column: Int, _ lines: RecordScanner.Lines) {
        let amounts = amounts
        let plain = columns
        lines.forEach(column) { row, field in
            let amount = amounts.plain(field)
            plain.micros[row] = amount ?? 0
            if amount == nil { plain.isPlain[row] = 0 }
        }
    }

    private mutating func readProducts(_ quantity: Int, _ unitPrice: Int, _ lines: RecordScanner.Lines) {
        let amounts = amounts
        let plain = columns
        readAmounts(unitPrice, lines)
        lines.forEach(quantity) { row, field in
            // Whole pieces: anything else is rounded with care.
            guard let count = amounts.plain(field), count % 1_000_000 == 0 else {
                plain.isPlain[row] = 0
                return
            }
            let (product, overflow) = (count / 1_000_000).multipliedReportingOverflow(by: plain.micros[row])
            if overflow || product.magnitude >= UInt64(Amount.limit) { plain.isPlain[row] = 0 }
            plain.micros[row] = product
            if field[0] == UInt8(ascii: "-") { plain.flags[row].insert(.negativeQuantity) }
        }
    }

    private mutating func readOrders(_ lines: RecordScanner.Lines) {
        let column = layout.order
        let plain = columns
        lines.forEach(column) { row, id in
            guard id.count > 0, id[0] != UInt8(ascii: "0"), let number = id.digits else {
                plain.isPlain[row] = 0
                return
            }
            plain.orders[row] = number
        }
    }

    /// Numbers, and texts that this worker knows in just this form.
    private mutating func readCustomers(_ lines: RecordScanner.Lines) {
        let (column, role) = identity[0]
        let needsSign = role == .email && knowsOtherTexts
        let plain = columns
        var hasTexts = false
        lines.forEach(column) { row, id in
            if role == .customer, id.count > 0, id[0] != UInt8(ascii: "0"), let number = id.digits {
                plain.customers[row] = number
            } else {
                // A word that is no address may be known from another column or file.
                if id.isEmpty || needsSign && !id.contains(UInt8(ascii: "@")) { plain.isPlain[row] = 0 }
                (plain.customers[row], plain.checks[row]) = Hashing.text(id)
                (plain.texts[row], plain.textCounts[row]) = (id.start, Int32(truncatingIfNeeded: id.count))
                hasTexts = true
            }
            plain.hashes[row] = Hashing.spread(plain.customers[row])
        }
        if hasTexts { findTexts(lines.count) }
    }

    /// Puts the codes of texts in place of their hashes.
    private mutating func findTexts(_ count: Int) {
        let plain = columns
        // The slots are touched once without waiting for the one before.
        var touched: UInt64 = 0
        for row in 0..<count where plain.customers[row] & Hashing.textMark != 0 {
            let shard = hot + shard(of: plain.hashes[row])
            touched ^= shard.pointee.slots[Int(truncatingIfNeeded: plain.hashes[row]) & shard.pointee.mask].key
        }
        lastTouched = touched
        for row in 0..<count where plain.customers[row] & Hashing.textMark != 0 {
            let shard = hot + shard(of: plain.hashes[row])
            let place = KeyTable.place(
                of: plain.customers[row], check: plain.checks[row], hash: plain.hashes[row],
                slots: shard.pointee.slots, mask: shard.pointee.mask)
            var code = shard.pointee.slots[place].code
            if code == KeyTable.vacant { code = codeOfNewAddress(row) }
            plain.customers[row] = Hashing.textMark | UInt64(code)
        }
    }

    /// Keeps a new text if it is an address in its one form; others are looked at when the row is read as a whole.
    @inline(never)
    private mutating func codeOfNewAddress(_ row: Int) -> UInt32 {
        let text = Bytes(columns.texts[row], count: Int(columns.textCounts[row]))
        guard columns.isPlain[row] != 0, Self.isPlainAddress(text), !Placeholder.isPlaceholder(text) else {
            columns.isPlain[row] = 0
            return KeyTable.vacant
        }
        let key = CustomerKey(key: columns.customers[row], check: columns.checks[row])
        return code(of: text, key, shard: shard(of: columns.hashes[row]))
    }

    private mutating func readCurrencies(_ lines: RecordScanner.Lines) {
        let column = layout.currency
        let plain = columns
        let known = lastCurrencyKey
        plainCurrencyKey = known
        lines.forEach(column) { row, text in
            if text.count &- 1 >= 8 || Self.currencyKey(of: text) != known { plain.isPlain[row] = 0 }
        }
    }

    private mutating func readStatuses(_ lines: RecordScanner.Lines) {
        let column = layout.statuses[0].column
        let plain = columns
        lines.forEach(column) { row, field in
            let status = field.trimmed
            if status.isEmpty { plain.isPlain[row] = 0 }
            plain.statuses[row] = Hashing.text(status).key
        }
    }

    /// Takes in rows whose values are all there.
    private mutating func take(_ rows: Range<Int>, of lines: RecordScanner.Lines) {
        lastCurrency.rows &+= rows.count
        accepted &+= rows.count
        if layout.order >= 0 { noteOrders(rows) } else { for row in rows { stretch.add(columns.micros[row]) } }
        if extraCount > 0 { return takeWithExtras(rows, of: lines) }
        let plain = columns
        let hot = hot
        let shardMask = unidentifiedShard &- 1
        for row in rows {
            let number = Int(truncatingIfNeeded: plain.hashes[row] >> 56) & shardMask
            let packed = PackedRow(
                order: plain.orders[row], micros: plain.micros[row], customer: plain.customers[row],
                minute: plain.minutes[row], flags: plain.flags[row])
            guard let packed, hot[number].cursors.packed.left > 0 else {
                append(plain.row(row), to: number, extras: batchExtras)
                continue
            }
            hot[number].cursors.packed.append(packed)
        }
    }

    private mutating func takeWithExtras(_ rows: Range<Int>, of lines: RecordScanner.Lines) {
        for row in rows {
            scanner.go(to: row, of: lines)
            batch[batchCount].minute = columns.minutes[row]
            batch[batchCount].micros = columns.micros[row]
            readExtras(batchCount)
            if let details { keepPlainDetail(row, details) }
            append(
                columns.row(row), to: shard(of: columns.hashes[row]),
                extras: batchExtras + batchCount &* extraCount)
        }
    }

    private mutating func noteOrders(_ rows: Range<Int>) {
        let orders = columns.orders
        noteOrder(orders[rows.lowerBound])
        note.lastOrder = orders[rows.upperBound &- 1]
        guard note.ascends else { return }
        // Counted without a branch: in a shuffled file none could be foreseen.
        var falls = 0
        for row in rows.dropFirst() { falls &+= orders[row] <= orders[row &- 1] ? 1 : 0 }
        if falls > 0 { note.ascends = false }
    }
}
