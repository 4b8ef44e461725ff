import Dispatch
import Domain
import Ledger
import Synchronization

/// A file with the plan by which it is read.
public struct PlannedFile {
    public let file: any OrderFile
    public var plan: OrderFilePlan
    /// Physical lines up to and with the header.
    public let headerLines: Int
    /// Bytes of those lines.
    public let headerBytes: Int
    /// Whether the first look took in all of the file.
    public let isSmall: Bool

    public init(file: any OrderFile, plan: OrderFilePlan, headerLines: Int, headerBytes: Int, isSmall: Bool = false) {
        self.file = file
        self.plan = plan
        self.headerLines = headerLines
        self.headerBytes = headerBytes
        self.isSmall = isSmall
    }
}

/// Reads planned files with several workers, again with a better plan where the whole column asks for it, and
/// assembles the ledger.
struct FileReading {
    private var files: [PlannedFile]
    private let options: IntakeOptions
    private let progress: (@Sendable (IntakeProgress) -> Void)?
    private let zone: ZoneTable
    /// By file: whether quotes keep to RFC 4180, and whether text that is no UTF-8 is rejected.
    private var isStrict: [Bool]
    private var wasReconsidered: [Bool]
    private var rejectsInvalidText: [Bool]
    /// What is known of the orders whose rows leave a filter's column blank.
    private var verdicts = FilterVerdicts.open
    /// The values that have codes, where a dimension has more values than codes.
    private var dimensionValues: [Dimension: [String]] = [:]
    private let workers: Int
    private let shardCount: Int
    private let chunkSize: Int
    private let linesAtOnce: Int

    /// - Parameters:
    ///   - chunkSize: How much one worker takes at a time; only tests use another than the usual.
    ///   - linesAtOnce: How many lines are read column by column; 0 reads each as a whole, as only tests do.
    init(
        _ files: [PlannedFile], options: IntakeOptions, chunkSize: Int = Chunk.usualSize,
        linesAtOnce: Int = PlainRows.capacity,
        progress: (@Sendable (IntakeProgress) -> Void)?
    ) {
        self.files = files
        self.options = options
        self.chunkSize = chunkSize
        self.linesAtOnce = linesAtOnce
        self.progress = progress
        // What fits into few chunks is read before a second worker has started. The number of shards orders the
        // ledger's customers, so it depends on the files alone.
        let isSmall = files.count <= 4 && files.allSatisfy(\.isSmall)
        workers = isSmall && chunkSize == Chunk.usualSize ? 1 : options.workers
        shardCount = isSmall ? 1 : RowParser.usualShardCount
        zone = ZoneTable(options.timeZone)
        isStrict = files.map { _ in true }
        rejectsInvalidText = files.map { _ in false }
        wasReconsidered = rejectsInvalidText
    }

    /// - Throws: `IntakeError`, or what the file throws.
    mutating func read() throws -> IntakeResult {
        var pass = 1
        while true {
            let (parsers, evidence, extras) = try readAll(pass: pass)
            // Each revision settles one question of one file, so this ends.
            if try revise(evidence) || askForVerdicts(parsers) || fixDimensions(parsers, extras) {
                pass += 1
                continue
            }
            guard files.count == 1 else { return try finish(parsers, extras) }
            return try FileFailure.naming(files[0].file) { try finish(parsers, extras) }
        }
    }

    /// Rows of orders whose other rows must be looked for: first all rows are asked, then judged by the answers.
    private mutating func askForVerdicts(_ parsers: [RowParser]) -> Bool {
        switch verdicts {
        case .open:
            let orders = Set(parsers.lazy.flatMap(\.yield.undecidedOrders))
            guard !orders.isEmpty else { return false }
            verdicts = .asked(orders)
        case .asked:
            verdicts = .known(
                parsers.map(\.yield.verdicts).reduce(into: [:]) { all, found in
                    for (order, verdict) in found { all[order, default: OrderVerdict()].merge(verdict) }
                })
        case .known: return false
        }
        return true
    }

    /// More values than codes: the first in the files have them, however workers share the reading.
    private mutating func fixDimensions(_ parsers: [RowParser], _ extras: RowLayout.Extras) -> Bool {
        var isNew = false
        for (place, dimension) in extras.dimensions.enumerated() where dimensionValues[dimension] == nil {
            let met = parsers.map { ($0.yield.dimensionValues[place], $0.yield.dimensionPlaces[place]) }
            guard let values = FirstValues.beyondLimit(met) else { continue }
            dimensionValues[dimension] = values
            isNew = true
        }
        return isNew
    }

