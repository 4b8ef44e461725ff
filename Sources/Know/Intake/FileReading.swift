// Unsafe memory: one buffer, read into up to its count.

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
    var files: [PlannedFile]
    let options: IntakeOptions
    let progress: (@Sendable (IntakeProgress) -> Void)?
    let zone: ZoneTable
    /// By file: whether quotes keep to RFC 4180, and whether text that is no UTF-8 is rejected.
    var isStrict: [Bool]
    var wasReconsidered: [Bool]
    var rejectsInvalidText: [Bool]
    /// What is known of the orders whose rows leave a filter's column blank.
    var verdicts = FilterVerdicts.open
    /// The values that have codes, where a dimension has more values than codes.
    var dimensionValues: [Dimension: [String]] = [:]
    /// By file: the costs written below zero as far as the first rows tell, and what the whole columns say.
    let negativeAtFirst: [Set<ColumnRole>]
    var costSigns: [[CostSigns]]
    let workers: Int
    let shardCount: Int
    let chunkSize: Int
    let linesAtOnce: Int
    /// Where the details of rows go; nil where no documents are asked for.
    let spool: (any RowSpool)?

    /// - Parameters:
    ///   - chunkSize: How much one worker takes at a time; only tests use another than the usual.
    ///   - linesAtOnce: How many lines are read column by column; 0 reads each as a whole, as only tests do.
    init(
        _ files: [PlannedFile], options: IntakeOptions, chunkSize: Int = Chunk.usualSize,
        linesAtOnce: Int = PlainRows.capacity, spool: (any RowSpool)? = nil,
        progress: (@Sendable (IntakeProgress) -> Void)?
    ) {
        self.files = files
        self.options = options
        self.chunkSize = chunkSize
        self.linesAtOnce = linesAtOnce
        self.spool = spool
        self.progress = progress
        // What fits into few chunks is read before a second worker has started. The number of shards orders the
        // ledger's customers, so it depends on the files alone.
        let isSmall = files.count <= 4 && files.allSatisfy(\.isSmall)
        workers = isSmall && chunkSize == Chunk.usualSize ? 1 : options.workers
        shardCount = isSmall ? 1 : RowParser.usualShardCount
        zone = ZoneTable(options.timeZone)
        isStrict = files.map { _ in true }
        negativeAtFirst = files.map(\.plan.negativeCosts)
        costSigns = files.map { _ in [] }
        rejectsInvalidText = files.map { _ in false }
        wasReconsidered = rejectsInvalidText
    }

    /// - Throws: `IntakeError`, or what the file throws.
    mutating func read() throws -> IntakeResult { try readDocuments().result }

    /// The same, with a spool, with the documents that are still to be handed over.
    mutating func readDocuments() throws -> ReadDocuments {
        var pass = 1
        while true {
            let (parsers, evidence, extras) = try readAll(pass: pass)
            // Each revision settles one question of one file, so this ends.
            if try revise(evidence) || askForVerdicts(parsers) || fixDimensions(parsers, extras) {
                pass += 1
                continue
            }
            let (result, delivery) = try finished(parsers, extras)
            return ReadDocuments(result: result, delivery: delivery)
        }
    }

    private func finished(
        _ parsers: [RowParser], _ extras: RowLayout.Extras
    ) throws -> (IntakeResult, DocumentDelivery?) {
        guard files.count == 1 else { return try finish(parsers, extras) }
        return try FileFailure.naming(files[0].file) { try finish(parsers, extras) }
    }

    // MARK: One pass

    private func readAll(pass: Int) throws -> ([RowParser], [RowYield.Evidence], RowLayout.Extras) {
        var extras = RowLayout.Extras(for: files.map(\.plan), hasMarks: spool != nil)
        try spool?.removeAll()
        extras.values = dimensionValues
        let parsers = (0..<workers).map { _ in
            RowParser(extras: extras, options: options, shardCount: shardCount, linesAtOnce: linesAtOnce, spool: spool)
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
                    if let failure = crew.parsers[worker].details?.failure { throw failure }
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

    static func skip(_ bytes: Int, of source: any ByteSource) throws {
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
}
