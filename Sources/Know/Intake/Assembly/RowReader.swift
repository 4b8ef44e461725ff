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
    /// Whether some number of the chunk is marked with its currency.
    var chunkHasMarks = false
    var base: UnsafePointer<UInt8>
    var chunkNumber = 0

    var accepted = 0
    var rejected = [Int](repeating: 0, count: RejectReason.allCases.count)
    var ignored = [Int](repeating: 0, count: IgnoreReason.allCases.count)
    var currencies: [UInt64: RowCurrency] = [:]
    var lastCurrencyKey: UInt64 = 0
    var lastCurrency = RowCurrency(code: "", currency: nil, rows: 0)
    /// The currency that a spreadsheet's number was marked with last.
    var markedCurrency: (sign: [UInt8], currency: WrittenCurrency?) = ([], nil)
    var statuses: [StatusCache] = []
    /// The order whose row a filter or the as-of day left out last: it is noted once for rows on end.
    var leftOutOrder: UInt64?
    var leftOutReason = IgnoreReason.filtered
    /// The order of the row above in its chunk, and what its rows on end say of the filters.
    var runOrder: UInt64?
    var runVerdict = OrderVerdict()
    /// How many rejected rows were kept, by reason.
    var keptRejects = [Int](repeating: 0, count: RejectReason.allCases.count)
    var evidence = RowYield.Evidence()
    /// The rows since the one that may be a sum, in a file without order ids.
    var stretch = TotalsStretch()

    var note = RowYield.ChunkNote(
        file: 0, chunk: 0, lineFeeds: 0, firstOrder: 0, lastOrder: 0, ascends: true)

    /// Takes what rows say beyond the ledger, where documents are asked for.
    let details: DetailWriter?
    /// The money of the record.
    var own = OwnMoney()

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
    /// Whether some customer is known by a text that is no address.
    var knowsOtherTexts = false
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

    init(
        extras: RowLayout.Extras, options: IntakeOptions, shards: [CustomerShard], linesAtOnce: Int,
        details: DetailWriter? = nil
    ) {
        self.details = details
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
        yield.filterValues = options.filters.map { _ in FilterValues() }
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
                    shard: Unmanaged.passUnretained(shard), slots: shard.slots, mask: shard.mask,
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
        details?.columns = DetailColumns(plan)
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
        dates = DateReader(
            format: plan.dateFormat, zone: zone, pointsAreMonthFirst: plan.pointsAreMonthFirst)
        amounts = AmountReader(mark: plan.decimalMark)
        evidence = RowYield.Evidence()
        evidence.costSigns = layout.costs.map { _ in CostSigns() }
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
        evidence.acceptedRows = accepted
        accepted = 0
        rejected = rejected.map { _ in 0 }
        ignored = ignored.map { _ in 0 }
        endCurrencies()
        endStatuses()
        evidence.onlyDayFirst = dates.onlyDayFirst
        evidence.onlyMonthFirst = dates.onlyMonthFirst
        evidence.ambiguousDates = dates.ambiguous
        evidence.ambiguousDate = dates.ambiguousExample
        evidence.pointedDates = dates.pointed
        evidence.pointedDate = dates.pointedExample
        evidence.pointedMonthFirst = dates.pointedMonthFirst
        evidence.onlyComma = amounts.onlyComma
        evidence.onlyPoint = amounts.onlyPoint
        evidence.ambiguousAmounts = amounts.ambiguous
        yield.evidence = evidence
        yield.dimensionValues = dimensionCodes.map { $0.codes.values }
        yield.dimensionPlaces = dimensionCodes.map { $0.codes.places }
    }

    // MARK: Chunks

    /// Starts on a chunk.
    mutating func open(_ chunk: Chunk) {
        base = UnsafePointer(chunk.base)
        chunkNumber = chunk.number
        runOrder = nil
        stretch = TotalsStretch()
        for box in dimensionCodes { box.codes.place = .init(file: file, chunk: chunkNumber) }
        scanner.begin(base, count: chunk.count)
        chunkHasInvalidText =
            scanner.hasHighBytes
            && !Self.isValidText(UnsafeBufferPointer(start: UnsafePointer(chunk.base), count: chunk.count))
        if chunkHasInvalidText { evidence.metInvalidText = true }
        chunkHasMarks = layout.hasTypedNumbers && CurrencyMark.isAnywhere(in: Bytes(base, count: chunk.count))
        note = RowYield.ChunkNote(
            file: file, chunk: chunkNumber, lineFeeds: 0, firstOrder: 0, lastOrder: 0, ascends: true)
    }

    /// Ends the chunk: what was seen of it is noted.
    mutating func close() {
        if scanner.metStrayQuote { evidence.metStrayQuote = true }
        note.lineFeeds = scanner.lineFeeds
        note.below = stretch
        yield.chunks.append(note)
    }

    mutating func parse(_ chunk: Chunk) {
        open(chunk)
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
        close()
        yield.marks.add(hot, count: shards.count)
    }

    static func isValidText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }
}
