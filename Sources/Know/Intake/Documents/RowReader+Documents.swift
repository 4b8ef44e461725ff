// Unsafe memory: a customer's text is read below its count while its chunk is there.

import Domain

// What a row says beyond the ledger, written down where documents are asked for.
extension RowReader {
    /// Which row the record is.
    var mark: RowMark { RowMark(file: file, chunk: chunkNumber, line: scanner.recordLine) }

    /// A row's money in its own currency: millionths, and what the row says was given back.
    struct OwnMoney {
        var micros: Int64 = 0
        var refunded: Int64 = 0
    }

    /// Writes down an accepted row of the batch.
    mutating func keepDetail(_ row: Pending, _ details: DetailWriter) {
        let mark = mark
        var money = own.micros
        if row.flags.contains(.namedRefund), money > 0 { money = 0 &- money }
        var header = RowDetail.Header(
            mark: mark.word, order: row.order, micros: money, minute: row.minute, flags: row.flags)
        if options.rates != nil, !row.flags.contains(.blankAmount) {
            header.currency = RowDetail.currencyNumber(lastCurrency.code)
        }
        let stream =
            row.isIdentified
            ? shard(of: Hashing.spread(row.key)) : details.streams.ofNobody(order: row.order, minute: row.minute)
        let converted = options.rates == nil ? nil : row.micros
        keep(&header, refunded: own.refunded, converted: converted, stream: stream, details)
    }

    /// Writes down a row that was read column by column.
    mutating func keepPlainDetail(_ place: Int, _ details: DetailWriter) {
        var header = RowDetail.Header(
            mark: mark.word, order: columns.orders[place], micros: columns.micros[place],
            minute: columns.minutes[place], flags: columns.flags[place])
        keep(&header, stream: shard(of: columns.hashes[place]), details)
    }

    /// Writes down a further row of an order, which has neither date nor amount.
    mutating func keepContinued(_ order: UInt64, _ details: DetailWriter) {
        let stream = details.streams.ofNobody(order: order)
        var header = RowDetail.Header(mark: mark.word, order: order, micros: 0, minute: 0, flags: .blankAmount)
        header.detour = .unplaced
        keep(&header, stream: stream, details)
        yield.continuedMarks.append((order, mark))
    }

    /// Writes down a row that was left out for its status, as far as it can be read.
    mutating func keepLeftOut(_ details: DetailWriter) {
        // The row has no say in how dates and amounts are read.
        let (ownDates, ownAmounts) = (dates, amounts)
        defer { (dates, amounts) = (ownDates, ownAmounts) }
        amounts.forgetCurrency()
        guard case .moment(let minute, let hasTime) = dates.read(field(layout.date), time: field(layout.time)),
            minute < asOfMinute
        else {
            yield.leftOutWithoutDocument += 1
            return
        }
        let order = orderKey() ?? 0
        var header = RowDetail.Header(
            mark: mark.word, order: order, micros: 0, minute: minute, flags: hasTime ? [] : .dayOnly)
        header.detour = .leftOut
        var converted: Int64?
        if case .amount(let micros) = amount() {
            header.micros = micros
            let code = ownCurrencyCode()
            header.currency = RowDetail.currencyNumber(code)
            converted = leftOutMoney(micros, code: code, minute: minute)
        }
        if converted == nil { header.flags.insert(.blankAmount) }
        if hasNegativeQuantity { header.flags.insert(.negativeQuantity) }
        var customer = Pending(
            key: 0, order: order, micros: 0, text: base, textCount: 0, check: 0, minute: minute, flags: [],
            isIdentified: false)
        _ = identifySlowly(&customer)
        let stream =
            customer.isIdentified
            ? shard(of: Hashing.spread(customer.key)) : details.streams.ofNobody(order: order, minute: minute)
        if order != 0 { yield.leftOutStreams[order] = min(stream, yield.leftOutStreams[order] ?? stream) }
        keep(&header, converted: converted, leftOut: customer, stream: stream, details)
    }

    /// The code of the currency that the row names; empty where it names none.
    private mutating func ownCurrencyCode() -> String {
        let text = layout.currency >= 0 ? field(layout.currency) : nothing
        if !text.isEmpty { return CurrencySigns.code(of: text.text) ?? text.text }
        return amounts.currency?.code ?? impliedCurrency?.code ?? ""
    }

