// Unsafe memory: rows are lent for the call that merges them, and keep to their number.

import Domain
import Ledger

/// Puts one document together from what the ledger has of it and from the details of its rows.
struct DocumentBuilder {
    let currency: Currency
    let rule: DocumentRule
    /// Whether rows of other currencies were brought into the ledger's.
    let isConverted: Bool
    /// By file: whether it tells of lines.
    let hasLines: [Bool]
    /// By file: whether the column of customers holds telephone numbers.
    let holdsPhones: [Bool]
    /// By file and chunk: how many physical lines stand before it.
    let firstLines: [[Int]]

    /// A row of a document.
    struct SourceRow {
        let detail: RowDetail
        /// Whether the row is another document's and stands here for what it says was given back.
        let isCopy: Bool
    }

    /// The document at a place of the ledger.
    ///
    /// - Parameters:
    ///   - rows: In the files' order.
    ///   - further: Rows of the order without date and amount.
    func document(
        at place: Int, of ledger: Ledger, rows: [SourceRow], further: [RowDetail], customer: Int?
    ) -> OrderDocument {
        let minute = ledger.minutes[place] == Ledger.noMinute ? nil : Int(ledger.minutes[place])
        let moment = Int(ledger.days[place]) * 1_440 + (minute ?? 0)
        let own = rows.filter { !$0.isCopy }.map(\.detail) + further
        return complete(
            OrderDocument(
                customer: customer, kind: ledger.kinds[place], day: Day(number: ledger.days[place]), minute: minute,
                second: minute == nil ? nil : second(of: rows, moment: moment), minorUnits: ledger.minorUnits[place],
                ownMoney: ownMoney(of: rows, minorUnits: ledger.minorUnits[place]),
                contribution: ledger.contributions.isEmpty ? nil : ledger.contributions[place],
                lacksGoodsCost: ledger.lacksGoodsCost.isEmpty ? false : ledger.lacksGoodsCost[place],
                dimensions: ledger.dimensions.map { $0.values[Int($0.codes[place])] }, lines: [], rows: []),
            texts: rows.map(\.detail), own: own)
    }

    /// The document of rows that were left out for their status; all of one customer and one order.
    func leftOut(_ rows: [RowDetail], further: [RowDetail], customer: Int?, dimensions: Int) -> OrderDocument? {
        // Of an order that stands in several files the last tells.
        let rows = rows.filter { $0.mark.file == rows.last?.mark.file }
        // Further rows with money of their own were the order's.
        let all = rows + further.filter { !$0.header.flags.contains(.blankAmount) }
        guard let merged = merged(all) else { return nil }
        let day = ShardWriter.day(merged.minute)
        let sources = all.map { SourceRow(detail: $0, isCopy: false) }
        return complete(
            OrderDocument(
                customer: customer, kind: merged.kind, day: Day(number: day),
                minute: merged.dayOnly ? nil : Int(merged.minute) - Int(day) * 1_440,
                second: merged.dayOnly ? nil : second(of: sources, moment: Int(merged.minute)),
                minorUnits: merged.minorUnits,
                ownMoney: ownMoney(of: sources, minorUnits: merged.minorUnits), contribution: nil,
                lacksGoodsCost: false,
                dimensions: (0..<dimensions).map { number in
                    rows.lazy.compactMap { $0[dimension: number] }.first ?? ""
                },
                leftOut: .statusExcluded, lines: [], rows: []), texts: rows, own: rows + further)
    }

    /// The one document that the ledger's rule makes of rows that were left out.
    private func merged(_ rows: [RowDetail]) -> Document? {
        var sorted = rows.map { row in
            var flags = row.header.flags
            let isOther = row.header.currency != 0 && row.header.currency != RowDetail.currencyNumber(currency.code)
            if isOther, !isConverted { flags.insert(.blankAmount) }
            return SortedRow(
                Row(
                    order: row.header.order,
                    micros: flags.contains(.blankAmount) ? 0 : row[.converted] ?? row.header.micros,
                    customer: 0, minute: row.header.minute, flags: flags), extra: 0)
        }
        sorted.sort(by: SortedRow.isBeforeByOrder)
        guard let first = sorted.first else { return nil }
        var documents: [Document] = []
        var findings = DocumentRule.Findings()
        sorted.withUnsafeMutableBufferPointer {
            rule.merge($0, $0.indices, into: &documents, findings: &findings)
        }
        return documents.first ?? rule.document(of: first, at: 0)
    }

