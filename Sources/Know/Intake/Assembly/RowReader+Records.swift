// Unsafe memory: a field's text is put together in room for the whole record, with padding.

// One record as a whole: its fields, its parts in turn, and what becomes of it.
extension RowReader {
    @inline(__always)
    mutating func field(_ column: Int) -> Bytes {
        let field = markedField(column)
        return chunkHasMarks ? unmarked(field) : field
    }

    /// The field with the mark of its currency, where it has one.
    @inline(__always)
    mutating func markedField(_ column: Int) -> Bytes {
        guard column >= 0, column < scanner.fieldCount, column < scanner.fieldLimit else {
            return Bytes(base, count: 0)
        }
        let start = Int(scanner.starts[column])
        let raw = Bytes(base + start, count: Int(scanner.ends[column]) - start)
        return scanner.hasDoubledQuotes ? unescaped(raw).trimmed : raw.trimmed
    }

    /// No field.
    var nothing: Bytes { Bytes(base, count: 0) }

    /// A field with doubled quotes, each pair made one.
    mutating func unescaped(_ raw: Bytes) -> Bytes {
        var hasPair = false
        for place in 0..<raw.count where raw[place] == UInt8(ascii: "\"") { hasPair = true }
        guard hasPair else { return raw }
        let text = newScratch(raw.count)
        var count = 0
        var place = 0
        while place < raw.count {
            text[count] = raw[place]
            count += 1
            place += raw[place] == UInt8(ascii: "\"") ? 2 : 1
        }
        return Bytes(text, count: count)
    }

    /// Room for a text of `count` bytes, with the padding that loads of eight bytes need.
    mutating func newScratch(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        let text = UnsafeMutablePointer<UInt8>.allocate(capacity: count + StructuralIndex.padding)
        (text + count).initialize(repeating: 0, count: StructuralIndex.padding)
        scratch.append(text)
        scratchCount += 1
        return text
    }

    mutating func reject(_ reason: RejectReason) {
        let place = Self.place(of: reason)
        rejected[place] += 1
        if layout.order < 0 { noteRejectedMoney(reason) }
        amounts.forgetCurrency()
        // A worker meets the rows in the file's order, so the first ones of all are among each worker's first.
        if let limit = options.keptRejects, keptRejects[place] >= limit { return }
        keptRejects[place] += 1
        yield.rejects.append(rejectedRecord(reason))
    }

