/// Turns the records of chunks into rows, told apart by customer: one worker's part of the reading.
///
/// Every record has one outcome: accepted, rejected with a reason, or ignored with a reason.
final class RowParser {
    /// Identifiers are spread over this many shares by their hash; rows without a customer go to one more.
    static let usualShardCount = 256

    let shards: [CustomerShard]
    private var reader: RowReader
    /// Takes what rows say beyond the ledger, where documents are asked for.
    let details: DetailWriter?

    /// - Parameters:
    ///   - shardCount: A power of two, `usualShardCount` at most; the same for all workers.
    ///   - linesAtOnce: How many lines are read column by column, `PlainRows.capacity` at most; 0 reads each as a whole.
    ///   - spool: Where the details of rows go; nil where no documents are asked for.
    init(
        extras: RowLayout.Extras, options: IntakeOptions, shardCount: Int, linesAtOnce: Int,
        spool: (any RowSpool)? = nil
    ) {
        precondition(shardCount.nonzeroBitCount == 1 && shardCount <= Self.usualShardCount, "a power of two")
        let count = extras.count
        let arena = RowArena()
        shards = (0...shardCount).map { _ in CustomerShard(extraCount: count, arena: arena) }
        details = spool.map { DetailWriter(spool: $0, streams: RowStreams(shardCount: shardCount)) }
        reader = RowReader(
            extras: extras, options: options, shards: shards, linesAtOnce: linesAtOnce, details: details)
    }

    /// What was read so far.
    var yield: RowYield { reader.yield }

    /// Whether a quote stood where RFC 4180 has none.
    var metStrayQuote: Bool { reader.evidence.metStrayQuote }

    /// Gets ready for a file.
    func begin(_ layout: RowLayout, file: Int, zone: ZoneTable, rejectsInvalidText: Bool) {
        reader.begin(layout, file: file, zone: zone, rejectsInvalidText: rejectsInvalidText)
    }

    /// Rows of the current file that were read so far.
    var rowsRead: Int { reader.accepted + reader.rejected.reduce(0, +) + reader.ignored.reduce(0, +) }

    /// Reads all records of a chunk.
    func parse(_ chunk: Chunk) { reader.parse(chunk) }

    /// The file's end: what was seen goes into the accounts.
    func endFile() { reader.endFile() }
}
