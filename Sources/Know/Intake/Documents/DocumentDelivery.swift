import Ledger

/// Hands over the documents of a ledger, batch by batch, when all is assembled.
struct DocumentDelivery {
    private let ledger: Ledger
    private let sources: DocumentSources
    private let builder: DocumentBuilder
    private let writers: [DetailWriter]
    private var moves: [RowMove]
    private var account = DocumentAccount()

    init(
        _ ledger: Ledger, sources: DocumentSources, parsers: [RowParser], moves: [RowMove], rule: DocumentRule,
        plans: [OrderFilePlan], isConverted: Bool, firstLines: [[Int]]
    ) {
        self.ledger = ledger
        self.sources = sources
        self.moves = moves
        writers = parsers.compactMap(\.details)
        builder = DocumentBuilder(
            currency: ledger.currency, rule: rule, isConverted: isConverted,
            hasLines: plans.map { DetailColumns($0).hasLines }, holdsPhones: plans.map(\.customersArePhones),
            firstLines: firstLines)
        account.leftOutWithoutDocument = parsers.reduce(0) { $0 + $1.yield.leftOutWithoutDocument }
        moveFurtherRows(parsers)
    }

    /// Calls `deliver` with each batch.
    ///
    /// - Parameter accepted: How many rows were accepted.
    /// - Throws: What the spool throws, or `deliver`.
    mutating func run(
        _ deliver: (DocumentBatch) throws -> Void, accepted: Int
    ) throws -> DocumentAccount {
        guard let writer = writers.first else { return account }
        var streams = try DetailStreams(writers, spool: writer.spool)
        try streams.move(moves, writer: DetailWriter(spool: writer.spool, streams: writer.streams))
        var batches = BatchBuilder(
            currency: ledger.currency, dimensions: ledger.dimensions.map(\.dimension), account: account)
        var customer = 0
        for (shard, notes) in sources.shards.enumerated() {
            let end = customer + sources.customerCounts[shard]
            let details = try StreamDetails(streams.bytes(of: shard))
            var documents = ShardDocuments(builder, ledger, notes: notes, first: ledger.offsets[customer], details)
            for customer in customer..<end {
                documents.add(customer: customer, to: &batches)
                try batches.deliver(whenFull: true, deliver)
            }
            try documents.addLeftOut(to: &batches) { try $0.deliver(whenFull: true, deliver) }
            customer = end
        }
        // Nobody is no customer to come with others.
        try batches.deliver(whenFull: false, deliver)
        try addNobody(streams, to: &batches, deliver)
        try batches.deliver(whenFull: false, deliver)
        account = batches.account
        account.acceptedWithoutDocument = accepted - account.countedRows
        return account
    }

    private func addNobody(
        _ streams: DetailStreams, to batches: inout BatchBuilder, _ deliver: (DocumentBatch) throws -> Void
    ) throws {
        let shardCount = sources.shards.count
        var byStream: [[Int]] = Array(repeating: [], count: shardCount)
        for (document, stream) in sources.nobody.streams.enumerated() { byStream[stream - shardCount].append(document) }
        for (place, documents) in byStream.enumerated() {
            let details = try StreamDetails(streams.bytes(of: shardCount + place))
            var nobody = ShardDocuments(builder, sources.nobodysLedger, notes: sources.nobody, first: 0, details)
            for document in documents {
                nobody.add(nobodys: document, to: &batches)
                try batches.deliver(whenFull: true, deliver)
            }
            try nobody.addLeftOut(to: &batches) { try $0.deliver(whenFull: true, deliver) }
        }
    }

    // MARK: Further rows

    /// Has the details of further rows, which have no money of their own, brought to their orders.
    private mutating func moveFurtherRows(_ parsers: [RowParser]) {
        let dropped = sources.shards.map(\.leftOut) + [sources.nobody.leftOut]
        let continued = parsers.flatMap(\.yield.continuedMarks)
        guard !continued.isEmpty || dropped.contains(where: { !$0.isEmpty }), let streams = writers.first?.streams
        else { return }
        var leftOutStreams: [UInt64: Int] = [:]
        for parser in parsers { leftOutStreams.merge(parser.yield.leftOutStreams, uniquingKeysWith: min) }
        let excluded = Set(parsers.lazy.flatMap(\.yield.excludedOrders))
        var countedStreams: [UInt64: Int] = [:]
        for order in sources.nobody.continuedOrders {
            countedStreams[order] = streams.ofNobody(order: order)
        }
        for (shard, notes) in sources.shards.enumerated().reversed() {
            for order in notes.continuedOrders { countedStreams[order] = shard }
        }
        let firstStreams = Dictionary(moves.map { ($0.mark.row, $0.from) }, uniquingKeysWith: { first, _ in first })
        for (order, mark) in continued {
            let isLeftOut = excluded.contains(order)
            guard let to = isLeftOut ? leftOutStreams[order] : countedStreams[order] else {
                if isLeftOut { account.leftOutWithoutDocument += 1 }
                continue
            }
            moves.append(
                RowMove(
                    mark: mark, from: streams.ofNobody(order: order), to: to,
                    detour: isLeftOut ? .leftOutWithOrder : .continued))
        }
        for (shard, rows) in dropped.enumerated() {
            for (order, mark) in rows where !mark.isCopy {
                let from = shard < streams.shardCount ? shard : streams.ofNobody(order: order)
                guard let to = leftOutStreams[order] else {
                    account.leftOutWithoutDocument += 1
                    continue
                }
                moves.append(
                    RowMove(mark: mark, from: firstStreams[mark] ?? from, to: to, detour: .leftOutWithOrder))
            }
        }
    }
}
