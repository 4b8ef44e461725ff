// Unsafe memory: a header is written as its bytes, all of which it fills; a text's bytes lie in the chunk.

/// Writes the details of one worker's rows to their streams, piece by piece into the spool.
final class DetailWriter {
    /// Where pieces of a stream are in the spool.
    private(set) var pieces: [[Range<Int>]]
    /// What the spool would not take.
    private(set) var failure: (any Error)?
    let streams: RowStreams
    /// The columns of the current file.
    var columns = DetailColumns()

    let spool: any RowSpool
    private var buffers: [[UInt8]]
    /// Texts and numbers of the detail that is being written.
    private var numbers: [UInt8] = []
    private var texts: [UInt8] = []
    private var numberMask: UInt8 = 0
    private var textMask: UInt32 = 0

    private static let pieceSize = 1 << 14

    init(spool: any RowSpool, streams: RowStreams) {
        self.spool = spool
        self.streams = streams
        pieces = Array(repeating: [], count: streams.count)
        buffers = Array(repeating: [], count: streams.count)
    }

    /// Adds a number; those of one detail come in the order of their cases.
    func add(_ value: Int64?, as number: RowDetail.Number) {
        guard let value else { return }
        numberMask |= 1 << UInt8(number.rawValue)
        withUnsafeBytes(of: value) { numbers.append(contentsOf: $0) }
    }

    /// Adds a text unless it is empty; those of one detail come in the order of their cases.
    func add(_ text: Bytes, as kind: RowDetail.Text) { add(text, at: kind.rawValue) }

    /// The same by the text's place among all.
    func add(_ text: Bytes, at place: Int) {
        if text.isEmpty { return }
        textMask |= 1 << UInt32(place)
        var length = text.count
        while length > 127 {
            texts.append(UInt8(truncatingIfNeeded: length) | 128)
            length >>= 7
        }
        texts.append(UInt8(truncatingIfNeeded: length))
        texts.append(contentsOf: UnsafeBufferPointer(start: text.start, count: text.count))
    }

    /// Writes the detail that these numbers and texts belong to.
    func end(_ header: RowDetail.Header, stream: Int) {
        var header = header
        (header.numbers, header.texts) = (numberMask, textMask)
        let count = RowDetail.Header.byteCount + numbers.count + texts.count
        header.byteCount = UInt32(truncatingIfNeeded: count)
        makeRoom(count, stream)
        withUnsafeBytes(of: header) { buffers[stream].append(contentsOf: $0) }
        buffers[stream].append(contentsOf: numbers)
        buffers[stream].append(contentsOf: texts)
        (numberMask, textMask) = (0, 0)
        numbers.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
    }

    /// Writes a detail again.
    func append(_ detail: [UInt8], stream: Int) {
        makeRoom(detail.count, stream)
        buffers[stream] += detail
    }

    private func makeRoom(_ count: Int, _ stream: Int) {
        if buffers[stream].isEmpty { buffers[stream].reserveCapacity(Self.pieceSize) }
        if buffers[stream].count + count > Self.pieceSize { write(stream) }
    }

    /// Brings what is left to the spool.
    func flush() {
        for stream in buffers.indices {
            write(stream)
            buffers[stream] = []
        }
    }

    private func write(_ stream: Int) {
        guard !buffers[stream].isEmpty else { return }
        defer {
            // One long text is no reason to keep as much room for all that come.
            buffers[stream].removeAll(keepingCapacity: buffers[stream].count <= Self.pieceSize)
        }
        guard failure == nil else { return }
        do {
            let start = try spool.append(buffers[stream])
            pieces[stream].append(start..<start + buffers[stream].count)
        } catch {
            failure = error
        }
    }
}

/// The columns of one file that say something beyond the ledger; -1 where the file has none.
struct DetailColumns {
    var order = -1
    var refundOf = -1
    var externalID = -1
    var email = -1
    var phone = -1
    var status = -1
    var paymentStatus = -1
    var fulfilmentStatus = -1
    /// The column of the order's total.
    var amount = -1
    var product = -1
    var productName = -1
    var quantity = -1
    var unitPrice = -1
    /// The column of the line's amount; -1 too where the row's money is the line's amount.
    var lineAmount = -1
    /// Whether the row's money is the amount of a line.
    var amountIsLine = false
    /// Whether the file tells of lines.
    var hasLines = false

    init() {}

    init(_ plan: OrderFilePlan) {
        func column(_ roles: ColumnRole...) -> Int { roles.lazy.compactMap { plan.columns[$0] }.first ?? -1 }
        order = column(.order)
        refundOf = column(.refundOf)
        externalID = column(.customer)
        email = column(.email)
        phone = column(.phone)
        status = column(.status)
        paymentStatus = column(.paymentStatus)
        fulfilmentStatus = column(.fulfilmentStatus)
        product = column(.product)
        productName = column(.productName)
        quantity = column(.quantity)
        unitPrice = column(.unitPrice, .unitPriceNet)
        lineAmount = column(.lineAmount, .lineAmountNet)
        switch plan.amount {
        case .column(let total, isLine: false): amount = total
        case .column(let line, isLine: true):
            amountIsLine = true
            lineAmount = line
        case .product(let quantity, let unitPrice):
            amountIsLine = true
            (self.quantity, self.unitPrice) = (quantity, unitPrice)
        }
        hasLines = amountIsLine || [product, productName, quantity, unitPrice, lineAmount].contains { $0 >= 0 }
    }
}