    mutating func rejectedRecord(_ reason: RejectReason) -> RowYield.Reject {
        var end = scanner.recordEnd
        if end > scanner.recordStart, base[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        var text = Bytes(base + scanner.recordStart, count: end - scanner.recordStart).text
        if chunkHasMarks { text = CurrencyMark.shown(in: text) }
        return RowYield.Reject(
            file: file, chunk: chunkNumber, line: scanner.recordLine, reason: reason, text: text)
    }

    mutating func ignore(_ reason: IgnoreReason) {
        ignored[Self.place(of: reason)] += 1
        if layout.order < 0 { noteIgnoredMoney(reason) }
        amounts.forgetCurrency()
        guard reason == .filtered || reason == .afterAsOf else { return }
        let order = orderKey()
        if let order, order != leftOutOrder || reason != leftOutReason {
            if reason == .filtered { yield.filteredOrders.append(order) } else { yield.laterOrders.append(order) }
        }
        leftOutOrder = order
        leftOutReason = reason
    }

    static let rejectPlaces = Dictionary(
        uniqueKeysWithValues: RejectReason.allCases.enumerated().map { ($1, $0) })
    static let ignorePlaces = Dictionary(
        uniqueKeysWithValues: IgnoreReason.allCases.enumerated().map { ($1, $0) })
    static func place(of reason: RejectReason) -> Int { rejectPlaces[reason] ?? 0 }
    static func place(of reason: IgnoreReason) -> Int { ignorePlaces[reason] ?? 0 }

    @inline(__always)
    mutating func readRecord() {
        if let reason = brokenRecord() { return reject(reason) }
        if hasFilters || scanner.fieldCount == 1 || field(layout.date).isEmpty {
            if isBlank() { return ignore(.blank) }
            if !passesFilters() {
                return isRepeatedHeader() ? ignore(.repeatedHeader) : ignore(.filtered)
            }
        }
        var flags: Row.Flags = []
        var isRefund = false
        if hasStatuses {
            switch statusRule() {
            case .count: break
            case .exclude: return exclude()
            case .reverse: flags.insert(.reversed)
            case .refund: isRefund = true
            }
        }
        if hasStatuses, hasNoStatus { flags.insert(.noStatus) }
        let order = orderKey()
        let money = amount()
        let minute: Int32
        switch dates.read(field(layout.date), time: field(layout.time)) {
        case .moment(let minutes, let hasTime):
            minute = minutes
            if !hasTime { flags.insert(.dayOnly) }
        case let outcome: return rejectDate(outcome, money: money, hasOrder: order != nil)
        }
        if minute >= asOfMinute { return ignore(.afterAsOf) }
        if layout.order >= 0, order == nil { return reject(isTotalsRow() ? .totalsRow : .missingOrder) }
        if let order, order & Hashing.textMark != 0, TotalsRow.isNamed(by: field(layout.order)) {
            return reject(.totalsRow)
        }
        var micros: Int64
        // A row that says `refunded` and has negative money is the refund, not the order.
        if flags.contains(.reversed), case .amount(let value) = money, value < 0 {
            flags.remove(.reversed)
            isRefund = true
        }
        if isRefund { flags.insert(.ownRefund) }
        switch money {
        case .amount(let value): micros = isRefund && value > 0 ? 0 &- value : value
        case .blank:
            guard order != nil, !isRefund, case .column(_, isLine: false) = layout.amount else {
                return reject(.missingAmount)
            }
            micros = 0
            flags.insert(.blankAmount)
            // One row an order would be the end of it; the order's other rows are looked for.
            note.ascends = false
        case .unreadable:
            noteOtherMark()
            return reject(.unreadableAmount)
        case .tooLarge: return reject(.amountTooLarge)
        }
        if hasNegativeQuantity { flags.insert(.negativeQuantity) }
        if details != nil { own = OwnMoney(micros: micros) }
        if !flags.contains(.blankAmount) || layout.currency >= 0 && !field(layout.currency).isEmpty {
            switch currency(on: minute, &micros) {
            case .some(let reason): return reject(reason)
            case .none: break
            }
        }
        finish(order: order ?? 0, micros: micros, minute: minute, flags: flags)
    }

    /// Sets what was given back against a row that is an order of its own: without order ids the two would not find
    /// each other later.
    mutating func settle(_ refunded: inout Int64, with micros: Int64, _ flags: inout Row.Flags) {
        if micros > 0, 0 &- refunded >= micros { flags.insert(.reversed) }
        if flags.contains(.reversed) { refunded = min(0, refunded + max(0, micros)) }
    }

    /// Takes in a row whose own fields are right, once its customer is known.
    @inline(__always)
    mutating func finish(order: UInt64, micros: Int64, minute: Int32, flags: Row.Flags) {
        var flags = flags
        var order = order
        var micros = micros
        let start = batchCount
        let totals = layout.order < 0 ? totalsName().verdict : .isNone
        if totals == .isCertain { return reject(.totalsRow) }
        guard identify(start) else { return reject(.unreadableEmail) }
        var refunded: Int64 = 0
        if layout.refundedAmount >= 0 {
            let money = refundedAmount(on: minute)
            if refundIsForeign(flags) { return reject(.contradictoryCurrency) }
            switch money {
            case .amount(let value): refunded = value
            case .blank: break
            case .unreadable: return reject(.unreadableAmount)
            case .tooLarge: return reject(.amountTooLarge)
            }
        }
        if layout.order < 0, refunded < 0 { settle(&refunded, with: micros, &flags) }
        if layout.refundOf >= 0, nameRefundedOrder(&order, &micros, &flags), flags.contains(.blankAmount) {
            return reject(.missingAmount)
        }
        accepted &+= 1
        if options.rates != nil, !flags.contains(.blankAmount) { noteConversion() }
        if flags.contains(.blankAmount) {
            if yield.blankAmounts.count < RowYield.keptTexts {
                yield.blankAmounts.append(.init(order: order, reject: rejectedRecord(.missingAmount)))
            }
        }
        if layout.order >= 0 { noteOrder(order) }
        batch[start].order = order
        batch[start].micros = micros
        batch[start].minute = minute
        batch[start].flags = flags
        if extraCount > 0 { readExtras(start) }
        if let details { keepDetail(batch[start], details) }
        if totals != .isNone, yield.possibleTotals.count < RowYield.keptTexts {
            return holdBack(start, refunded: refunded)
        }
        if layout.order < 0 { stretch.add(micros) }
        batchCount &+= 1
        if refunded < 0 {
            // The money given back for this order is a document of its own that names it.
            batch[batchCount] = batch[start]
            batch[batchCount].micros = refunded
            batch[batchCount].flags.formUnion([.ownRefund, .copy])
            batch[batchCount].flags.remove(.blankAmount)
            let target = batchExtras + batchCount * extraCount
            target.update(from: batchExtras + start * extraCount, count: extraCount)
            note.ascends = false
            batchCount &+= 1
        }
    }
}