    // MARK: One pass

    private func readAll(pass: Int) throws -> ([RowParser], [RowYield.Evidence], RowLayout.Extras) {
        var extras = RowLayout.Extras(for: files.map(\.plan))
        extras.values = dimensionValues
        let parsers = (0..<workers).map { _ in
            RowParser(extras: extras, options: options, shardCount: shardCount, linesAtOnce: linesAtOnce)
        }
        var evidence: [RowYield.Evidence] = []
        for (number, planned) in files.enumerated() {
            var layout = try FileFailure.naming(planned.file) {
                try RowLayout(planned.plan, extras: extras, filters: options.filters)
            }
            layout.verdicts = verdicts
            for parser in parsers {
                parser.begin(
                    layout, file: number, zone: zone, rejectsInvalidText: rejectsInvalidText[number])
            }
            do {
                let isStrict = isStrict[number]
                try FileFailure.naming(planned.file) { try readFile(planned, strict: isStrict, parsers, pass: pass) }
            } catch let failure as FileFailure where failure.reason is StrayQuote {
                for parser in parsers { parser.endFile() }
                var found = RowYield.Evidence()
                found.metStrayQuote = true
                evidence.append(found)
                return (parsers, evidence, extras)
            }
            for parser in parsers { parser.endFile() }
            evidence.append(parsers.map(\.yield.evidence).reduce(into: RowYield.Evidence()) { $0.add($1) })
            // A plan that does not hold is mended before more is read by it.
            if evidence[number].metStrayQuote, isStrict[number] { break }
        }
        return (parsers, evidence, extras)
    }