    // MARK: What the rows say

    private func complete(_ document: OrderDocument, texts: [RowDetail], own: [RowDetail]) -> OrderDocument {
        var document = document
        // A refund that gave an order back whole is one of the order's rows.
        let named = texts.first { !$0.header.flags.contains(.namedRefund) } ?? texts.first
        document.order = named?[.order]
        if let named, named.header.flags.contains(.namedRefund) { document.refundOf = named[.refundOf] }
        document.amount = named?[.amount]
        document.status = first(.status, of: texts)
        document.paymentStatus = first(.paymentStatus, of: texts)
        document.fulfilmentStatus = first(.fulfilmentStatus, of: texts)
        let isInOrder = zip(own, own.dropFirst()).allSatisfy { $0.mark < $1.mark }
        for row in isInOrder ? own : own.sorted(by: { $0.mark < $1.mark }) {
            let place = RowPlace(
                file: row.mark.file, line: firstLines[row.mark.file][row.mark.chunk] + row.mark.line + 1)
            document.rows.append(place)
            if hasLines[row.mark.file] { document.lines.append(line(of: row, at: place)) }
        }
        return document
    }

    private func first(_ text: RowDetail.Text, of rows: [RowDetail]) -> String? {
        for row in rows { if let found = row[text] { return found } }
        return nil
    }

    private func line(of row: RowDetail, at place: RowPlace) -> OrderLine {
        let digits = ownCurrency(row)?.minorDigits ?? currency.minorDigits
        func money(_ number: RowDetail.Number) -> Int64? {
            row[number].map { Amount.minorUnits(ofMicros: $0, minorDigits: digits) }
        }
        return OrderLine(
            product: row[.product], productName: row[.productName],
            quantityThousandths: row[.quantity].map { Amount.minorUnits(ofMicros: $0, minorDigits: 3) },
            unitPriceMinorUnits: money(.unitPrice), amountMinorUnits: money(.lineAmount), place: place)
    }

    /// The second of the row that gave the document its moment.
    private func second(of rows: [SourceRow], moment: Int) -> Int? {
        for row in rows where Int(row.detail.header.minute) == moment && row.detail.header.second < 60 {
            return Int(row.detail.header.second)
        }
        return nil
    }

    // MARK: The rows' own currency

    private func ownCurrency(_ row: RowDetail) -> Currency? {
        RowDetail.currencyCode(row.header.currency).flatMap { Currency($0) }
    }

    private func ownMoney(of rows: [SourceRow], minorUnits: Int64) -> Money? {
        let currencies = Set(rows.map { $0.detail.header.flags.contains(.blankAmount) ? 0 : $0.detail.header.currency })
            .subtracting([0])
        guard currencies.count <= 1 else { return nil }
        guard let own = currencies.first.flatMap(RowDetail.currencyCode).flatMap({ Currency($0) }), own != currency
        else { return Money(minorUnits: minorUnits, currency: currency) }
        guard let micros = ownMicros(of: rows) else { return nil }
        return Money(minorUnits: Amount.minorUnits(ofMicros: micros, minorDigits: own.minorDigits), currency: own)
    }

    /// What the document's rows add up to, by the ledger's rule; nil where they alone do not tell.
    private func ownMicros(of rows: [SourceRow]) -> Int64? {
        let isOrder = rows.contains { !$0.isCopy && $0.detail.header.flags.isDisjoint(with: .anyRefund) }
        var sum: Int64 = 0
        var isGiven = false
        for row in rows {
            let flags = row.detail.header.flags
            if isOrder, row.isCopy || !flags.isDisjoint(with: .anyRefund) { continue }
            if !row.isCopy, flags.contains(.blankAmount) { continue }
            if isGiven, rule.totalIsRepeated, !flags.contains(.namedRefund) { continue }
            guard let own = row.isCopy ? row.detail[.refunded] : row.detail.header.micros else { return nil }
            let (next, overflow) = sum.addingReportingOverflow(own)
            if overflow || next.magnitude > 9_000_000_000_000_000_000 { return nil }
            (sum, isGiven) = (next, true)
        }
        return isGiven ? sum : nil
    }
}
