import Ledger

/// Makes the documents of one share's customers.
struct ShardDocuments {
    private let builder: DocumentBuilder
    private let ledger: Ledger
    private let notes: DocumentNotes
    /// The place in the ledger of the share's first document.
    private let first: Int
    private var details: StreamDetails
    /// By the customers' names: rows that were left out, in the files' order; nobody's have none.
    private var leftOut: [String: [RowDetail]] = [:]

    init(_ builder: DocumentBuilder, _ ledger: Ledger, notes: DocumentNotes, first: Int, _ details: StreamDetails) {
        self.builder = builder
        self.ledger = ledger
        self.notes = notes
        self.first = first
        self.details = details
        for row in details.leftOut { leftOut[row[.name] ?? "", default: []].append(row) }
    }

    /// Adds a customer of the ledger with all documents.
    mutating func add(customer number: Int, to batches: inout BatchBuilder) {
        var customer = DocumentCustomer(name: ledger.customers[number])
        let place = batches.customers.count
        let range = ledger.offsets[number]..<ledger.offsets[number + 1]
        var all: [RowDetail] = []
        for document in range { add(document, customer: place, rows: &all, to: &batches) }
        let left = leftOut.isEmpty ? [] : leftOut.removeValue(forKey: customer.name) ?? []
        addLeftOut(left, customer: place, to: &batches)
        customer.addIdentities(of: all + left, holdsPhones: builder.holdsPhones)
        batches.customers.append(customer)
    }

    /// Adds a document that is nobody's.
    mutating func add(nobodys document: Int, to batches: inout BatchBuilder) {
        var all: [RowDetail] = []
        add(document, customer: nil, rows: &all, to: &batches)
    }

    private mutating func add(
        _ document: Int, customer: Int?, rows all: inout [RowDetail], to batches: inout BatchBuilder
    ) {
        let marks = notes.rows(of: document - first).sorted { $0 & ~(1 << 63) < $1 & ~(1 << 63) }
        var rows: [DocumentBuilder.SourceRow] = []
        rows.reserveCapacity(marks.count)
        for word in marks {
            let mark = RowMark(word: word)
            guard let detail = details.detail(of: mark.row) else { continue }
            // What was given back of an order that it reversed stands beside a row that is there already.
            if mark.isCopy, rows.last?.detail.mark == detail.mark { continue }
            if !mark.isCopy, rows.last?.detail.mark == detail.mark { rows.removeLast() }
            rows.append(.init(detail: detail, isCopy: mark.isCopy))
            all.append(detail)
        }
        let isFirst = ledger.kinds[document] != .refund || !rows.allSatisfy(\.isCopy)
        let further = isFirst ? rows.first.map { details.takeContinued($0.detail.header.order) } ?? [] : []
        all += further
        batches.add(
            builder.document(at: document, of: ledger, rows: rows, further: further, customer: customer),
            rows: rows.count { !$0.isCopy } + further.count)
    }

    /// Adds what is left: customers who have nothing that counts, and nobody.
    mutating func addLeftOut(
        to batches: inout BatchBuilder, each: (inout BatchBuilder) throws -> Void
    ) throws {
        let rest = leftOut.sorted { ($0.value.first?.mark.word ?? 0) < ($1.value.first?.mark.word ?? 0) }
        leftOut = [:]
        for (name, rows) in rest {
            let place = name.isEmpty ? nil : batches.customers.count
            addLeftOut(rows, customer: place, to: &batches)
            if place != nil {
                var customer = DocumentCustomer(name: name)
                customer.addIdentities(of: rows, holdsPhones: builder.holdsPhones)
                batches.customers.append(customer)
            }
            try each(&batches)
        }
    }

    /// Adds the documents of one customer's rows that were left out, order by order.
    private mutating func addLeftOut(_ rows: [RowDetail], customer: Int?, to batches: inout BatchBuilder) {
        var orders: [[RowDetail]] = []
        var places: [UInt64: Int] = [:]
        for row in rows {
            let order = row.header.order
            if order != 0, let place = places[order] {
                orders[place].append(row)
            } else {
                places[order] = orders.count
                orders.append([row])
            }
        }
        for rows in orders {
            let further = rows.first.map { details.takeLeftOut($0.header.order) } ?? []
            guard
                let document = builder.leftOut(
                    rows, further: further, customer: customer, dimensions: ledger.dimensions.count)
            else { continue }
            batches.add(document, rows: document.rows.count)
        }
    }
}
