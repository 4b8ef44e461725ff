import Domain

/// Reads the records of chunks for one worker.
///
/// A value that is never copied: its parts are touched for every row, and a value's need no checks.
/// Unsafe memory: `batch` holds `batchSize` rows, `hot` one entry a shard, and the texts in `scratch` live until the
/// batch is flushed.
struct RowReader: ~Copyable {
    let options: IntakeOptions
    let shards: [CustomerShard]
    /// What is handed over at the end.
    var yield = RowYield()
    let extraCount: Int
    let asOfMinute: Int32

    var layout: RowLayout
    /// The layout's lists, as memory that is read without being retained.
    var identity: UnsafeMutableBufferPointer<(column: Int, role: ColumnRole)>
    var hasFilters = false
    var hasStatuses = false
    var hasAdjustments = false
    var file = 0
    var scanner = RecordScanner(delimiter: 44, fieldLimit: 1)
    var dates: DateReader
    var amounts: AmountReader
    var rejectsInvalidText = false
    var chunkHasInvalidText = false
    var base: UnsafePointer<UInt8>
    var chunkNumber = 0

    var accepted = 0
    var rejected = [Int](repeating: 0, count: RejectReason.allCases.count)
    var ignored = [Int](repeating: 0, count: IgnoreReason.allCases.count)
    var currencyRows: [String: Int] = [:]
    var currencies: [UInt64: RowCurrency] = [:]
    var lastCurrencyKey: UInt64 = 0
    var lastCurrency = RowCurrency(code: "", currency: nil, rows: 0)
    var statuses: [StatusCache] = []
    /// The order whose row a filter or the as-of day left out last: its further rows may have no more than its id.
    var leftOutOrder: UInt64?
    var leftOutReason = IgnoreReason.filtered
    /// The order of the row above in its chunk, and what its rows on end say of the filters.
    var runOrder: UInt64?
    var runVerdict = OrderVerdict()
    /// How many rejected rows were kept, by reason.
    var keptRejects = [Int](repeating: 0, count: RejectReason.allCases.count)
    var evidence = RowYield.Evidence()

    var note = RowYield.ChunkNote(
        file: 0, chunk: 0, lineFeeds: 0, firstOrder: 0, lastOrder: 0, ascends: true)

    let dimensionCodes: [DimensionBox]
    let batch: UnsafeMutablePointer<Pending>
    let batchExtras: UnsafeMutablePointer<UInt16>
    var batchCount = 0
    /// Kept so that the touching of slots is not optimised away.
    var lastTouched: UInt64 = 0
    static let batchSize = 256
    /// Texts made while reading (lower-cased, unescaped) that live until the batch is flushed.
    var scratch: [UnsafeMutablePointer<UInt8>] = []
    var scratchCount = 0
    let hot: UnsafeMutablePointer<HotShard>
    /// The share of the rows without a customer; the others are the numbers below.
    let unidentifiedShard: Int
    /// Eight bytes that stand for a field that is not there.
    let nothing8: UnsafeMutablePointer<UInt8>

    struct RowCurrency {
        var code: String
        var currency: Currency?
        var rows: Int
        var converted = 0
    }

    /// Whether lines of the usual width are read column by column.
    var readsPlainly = false
    let linesAtOnce: Int
    let columns: PlainRows
    /// The currency that the columns were compared with.
    var plainCurrencyKey: UInt64 = 0

    /// A row whose customer has not been looked up.
    struct Pending {
        var key: UInt64
        var order: UInt64
        var micros: Int64
        var text: UnsafePointer<UInt8>
        var textCount: Int32
        var check: UInt32
        var minute: Int32
        var flags: Row.Flags
        var isIdentified: Bool
    }

    /// Holds a table that cannot be copied.
    final class DimensionBox {
        var codes: DimensionCodes

        init(_ values: [String]) { codes = DimensionCodes(values) }
    }

