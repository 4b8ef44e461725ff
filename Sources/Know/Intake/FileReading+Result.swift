import Domain
import Ledger

// What the workers read becomes one result.
extension FileReading {
    func finish(
        _ parsers: [RowParser], _ extras: RowLayout.Extras
    ) throws -> (IntakeResult, DocumentDelivery?) {
        var accounting = Accounting()
        for parser in parsers { accounting.add(parser.yield.accounting) }
        guard accounting.rows > 0 else { throw IntakeError.noRows }
        var late = LateRejects()
        let totals = TotalsSearch(parsers, files: files)
        late.add(totals: totals.rejects)
        let currency = try currency(ofRows: sums(parsers.map(\.yield.currencyRows)))
        let hasOrders = files.contains { $0.plan.columns[.order] != nil }
        // A blank amount is fine beside another row of its order and a fault without: only merging tells.
        let hasBlanks = parsers.contains { !$0.yield.blankAmounts.isEmpty }
        var assembler = LedgerAssembler(
            parsers: parsers, extras: extras, currency: currency,
            rule: DocumentRule(
                merges: hasOrders && (hasBlanks || !ordersAscend(parsers)), totalIsRepeated: false,
                minorDigits: currency.minorDigits),
            workers: workers)
        assembler.rule.costsOnce = extras.costRoles.map { _ in false }
        var repeatingOrders: Int?
        var moves: [RowMove] = []
        assembler.continuedOrders = Set(parsers.lazy.flatMap(\.yield.continuedMarks).map(\.order))
        if assembler.rule.merges {
            moves = OwnerSearch.run(
                parsers, hasRefunds: files.contains { $0.plan.columns[.refundOf] != nil }, extras: extras)
            assembler.rule.excludedOrders = Set(parsers.flatMap(\.yield.excludedOrders)).sorted()
            (assembler.rule.totalIsRepeated, repeatingOrders) = try repeatedTotals(assembler)
            if extras.hasCosts {
                assembler.rule.costsOnce = assembler.costsOnce(amountIsPerLine: options.amountIsPerLine == true)
            }
        }
        late.findContinued(parsers)
        let result = try assembler.assemble()
        late.add(result.findings, parsers)
        late.settle(&accounting)
        accounting.leaveOut(result.findings.excludedRows, as: .statusExcluded)
        let rejects = parsers.flatMap(\.yield.rejects) + late.rejects
        let delivery = result.notes.map { sources in
            DocumentDelivery(
                result.ledger, sources: sources, parsers: parsers, moves: moves, rule: assembler.rule,
                plans: files.map(\.plan), isConverted: options.rates != nil,
                firstLines: firstLines(parsers.flatMap(\.yield.chunks)))
        }
        let answer = IntakeResult(
            ledger: result.ledger, accounting: accounting,
            rejects: rejectedRows(rejects, chunks: parsers.flatMap(\.yield.chunks)),
            plans: files.map(\.plan), statusRows: sums(parsers.map(\.yield.statusRows)),
            usedStatusRules: parsers.reduce(into: []) { $0.formUnion($1.yield.usedStatusRules) },
            unmetFilters: unmetFilters(parsers), conflictingOrders: result.conflictingOrders.count,
            conflictExamples: try orderTexts(of: result.conflictingOrders.prefix(5)),
            refundsWithoutOrder: result.findings.refundsWithoutOrder,
            overlappingOrders: result.findings.overlappingOrders,
            totalIsRepeated: assembler.rule.totalIsRepeated, ordersRepeatingTotal: repeatingOrders,
            totalStandsOnce: !assembler.rule.totalIsRepeated && result.findings.ordersWithSeveralAmounts == 0
                && (result.findings.ordersWithOneAmount > 0 || late.continuing > 0),
            costsCountedOnce: zip(extras.costRoles, assembler.rule.costsOnce).filter(\.1).map(\.0),
            ordersRefundedWhole: result.findings.refundedWhole,
            ordersRefundedInPart: result.findings.refundedInPart,
            convertedRows: sums(parsers.map(\.yield.convertedRows)), costSigns: costSigns.flatMap(\.self),
            totalsNamesakes: totals.customers)
        return (answer, delivery)
    }

    /// The filters that name a value which no row has.
    private func unmetFilters(_ parsers: [RowParser]) -> [UnmetFilter] {
        options.filters.enumerated().compactMap { place, filter in
            let found = parsers.map { $0.yield.filterValues[place] }.reduce(into: FilterValues()) { $0.merge($1) }
            // Who leaves out what is blank wants no blank.
            guard !found.isMet, filter.isEqual || !filter.value.isEmpty else { return nil }
            let values = found.values
            return UnmetFilter(filter: filter, values: values.first, areAllValues: values.areAll)
        }
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
    ///
    /// - Parameters:
    ///   - rows: By currency code; blank where none is named.
    ///   - canFilter: Whether rows of one currency can be picked out.
    func currency(ofRows rows: [String: Int], canFilter: Bool = true) throws -> Currency {
        var rows = rows
        rows[""] = nil
        if let base = options.baseCurrency {
            let others = rows.keys.filter { $0 != base.code }.sorted()
            if let other = others.first, options.rates == nil {
                throw IntakeError.missingRates(from: other, to: base.code)
            }
            return base
        }
        guard rows.count <= 1 else {
            let haveColumn = canFilter && files.allSatisfy { $0.plan.columns[.currency] != nil }
            throw IntakeError.severalCurrencies(rows, haveColumn: haveColumn)
        }
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

    /// Whether the amount on each row is the order's total, and how many orders show it; nil where none had to.
    private func repeatedTotals(_ assembler: LedgerAssembler) throws -> (areRepeated: Bool, orders: Int?) {
        let isTotal = files.allSatisfy {
            if case .column(_, isLine: false) = $0.plan.amount { true } else { false }
        }
        guard isTotal else { return (false, nil) }
        if let perLine = options.amountIsPerLine { return (!perLine, nil) }
        let found = assembler.totalsEvidence()
        if found.repeated == 0 { return (false, nil) }
        if found.different == 0 { return (true, found.repeated) }
        let share = Double(found.repeated) / Double(found.repeated + found.different)
        guard share <= 0.5 else {
            throw IntakeError.unclearTotals(
                column: name(of: .amount, in: 0), repeated: found.repeated, different: found.different)
        }
        return (false, nil)
    }

    /// Rejected rows with their lines in the file, in order.
    func rejectedRows(_ rejects: [RowYield.Reject], chunks: [RowYield.ChunkNote]) -> [RejectedRow] {
        let linesBefore = firstLines(chunks)
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

    /// By file and chunk: how many physical lines stand before it.
    private func firstLines(_ chunks: [RowYield.ChunkNote]) -> [[Int]] {
        var linesBefore: [[Int]] = files.map { _ in [] }
        for note in chunks.sorted(by: { ($0.file, $0.chunk) < ($1.file, $1.chunk) }) {
            let before = linesBefore[note.file].last ?? files[note.file].headerLines
            if linesBefore[note.file].isEmpty { linesBefore[note.file].append(before) }
            linesBefore[note.file].append((linesBefore[note.file].last ?? before) + note.lineFeeds)
        }
        return linesBefore
    }
}
