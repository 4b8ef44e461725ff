/// The details of all rows, stream by stream, when all rows are read.
struct DetailStreams {
    private let spool: any RowSpool
    /// By stream: the pieces of all workers.
    private var pieces: [[Range<Int>]]

    /// - Throws: What the spool throws.
    init(_ writers: [DetailWriter], spool: any RowSpool) throws {
        self.spool = spool
        pieces = []
        for writer in writers {
            writer.flush()
            add(writer)
            if let failure = writer.failure { throw failure }
        }
    }

    private mutating func add(_ writer: DetailWriter) {
        if pieces.isEmpty { pieces = Array(repeating: [], count: writer.streams.count) }
        for (stream, more) in writer.pieces.enumerated() { pieces[stream] += more }
    }

    /// All details of a stream, one after the other.
    func bytes(of stream: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieces[stream].reduce(0) { $0 + $1.count })
        for piece in pieces[stream] { bytes += try spool.bytes(piece) }
        return bytes
    }

    /// Writes the details of moved rows to the streams that they are wanted in.
    mutating func move(_ moves: [RowMove], writer: DetailWriter) throws {
        guard !moves.isEmpty else { return }
        let byStream = Dictionary(grouping: Set(moves), by: \.from)
        for (stream, moves) in byStream.sorted(by: { $0.key < $1.key }) {
            let wanted = Dictionary(grouping: moves, by: \.mark.row)
            let bytes = try bytes(of: stream)
            Self.forEach(in: bytes) { detail, _ in
                for move in wanted[detail.mark] ?? [] {
                    writer.append(detail.bytes(with: move.detour), stream: move.to)
                }
            }
        }
        writer.flush()
        add(writer)
        if let failure = writer.failure { throw failure }
    }

    /// Every detail with its place.
    static func forEach(in bytes: [UInt8], _ body: (RowDetail, Int) -> Void) {
        var place = 0
        while let detail = RowDetail(bytes, at: place) {
            body(detail, place)
            place += Int(detail.header.byteCount)
        }
    }
}