    init(extras: RowLayout.Extras, options: IntakeOptions, shards: [CustomerShard], linesAtOnce: Int) {
        self.linesAtOnce = min(linesAtOnce, PlainRows.capacity)
        self.options = options
        self.shards = shards
        extraCount = extras.count
        asOfMinute = options.asOf.map { Int32(clamping: (Int64($0.number) + 1) * 1_440) } ?? .max
        let nothing = OrderFilePlan(
            delimiter: 44, header: [], columns: [:], identity: [], dateFormat: nil, decimalMark: nil,
            amount: .column(0, isLine: false))
        // A plan without filters has a layout.
        guard let layout = try? RowLayout(nothing, extras: extras, filters: []) else {
            preconditionFailure("a plan without filters has a layout")
        }
        self.layout = layout
        identity = .allocate(capacity: 0)
        dates = DateReader(format: nil, zone: .utc)
        amounts = AmountReader(mark: nil)
        dimensionCodes = extras.dimensions.map { DimensionBox(extras.values[$0] ?? []) }
        batch = .allocate(capacity: Self.batchSize)
        batchExtras = .allocate(capacity: Self.batchSize * max(1, extraCount))
        batchExtras.initialize(repeating: 0, count: Self.batchSize * max(1, extraCount))
        nothing8 = .allocate(capacity: 8)
        nothing8.initialize(repeating: 0, count: 8)
        base = UnsafePointer(nothing8)
        columns = PlainRows.allocate(nothing8)
        unidentifiedShard = shards.count - 1
        hot = .allocate(capacity: shards.count)
        for (number, shard) in shards.enumerated() {
            // No row has come yet: the first asks for a block.
            (hot + number).initialize(
                to: HotShard(
                    shard: Unmanaged.passUnretained(shard), slots: shard.table.slots, mask: shard.table.mask,
                    cursors: RowBlocks.Cursors(full: nothing8)))
        }
    }

    deinit {
        batch.deallocate()
        batchExtras.deallocate()
        hot.deallocate()
        identity.deallocate()
        nothing8.deallocate()
        columns.deallocate()
        for text in scratch { text.deallocate() }
    }

    mutating func begin(_ layout: RowLayout, file: Int, zone: ZoneTable, rejectsInvalidText: Bool) {
        let plan = layout.plan
        self.layout = layout
        columns.orders.update(repeating: 0, count: PlainRows.capacity)
        identity.deallocate()
        identity = .allocate(capacity: layout.identity.count)
        _ = identity.initialize(from: layout.identity)
        hasFilters = !layout.filters.isEmpty
        hasStatuses = !layout.statuses.isEmpty
        hasAdjustments = !layout.adjustments.isEmpty
        readsPlainly = linesAtOnce > 0 && canReadPlainly()
        self.file = file
        self.rejectsInvalidText = rejectsInvalidText
        scanner = RecordScanner(delimiter: plan.delimiter, fieldLimit: max(1, plan.header.count))
        dates = DateReader(format: plan.dateFormat, zone: zone)
        amounts = AmountReader(mark: plan.decimalMark)
        evidence = RowYield.Evidence()
        leftOutOrder = nil
        statuses = layout.statuses.map { _ in StatusCache() }
    }

    mutating func endFile() {
        var accounting = Accounting()
        accounting.accepted = accepted
        for (reason, count) in zip(RejectReason.allCases, rejected) where count > 0 {
            accounting.rejectedByReason[reason] = count
        }
        for (reason, count) in zip(IgnoreReason.allCases, ignored) where count > 0 {
            accounting.ignoredByReason[reason] = count
        }
        accounting.rows = accepted + accounting.rejected + accounting.ignored
        yield.accounting.add(accounting)
        for (number, shard) in shards.enumerated() {
            shard.rows.close(hot[number].cursors)
        }
        accepted = 0
        rejected = rejected.map { _ in 0 }
        ignored = ignored.map { _ in 0 }
        endCurrencies()
        endStatuses()
        evidence.onlyDayFirst = dates.onlyDayFirst
        evidence.onlyMonthFirst = dates.onlyMonthFirst
        evidence.ambiguousDates = dates.ambiguous
        evidence.ambiguousDate = dates.ambiguousExample
        evidence.onlyComma = amounts.onlyComma
        evidence.onlyPoint = amounts.onlyPoint
        evidence.ambiguousAmounts = amounts.ambiguous
        yield.evidence = evidence
        yield.dimensionValues = dimensionCodes.map { $0.codes.values }
        yield.dimensionPlaces = dimensionCodes.map { $0.codes.places }
    }

    // MARK: Chunks