    private func readFile(_ planned: PlannedFile, strict: Bool, _ parsers: [RowParser], pass: Int) throws {
        let progress = progress
        let source = try planned.file.open()
        try Self.skip(planned.headerBytes, of: source)
        let reader = ChunkReader(source: source, delimiter: planned.plan.delimiter, strict: strict)
        let failure = Mutex<(any Error)?>(nil)
        let rows = Atomic<Int>(0)
        let crew = Crew(parsers: parsers)
        let name = planned.file.name
        let total = planned.file.totalBytes
        let chunkSize = chunkSize
        DispatchQueue.concurrentPerform(iterations: parsers.count) { worker in
            let chunk = Chunk(size: chunkSize)
            do {
                while failure.withLock({ $0 == nil }), try reader.next(into: chunk) {
                    let before = crew.parsers[worker].rowsRead
                    crew.parsers[worker].parse(chunk)
                    let read = crew.parsers[worker].rowsRead - before
                    let all = rows.wrappingAdd(read, ordering: .relaxed).newValue
                    if strict, crew.parsers[worker].metStrayQuote { throw StrayQuote() }
                    progress?(
                        IntakeProgress(
                            file: name, bytes: reader.consumedBytes, totalBytes: total, rows: all,
                            pass: pass))
                }
            } catch {
                failure.withLock { if $0 == nil { $0 = error } }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// Workers each touch their own parser.
    private struct Crew: @unchecked Sendable {
        let parsers: [RowParser]
    }

    private static func skip(_ bytes: Int, of source: any ByteSource) throws {
        var left = bytes
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, min(left, 1 << 16)), alignment: 1)
        defer { buffer.deallocate() }
        while left > 0 {
            let read = try source.read(
                into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(left, buffer.count)]))
            if read == 0 { return }
            left -= read
        }
    }

    // MARK: Second thoughts

    /// Takes the whole files' word on what their first rows left open; true when they must be read again.
    private mutating func revise(_ evidence: [RowYield.Evidence]) throws -> Bool {
        var isRevised = false
        for (number, found) in evidence.enumerated() {
            if found.metStrayQuote, isStrict[number] {
                isStrict[number] = false
                isRevised = true
                continue
            }
            if found.metInvalidText, !rejectsInvalidText[number] {
                // One second thought is all a file gets: then what is no text is rejected row by row.
                rejectsInvalidText[number] =
                    try wasReconsidered[number]
                    || !FileFailure.naming(files[number].file) { try files[number].file.reconsiderEncoding() }
                wasReconsidered[number] = true
                isRevised = true
                continue
            }
            try FileFailure.naming(files[number].file) {
                if try reviseDates(number, found) { isRevised = true }
                if try reviseAmounts(number, found) { isRevised = true }
            }
        }
        return isRevised
    }

    private mutating func reviseDates(_ number: Int, _ found: RowYield.Evidence) throws -> Bool {
        guard files[number].plan.dateFormat == nil else { return false }
        let column = name(of: .date, in: number)
        switch (found.onlyDayFirst > 0, found.onlyMonthFirst > 0) {
        case (true, true):
            throw IntakeError.contradictoryDates(
                column: column, dayFirst: found.onlyDayFirst, monthFirst: found.onlyMonthFirst)
        case (true, false):
            files[number].plan.dateFormat = .dayMonthYear
            return true
        case (false, true):
            files[number].plan.dateFormat = .monthDayYear
            return true
        case (false, false):
            // The first rows had no date at all, and those below are written in another way.
            if let format = DateInference.format(of: found.unreadDates) {
                files[number].plan.dateFormat = format
                return true
            }
            guard found.ambiguousDates == 0 else {
                throw IntakeError.ambiguousDates(column: column, example: found.ambiguousDate ?? "")
            }
            return false
        }
    }

    private mutating func reviseAmounts(_ number: Int, _ found: RowYield.Evidence) throws -> Bool {
        guard files[number].plan.decimalMark == nil else { return false }
        let column = name(of: .amount, in: number)
        switch (found.onlyComma > 0, found.onlyPoint > 0) {
        case (true, true):
            throw IntakeError.contradictoryAmounts(column: column, comma: found.onlyComma, point: found.onlyPoint)
        case (true, false):
            files[number].plan.decimalMark = .comma
            return true
        case (false, true):
            files[number].plan.decimalMark = .point
            return true
        case (false, false):
            guard found.ambiguousAmounts == 0 else {
                throw IntakeError.ambiguousAmounts(column: column, example: found.ambiguousAmount ?? "")
            }
            return false
        }
    }

    private func name(of role: ColumnRole, in number: Int) -> String {
        let plan = files[number].plan
        var column = plan.columns[role]
        if role == .amount {
            switch plan.amount {
            case .column(let amount, _): column = amount
            case .product(_, let unitPrice): column = unitPrice
            }
        }
        return column.map { plan.header[$0] } ?? role.rawValue
    }

    // MARK: The result

    private func finish(_ parsers: [RowParser], _ extras: RowLayout.Extras) throws -> IntakeResult {
        var accounting = Accounting()
        for parser in parsers { accounting.add(parser.yield.accounting) }
        guard accounting.rows > 0 else { throw IntakeError.noRows }
        let currency = try self.currency(of: parsers)
        let hasOrders = files.contains { $0.plan.columns[.order] != nil }
        // A blank amount is fine beside another row of its order and a fault without: only merging tells.
        let hasBlanks = parsers.contains { !$0.yield.blankAmounts.isEmpty }
        var assembler = LedgerAssembler(
            parsers: parsers, extras: extras, currency: currency,
            rule: DocumentRule(
                merges: hasOrders && (hasBlanks || !ordersAscend(parsers)), totalIsRepeated: false,
                minorDigits: currency.minorDigits),
            workers: workers)
        if assembler.rule.merges {
            OwnerSearch.run(parsers, hasRefunds: files.contains { $0.plan.columns[.refundOf] != nil })
            assembler.rule.excludedOrders = Set(parsers.flatMap(\.yield.excludedOrders)).sorted()
            assembler.rule.totalIsRepeated = try isTotalRepeated(assembler)
        }
        var late = LateRejects()
        late.findContinued(parsers)
        let result = try assembler.assemble()
        late.add(result.findings, parsers)
        late.settle(&accounting)
        accounting.leaveOut(result.findings.excludedRows, as: .statusExcluded)
        let rejects = parsers.flatMap(\.yield.rejects) + late.rejects
        return IntakeResult(
            ledger: result.ledger, accounting: accounting, rejects: rejectedRows(rejects, parsers),
            plans: files.map(\.plan), statusRows: sums(parsers.map(\.yield.statusRows)),
            conflictingOrders: result.conflictingOrders.count,
            conflictExamples: try orderTexts(of: result.conflictingOrders.prefix(5)),
            refundsWithoutOrder: result.findings.refundsWithoutOrder,
            overlappingOrders: result.findings.overlappingOrders,
            totalIsRepeated: assembler.rule.totalIsRepeated,
            totalStandsOnce: !assembler.rule.totalIsRepeated && result.findings.ordersWithSeveralAmounts == 0
                && (result.findings.ordersWithOneAmount > 0 || late.continuing > 0),
            ordersRefundedWhole: result.findings.refundedWhole,
            ordersRefundedInPart: result.findings.refundedInPart,
            convertedRows: sums(parsers.map(\.yield.convertedRows)))
    }

    /// What all workers counted together.
    private func sums<Key>(_ counts: [[Key: Int]]) -> [Key: Int] {
        counts.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }

    /// The order ids of these keys as the files write them.
    private func orderTexts(of keys: ArraySlice<UInt64>) throws -> [String] {
        var search = OrderTextSearch(keys)
        for (number, planned) in files.enumerated() where !search.isDone {
            try FileFailure.naming(planned.file) {
                let source = try planned.file.open()
                try Self.skip(planned.headerBytes, of: source)
                try search.look(at: source, plan: planned.plan, strict: isStrict[number])
            }
        }
        return keys.compactMap { search.texts[$0] }
    }

    /// The one currency of all money.
    private func currency(of parsers: [RowParser]) throws -> Currency {
        var rows = parsers.map(\.yield.currencyRows).reduce(into: [String: Int]()) { $0.merge($1, uniquingKeysWith: +) }
        rows[""] = nil
        if let base = options.baseCurrency {
            let others = rows.keys.filter { $0 != base.code }.sorted()
            if let other = others.first, options.rates == nil {
                throw IntakeError.missingRates(from: other, to: base.code)
            }
            return base
        }
        guard rows.count <= 1 else { throw IntakeError.severalCurrencies(rows) }
        if let code = rows.keys.first, let currency = Currency(code) { return currency }
        return options.currency ?? .unknown
    }

    /// Whether order ids are numbers that strictly ascend over all files: then no two rows share one.
    private func ordersAscend(_ parsers: [RowParser]) -> Bool {
        var last: UInt64 = 0
        for note in parsers.flatMap(\.yield.chunks).sorted(by: { ($0.file, $0.chunk) < ($1.file, $1.chunk) }) {
            guard note.ascends else { return false }
            if note.firstOrder == 0 { continue }
            guard note.firstOrder > last else { return false }
            last = note.lastOrder
        }
        return true
    }

    /// Whether the amount on each row is the order's total.
    private func isTotalRepeated(_ assembler: LedgerAssembler) throws -> Bool {
        let isTotal = files.allSatisfy {
            if case .column(_, isLine: false) = $0.plan.amount { true } else { false }
        }
        guard isTotal else { return false }
        if let perLine = options.amountIsPerLine { return !perLine }
        let found = assembler.totalsEvidence()
        if found.repeated == 0 { return false }
        if found.different == 0 { return true }
        let share = Double(found.repeated) / Double(found.repeated + found.different)
        guard share <= 0.5 else {
            throw IntakeError.unclearTotals(
                column: name(of: .amount, in: 0), repeated: found.repeated, different: found.different)
        }
        return false
    }

    /// Rejected rows with their lines in the file, in order.
    private func rejectedRows(_ rejects: [RowYield.Reject], _ parsers: [RowParser]) -> [RejectedRow] {
        var linesBefore: [[Int]] = files.map { _ in [] }
        for note in parsers.flatMap(\.yield.chunks).sorted(by: { ($0.file, $0.chunk) < ($1.file, $1.chunk) }) {
            let before = linesBefore[note.file].last ?? files[note.file].headerLines
            if linesBefore[note.file].isEmpty { linesBefore[note.file].append(before) }
            linesBefore[note.file].append((linesBefore[note.file].last ?? before) + note.lineFeeds)
        }
        let sorted = rejects.sorted { ($0.file, $0.chunk, $0.line) < ($1.file, $1.chunk, $1.line) }
        var kept: [RejectReason: Int] = [:]
        return sorted.compactMap { reject in
            kept[reject.reason, default: 0] += 1
            if let limit = options.keptRejects, kept[reject.reason, default: 0] > limit { return nil }
            return RejectedRow(
                file: files[reject.file].file.name, line: linesBefore[reject.file][reject.chunk] + reject.line + 1,
                reason: reject.reason, text: reject.text)
        }
    }
}

extension RowYield.Evidence {
    /// Adds what another worker saw.
    mutating func add(_ other: Self) {
        onlyDayFirst += other.onlyDayFirst
        onlyMonthFirst += other.onlyMonthFirst
        ambiguousDates += other.ambiguousDates
        onlyComma += other.onlyComma
        onlyPoint += other.onlyPoint
        ambiguousAmounts += other.ambiguousAmounts
        ambiguousDate = ambiguousDate ?? other.ambiguousDate
        unreadDates += other.unreadDates
        ambiguousAmount = ambiguousAmount ?? other.ambiguousAmount
        metStrayQuote = metStrayQuote || other.metStrayQuote
        metInvalidText = metInvalidText || other.metInvalidText
    }
}
