// Unsafe memory: the chunk's bytes, walked by the scanner below its count.

/// Finds the texts of order ids that are known by their hashes: a second look at the files, for the few that are to be
/// shown.
struct OrderTextSearch {
    private var wanted: Set<UInt64>
    private(set) var texts: [UInt64: String] = [:]

    init(_ keys: some Sequence<UInt64>) {
        wanted = Set(keys)
        // Numbers are their own keys.
        for key in wanted where key & Hashing.textMark == 0 {
            texts[key] = String(key)
            wanted.remove(key)
        }
    }

    var isDone: Bool { wanted.isEmpty }

    /// Looks at the records of a file whose header has been skipped, until all are found.
    mutating func look(at source: any ByteSource, plan: OrderFilePlan, strict: Bool) throws {
        guard let column = plan.columns[.order] else { return }
        let reader = ChunkReader(source: source, delimiter: plan.delimiter, strict: strict)
        var scanner = RecordScanner(delimiter: plan.delimiter, fieldLimit: max(1, plan.header.count))
        let chunk = Chunk()
        while !isDone, try reader.next(into: chunk) {
            let base = UnsafePointer(chunk.base)
            scanner.begin(base, count: chunk.count)
            reading: while !isDone {
                switch scanner.next() {
                case .end: break reading
                case .unclosedQuote: continue
                case .record: break
                }
                guard column < scanner.fieldCount else { continue }
                let start = Int(scanner.starts[column])
                var id = Bytes(base + start, count: Int(scanner.ends[column]) - start).trimmed
                if plan.hasTypedNumbers, let mark = CurrencyMark.place(in: id) { id = id[0..<mark] }
                if id.isEmpty { continue }
                if wanted.remove(RowReader.key(of: id)) != nil { texts[RowReader.key(of: id)] = id.text }
            }
        }
    }
}