    mutating func parse(_ chunk: Chunk) {
        base = UnsafePointer(chunk.base)
        chunkNumber = chunk.number
        runOrder = nil
        for box in dimensionCodes { box.codes.place = .init(file: file, chunk: chunkNumber) }
        scanner.begin(base, count: chunk.count)
        chunkHasInvalidText =
            scanner.hasHighBytes
            && !Self.isValidText(UnsafeBufferPointer(start: UnsafePointer(chunk.base), count: chunk.count))
        if chunkHasInvalidText { evidence.metInvalidText = true }
        note = RowYield.ChunkNote(
            file: file, chunk: chunkNumber, lineFeeds: 0, firstOrder: 0, lastOrder: 0, ascends: true)
        // No line of such a chunk is too long, or has to be looked at for what is no text.
        let isPlainText =
            readsPlainly && !chunkHasInvalidText && !scanner.hasZeroBytes
            && chunk.count <= ChunkReader.longestQuotedField
        reading: while true {
            if isPlainText, readPlainLines() { continue }
            switch scanner.next() {
            case .record: readRecord()
            case .unclosedQuote: reject(.unclosedQuote)
            case .end: break reading
            }
            if batchCount >= Self.batchSize - 2 { flush() }
        }
        flush()
        if scanner.metStrayQuote { evidence.metStrayQuote = true }
        note.lineFeeds = scanner.lineFeeds
        yield.chunks.append(note)
        yield.marks.add(hot, count: shards.count)
    }

    static func isValidText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    // MARK: Records

    @inline(__always)
    mutating func field(_ column: Int) -> Bytes {
        guard column >= 0, column < scanner.fieldCount, column < scanner.fieldLimit else {
            return Bytes(base, count: 0)
        }
        let start = Int(scanner.starts[column])
        let raw = Bytes(base + start, count: Int(scanner.ends[column]) - start)
        return scanner.hasDoubledQuotes ? unescaped(raw).trimmed : raw.trimmed
    }

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
        amounts.forgetCurrency()
        // A worker meets the rows in the file's order, so the first ones of all are among each worker's first.
        if let limit = options.keptRejects, keptRejects[place] >= limit { return }
        keptRejects[place] += 1
        yield.rejects.append(rejectedRecord(reason))
    }

    mutating func rejectedRecord(_ reason: RejectReason) -> RowYield.Reject {
        var end = scanner.recordEnd
        if end > scanner.recordStart, base[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        let text = Bytes(base + scanner.recordStart, count: end - scanner.recordStart).text
        return RowYield.Reject(
            file: file, chunk: chunkNumber, line: scanner.recordLine, reason: reason, text: text)
    }

    mutating func ignore(_ reason: IgnoreReason) {
        ignored[Self.place(of: reason)] += 1
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
        if scanner.recordEnd - scanner.recordStart > ChunkReader.longestQuotedField { return reject(.rowTooLong) }
        if scanner.hasZeroBytes || chunkHasInvalidText || scanner.hasTextAfterQuote || scanner.hasTextBeyondLimit {
            if let reason = damage() { return reject(reason) }
        }
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
        if let order, order == leftOutOrder, money == .blank { return ignore(leftOutReason) }
        let minute: Int32
        switch dates.read(field(layout.date), time: field(layout.time)) {
        case .moment(let minutes, let hasTime):
            minute = minutes
            if !hasTime { flags.insert(.dayOnly) }
        case let outcome: return rejectDate(outcome, money: money, hasOrder: order != nil)
        }
        if minute >= asOfMinute { return ignore(.afterAsOf) }
        if layout.order >= 0, order == nil { return reject(isTotalsRow() ? .totalsRow : .missingOrder) }
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
        case .unreadable: return reject(.unreadableAmount)
        case .tooLarge: return reject(.amountTooLarge)
        }
        if hasNegativeQuantity { flags.insert(.negativeQuantity) }
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
        guard identify(start) else { return reject(.unreadableEmail) }
        var refunded: Int64 = 0
        if layout.refundedAmount >= 0 {
            switch refundedAmount(on: minute) {
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
        batchCount &+= 1
        if refunded < 0 {
            // The money given back for this order is a document of its own that names it.
            batch[batchCount] = batch[start]
            batch[batchCount].micros = refunded
            batch[batchCount].flags.insert(.ownRefund)
            batch[batchCount].flags.remove(.blankAmount)
            let target = batchExtras + batchCount * extraCount
            target.update(from: batchExtras + start * extraCount, count: extraCount)
            if let place = layout.costExtra { (target + place).update(repeating: 0, count: 4) }
            note.ascends = false
            batchCount &+= 1
        }
    }
}