    /// Millionths in the ledger's currency; nil where they cannot be brought into it.
    private func leftOutMoney(_ micros: Int64, code: String, minute: Int32) -> Int64? {
        guard let rates = options.rates, let target = options.baseCurrency, let currency = Currency(code),
            currency != target
        else { return micros }
        guard let rate = rates.rate(of: currency, on: ShardWriter.day(minute)) else { return nil }
        return ExchangeRates.convert(micros: micros, rate: rate)
    }

    /// Adds what stands in the columns and writes the detail.
    private mutating func keep(
        _ header: inout RowDetail.Header, refunded: Int64 = 0, converted: Int64? = nil, leftOut: Pending? = nil,
        stream: Int, _ details: DetailWriter
    ) {
        let columns = details.columns
        header.second = second()
        details.add(number(columns.quantity), as: .quantity)
        details.add(number(columns.unitPrice), as: .unitPrice)
        if !columns.amountIsLine {
            details.add(number(columns.lineAmount), as: .lineAmount)
        } else if header.micros != 0 || !header.flags.contains(.blankAmount) {
            details.add(header.micros, as: .lineAmount)
        }
        if refunded != 0 { details.add(refunded, as: .refunded) }
        details.add(converted, as: .converted)
        addTexts(details)
        if let leftOut { addName(of: leftOut, details) }
        details.end(header, stream: stream)
    }

    private mutating func addTexts(_ details: DetailWriter) {
        let columns = details.columns
        details.add(field(columns.order), as: .order)
        details.add(field(columns.refundOf), as: .refundOf)
        details.add(field(columns.externalID), as: .externalID)
        details.add(field(columns.email), as: .email)
        details.add(field(columns.phone), as: .phone)
        details.add(field(columns.status), as: .status)
        details.add(field(columns.paymentStatus), as: .paymentStatus)
        details.add(field(columns.fulfilmentStatus), as: .fulfilmentStatus)
        details.add(field(columns.amount), as: .amount)
        details.add(field(columns.product), as: .product)
        details.add(field(columns.productName), as: .productName)
    }

    /// Adds what the ledger does not tell of a row that was left out: whose it is, and what orders are broken down by.
    private mutating func addName(of customer: Pending, _ details: DetailWriter) {
        if customer.isIdentified, customer.textCount > 0 {
            details.add(Bytes(customer.text, count: Int(customer.textCount)), as: .name)
        } else if customer.isIdentified {
            // A number is its own name.
            details.add(kept(String(customer.key)), as: .name)
        }
        for (column, extra) in layout.dimensions {
            details.add(field(column), at: RowDetail.place(ofDimension: extra))
        }
    }

    /// The number in a column, in millionths; nil where none can be read.
    private mutating func number(_ column: Int) -> Int64? {
        if column < 0 { return nil }
        if !layout.hasTypedNumbers, let plain = amounts.plain(field(column)) { return plain }
        // The column has no say in how amounts are read, and `3 pcs` is no currency.
        let ownAmounts = amounts
        let ownExample = evidence.ambiguousAmount
        defer { (amounts, evidence.ambiguousAmount) = (ownAmounts, ownExample) }
        guard case .amount(let micros) = readAmount(column) else { return nil }
        return micros
    }

    /// The second of the row's time of day, 255 where it has none.
    private mutating func second() -> UInt8 {
        let time = layout.time >= 0 ? field(layout.time) : nothing
        let text = time.isEmpty ? field(layout.date) : time
        if text.count < 8 { return 255 }
        for place in 0...(text.count - 6)
        where text[place] == UInt8(ascii: ":") && text[place + 3] == UInt8(ascii: ":") {
            let (tens, ones) = (text[place + 4] &- 48, text[place + 5] &- 48)
            return tens < 6 && ones < 10 ? tens * 10 + ones : 255
        }
        switch layout.plan.dateFormat {
        case .epochSeconds: return text.digits.map { UInt8($0 % 60) } ?? 255
        case .epochMilliseconds: return text.digits.map { UInt8($0 / 1_000 % 60) } ?? 255
        default: return 255
        }
    }
}
