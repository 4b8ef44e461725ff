import Domain
import Ledger
import TestSupport

@testable import Intake

/// A reading whose documents were handed over, held against a reading of the same files without.
struct DocumentReading {
    let result: IntakeResult
    let batches: [DocumentBatch]
    let account: DocumentAccount

    var documents: [OrderDocument] { batches.flatMap(\.documents) }
    var lines: [OrderLine] { documents.flatMap(\.lines) }

    init(
        _ files: [PlannedFile], options: IntakeOptions, chunkSize: Int = Chunk.usualSize,
        linesAtOnce: Int = PlainRows.capacity, spool: any RowSpool = MemorySpool()
    ) throws {
        var reading = FileReading(
            files, options: options, chunkSize: chunkSize, linesAtOnce: linesAtOnce, spool: spool, progress: nil)
        var batches: [DocumentBatch] = []
        (result, account) = try reading.read { batches.append($0) }
        self.batches = batches
    }

    init(_ text: String, options: IntakeOptions = IntakeOptions(workers: 1)) throws {
        var batches: [DocumentBatch] = []
        let read = try OrderIntake([MemoryFile(text)]).readDocuments(options: options)
        result = read.result
        account = try read.forEachBatch { batches.append($0) }
        self.batches = batches
    }

    /// What is not as the other reading has it, in words; nil when nothing is wrong.
    func difference(from plain: IntakeResult, files: [PlannedFile]) -> String? {
        if result.ledger.columns != plain.ledger.columns { return "another ledger" }
        if result.accounting != plain.accounting { return "\(result.accounting) instead of \(plain.accounting)" }
        return brokenOrder ?? brokenDocument(plain.ledger) ?? brokenSales(plain.ledger)
            ?? brokenRows(plain.accounting, isAlone: files.count == 1)
    }

    /// The batches count from 0, each customer is in one, and documents name customers who are there.
    private var brokenOrder: String? {
        if batches.map(\.number) != Array(batches.indices) { return "batches \(batches.map(\.number))" }
        let names = batches.flatMap(\.customers).map(\.name)
        if Set(names).count != names.count { return "a customer twice in \(names)" }
        for batch in batches {
            var last = -1
            for document in batch.documents {
                let customer = document.customer ?? batch.customers.count
                if customer < last || document.customer != nil && customer >= batch.customers.count {
                    return "customer \(customer) behind \(last)"
                }
                last = customer
            }
        }
        return nil
    }

    private func brokenDocument(_ ledger: Ledger) -> String? {
        var texts: [String] = []
        for batch in batches {
            for document in batch.documents where document.isCounted {
                guard let customer = document.customer else { continue }
                texts.append(Self.text(document, of: batch.customers[customer].name))
            }
        }
        for customer in 0..<ledger.customerCount {
            for place in ledger.offsets[customer]..<ledger.offsets[customer + 1] {
                let text = Self.text(ledger, place, of: ledger.customers[customer])
                if place >= texts.count { return "no \(text)" }
                if texts[place] != text { return "\(texts[place]) instead of \(text)" }
            }
        }
        return texts.count == ledger.documentCount ? nil : "\(texts.count) documents of \(ledger.documentCount)"
    }

    private static func text(_ document: OrderDocument, of customer: String) -> String {
        let contribution = document.contribution.map { "\($0)" } ?? "-"
        return "\(customer) \(document.day) \(document.minute ?? -1) \(document.kind) \(document.minorUnits) "
            + "\(contribution) \(document.lacksGoodsCost) \(document.dimensions)"
    }

    private static func text(_ ledger: Ledger, _ place: Int, of customer: String) -> String {
        let minute = ledger.minutes[place] == Ledger.noMinute ? -1 : Int(ledger.minutes[place])
        let contribution = ledger.contributions.isEmpty ? "-" : "\(ledger.contributions[place])"
        let lacks = ledger.lacksGoodsCost.isEmpty ? false : ledger.lacksGoodsCost[place]
        return "\(customer) \(Day(number: ledger.days[place])) \(minute) \(ledger.kinds[place]) "
            + "\(ledger.minorUnits[place]) \(contribution) \(lacks) "
            + "\(ledger.dimensions.map { $0.values[Int($0.codes[place])] })"
    }

    private func brokenSales(_ ledger: Ledger) -> String? {
        var sales = UnidentifiedSales()
        for document in documents where document.isCounted && document.customer == nil {
            switch document.kind {
            case .order:
                sales.orders += 1
                sales.grossMinorUnits += document.minorUnits
                sales.firstDay = min(sales.firstDay ?? .max, document.day.number)
                sales.lastDay = max(sales.lastDay ?? .min, document.day.number)
            case .refund: sales.refundMinorUnits -= document.minorUnits
            case .reversed: break
            }
        }
        return sales == ledger.unidentified ? nil : "\(sales) instead of \(ledger.unidentified)"
    }

    /// Every accepted row is one document's, and every row that was left out for its status.
    private func brokenRows(_ accounting: Accounting, isAlone: Bool) -> String? {
        let counted = documents.filter(\.isCounted)
        if counted.count != account.counted || documents.count - counted.count != account.leftOut {
            return "\(documents.count) documents of \(account)"
        }
        if lines.count != account.lines { return "\(lines.count) lines of \(account)" }
        let rows = documents.flatMap(\.rows)
        if Set(rows).count != rows.count { return "a row twice in \(rows.sorted().map { "\($0.file):\($0.line)" })" }
        for document in documents where !document.lines.isEmpty {
            // Beside a file that tells of lines may stand one that does not.
            let files = Set(document.lines.map(\.place.file))
            let rows = document.rows.filter { files.contains($0.file) }
            if document.lines.map(\.place) != rows { return "lines \(document.lines) of rows \(document.rows)" }
        }
        // Of an order in two files one version counts.
        guard isAlone else { return nil }
        let excluded = accounting.ignoredByReason[.statusExcluded] ?? 0
        let countedRows = counted.reduce(0) { $0 + $1.rows.count }
        let without = account.acceptedWithoutDocument
        let mayBeWithout = (accounting.rejectedByReason[.missingAmount] ?? 0) > 0
        if account.countedRows != countedRows || countedRows + without != accounting.accepted
            || without != 0 && !mayBeWithout
        {
            return "\(countedRows) rows of \(accounting.accepted) accepted, \(account)"
        }
        let leftOut = rows.count - countedRows
        if leftOut + account.leftOutWithoutDocument != excluded || account.leftOutRows != leftOut {
            return "\(leftOut) rows of \(excluded) left out, \(account)"
        }
        return nil
    }
}

extension FileReading {
    /// Reads all rows and hands over the documents.
    mutating func read(
        _ body: (DocumentBatch) throws -> Void
    ) throws -> (result: IntakeResult, account: DocumentAccount) {
        let read = try readDocuments()
        return (read.result, try read.forEachBatch(body))
    }
}
