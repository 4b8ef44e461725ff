import Domain

// The fields of a record: state, order, money.
extension RowReader {
    /// Leaves out a row whose status says that its order never was one. Its order's further rows may say nothing of
    /// themselves, so the order is remembered.
    mutating func exclude() {
        if isRepeatedHeader() { return ignoreHeader() }
        ignore(.statusExcluded)
        if let details { if isNoSale { yield.leftOutWithoutDocument += 1 } else { keepLeftOut(details) } }
        if !isNoSale, let order = orderKey() {
            noteOrder(order)
            yield.excludedOrders.append(order)
        }
    }

    /// Whether the row is left out for what it is, a payout or a fee: that says nothing of the order it names.
    private var isNoSale: Bool { mutating get { typeRule == .exclude } }

    /// Whether the row's type says that it is a sale: it may name a subscription or a quote then, and no order that it
    /// gives back.
    var isSale: Bool { mutating get { typeRule == .count } }

    /// What is known of the row's type.
    private var typeRule: StatusRule? {
        mutating get {
            guard let place = layout.statuses.firstIndex(where: { $0.role == .type }) else { return nil }
            let type = field(layout.statuses[place].column)
            if type.isEmpty { return nil }
            let key = Hashing.text(type).key
            return statuses[place].rule(of: key) ?? layout.plan.knownRule(of: type.text, in: .type)
        }
    }

    /// Whether all columns that tell of the order's state are blank; what the row is says nothing of that beside them.
    var hasNoStatus: Bool {
        mutating get {
            let hasOthers = layout.statuses.count > 1
            for (column, role) in layout.statuses where !(hasOthers && role == .type) {
                if !field(column).isEmpty { return false }
            }
            return true
        }
    }

    /// Leaves out a header that stands again among the rows; its names are no statuses.
    mutating func ignoreHeader() {
        for place in layout.statuses.indices where !field(layout.statuses[place].column).isEmpty {
            statuses[place].takeBack()
        }
        ignore(.repeatedHeader)
    }

    /// What the row's statuses say together.
    mutating func statusRule() -> StatusRule {
        if layout.statuses.count == 1 { return statusRule(0) }
        var rules: [ColumnRole: StatusRule] = [:]
        for place in layout.statuses.indices { rules[layout.statuses[place].role] = statusRule(place) }
        return StatusRule.combined(
            status: rules[.status] ?? .count, payment: rules[.paymentStatus] ?? .count,
            fulfilment: rules[.fulfilmentStatus] ?? .count, cancelled: rules[.cancelled] ?? .count,
            type: rules[.type] ?? .count)
    }

    /// What the status in the column at `place` of the layout's statuses says of the row.
    mutating func statusRule(_ place: Int) -> StatusRule {
        let (column, role) = layout.statuses[place]
        let status = field(column)
        if status.isEmpty { return .count }
        let key = Hashing.text(status).key
        if let rule = statuses[place].again(key) { return rule }
        let plan = layout.plan
        return statuses[place].look(up: key) {
            let text = status.text
            return StatusCache.Entry(text: text, rule: plan.knownRule(of: text, in: role))
        }
    }

    mutating func endStatuses() {
        for (place, (_, role)) in layout.statuses.enumerated() {
            for entry in statuses[place].counted {
                let key = OrderFilePlan.statusKey(entry.text, in: role).lowercased()
                if layout.plan.statusRules[key] != nil { yield.usedStatusRules.insert(key) }
                let rule = entry.rule ?? .count
                // When an order was cancelled is no status to list, and where it was not there is nothing to say.
                if role == .cancelled, rule == .count { continue }
                let status = FileStatus(
                    role: role, text: role == .cancelled ? "" : entry.text, rule: rule, isKnown: entry.rule != nil)
                yield.statusRows[status, default: 0] += entry.rows
            }
        }
        statuses = layout.statuses.map { _ in StatusCache() }
    }

    /// The key of the row's order id; nil when it is blank.
    @inline(__always)
    mutating func orderKey() -> UInt64? {
        guard layout.order >= 0 else { return nil }
        let id = field(layout.order)
        return id.isEmpty ? nil : Self.key(of: id)
    }

    /// A number without leading zeros is its own key; any other text is hashed.
    @inline(__always)
    static func key(of id: Bytes) -> UInt64 {
        if id[0] != UInt8(ascii: "0"), let number = id.digits { return number }
        return Hashing.text(id).key
    }

    @inline(__always)
    mutating func noteOrder(_ key: UInt64) {
        if note.firstOrder == 0 {
            note.firstOrder = key
        } else if key <= note.lastOrder {
            note.ascends = false
        }
        if key & Hashing.textMark != 0 { note.ascends = false }
        note.lastOrder = key
    }

    @inline(__always)
    mutating func amount() -> AmountReader.Outcome {
        let read: AmountReader.Outcome
        switch layout.amount {
        case .column(let column, _): read = readAmount(column)
        case .product(let quantity, let unitPrice): read = product(quantity, unitPrice)
        }
        guard hasAdjustments, case .amount(var sum) = read else { return read }
        for adjustment in layout.adjustments {
            switch readAmount(adjustment.column) {
            case .amount(let value): sum += adjustment.isAdded ? value : -value
            case .blank: break
            case let outcome: return outcome
            }
        }
        return sum.magnitude >= UInt64(Amount.limit) ? .tooLarge : .amount(sum)
    }

    @inline(__always)
    mutating func readAmount(_ column: Int) -> AmountReader.Outcome {
        let text = markedField(column)
        if layout.hasTypedNumbers, let number = typedNumber(text) { return number }
        let before = amounts.ambiguous
        let outcome = amounts.read(text)
        if amounts.ambiguous != before, evidence.ambiguousAmount == nil { evidence.ambiguousAmount = text.text }
        return outcome
    }

    /// Counts a row whose amount cannot be read, if the other decimal mark makes sense of it.
    mutating func noteOtherMark() {
        guard let mark = layout.plan.decimalMark else { return }
        let own = amounts
        amounts = AmountReader(mark: mark == .point ? .comma : .point)
        if case .amount = amount() { evidence.otherMarkRows += 1 }
        amounts = own
    }

    mutating func product(_ quantity: Int, _ unitPrice: Int) -> AmountReader.Outcome {
        let counted = readAmount(quantity)
        guard case .amount(let count) = counted else { return counted }
        // `3 pcs` is no currency.
        amounts.forgetCurrency()
        let priced = readAmount(unitPrice)
        guard case .amount(let price) = priced else { return priced }
        let product = count.magnitude.multipliedFullWidth(by: price.magnitude)
        guard product.high < 1_000_000 else { return .tooLarge }
        let (quotient, remainder) = UInt64(1_000_000).dividingFullWidth(product)
        guard quotient < UInt64(Amount.limit) else { return .tooLarge }
        let rounded = Int64(quotient) + (remainder >= 500_000 ? 1 : 0)
        return .amount((count < 0) != (price < 0) ? -rounded : rounded)
    }

    /// The money that the row says was given back, in the base currency and negative.
    mutating func refundedAmount(on minute: Int32) -> AmountReader.Outcome {
        let read = readAmount(layout.refundedAmount)
        guard case .amount(let value) = read, value != 0 else { return read == .amount(0) ? .blank : read }
        var micros = value > 0 ? -value : value
        if details != nil { own.refunded = micros }
        return convert(&micros, on: minute) == nil ? .amount(micros) : .tooLarge
    }

    /// Whether the money given back, which was read last, is in another currency than its row; a row without an amount
    /// has none.
    mutating func refundIsForeign(_ flags: Row.Flags) -> Bool {
        guard let beside = amounts.currency else { return false }
        amounts.forgetCurrency()
        guard !flags.contains(.blankAmount), let own = lastCurrency.currency else { return false }
        return !beside.canBe(own.code)
    }

    /// Takes the order that a refund's row names; false when it names none.
    mutating func nameRefundedOrder(_ order: inout UInt64, _ micros: inout Int64, _ flags: inout Row.Flags) -> Bool {
        let named = field(layout.refundOf)
        guard !named.isEmpty, !isSale, !CustomerIdentity.isNobody(named.text) else { return false }
        let key = Self.key(of: named)
        // An order that names itself is no refund, unless its money says so.
        if key == order, micros >= 0, !flags.contains(.ownRefund) { return false }
        order = key
        micros = micros > 0 ? -micros : micros
        flags.remove(.ownRefund)
        flags.insert(.namedRefund)
        note.ascends = false
        return true
    }

    var hasNegativeQuantity: Bool {
        mutating get {
            guard case .product(let quantity, _) = layout.amount else { return false }
            let text = field(quantity)
            return !text.isEmpty && text[0] == UInt8(ascii: "-")
        }
    }

    /// Counts the row's currency and brings its money into the base currency; a reason when that cannot be.
    @inline(__always)
    mutating func currency(on minute: Int32, _ micros: inout Int64) -> RejectReason? {
        var text = layout.currency >= 0 ? field(layout.currency) : Bytes(base, count: 0)
        if let beside = amounts.currency {
            let differ = amounts.currenciesDiffer
            amounts.forgetCurrency()
            if differ || contradicts(beside, column: text) { return .contradictoryCurrency }
            if text.isEmpty {
                return countCurrency(key: Self.hash(beside.code), text: beside.code, minute, &micros)
            }
        }
        if layout.currency < 0 { return countCurrency(key: Self.noCurrencyKey, text: "", minute, &micros) }
        if text.isEmpty {
            return impliedCurrency == nil
                ? .missingCurrency : countCurrency(key: Self.noCurrencyKey, text: "", minute, &micros)
        }
        if text.count > 8 { text = text[0..<8] }
        let key = Self.currencyKey(of: text)
        if key == lastCurrencyKey, options.rates == nil {
            lastCurrency.rows &+= 1
            return nil
        }
        return countCurrency(key: key, text: text.text, minute, &micros)
    }

    /// Whether the currency beside the row's amount is not the one that the column of currencies has.
    @inline(never)
    private mutating func contradicts(_ beside: WrittenCurrency, column: Bytes) -> Bool {
        // Most rows have the currency of the row before.
        if column.count <= 8, Self.currencyKey(of: column) == lastCurrencyKey, lastCurrency.code == beside.code {
            return false
        }
        guard !column.isEmpty, let named = CurrencySigns.code(of: column.text), !beside.canBe(named) else {
            return false
        }
        evidence.contradictedCurrencies[.init(named: named, written: beside.code), default: 0] += 1
        return true
    }

    /// The key of rows that name no currency.
    static let noCurrencyKey: UInt64 = 1

    /// The key of a currency's name, one to eight bytes long.
    @inline(__always)
    static func currencyKey(of text: Bytes) -> UInt64 { text.word(at: 0) << UInt64((8 &- text.count) &* 8) | 1 }

    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } | 3
    }

    mutating func countCurrency(key: UInt64, text: String, _ minute: Int32, _ micros: inout Int64) -> RejectReason? {
        if key != lastCurrencyKey {
            keepCurrencyRows()
            let code = text.isEmpty ? impliedCurrency?.code ?? "" : CurrencySigns.code(of: text) ?? text
            lastCurrency = currencies[key] ?? RowCurrency(code: code, currency: Currency(code), rows: 0)
            lastCurrencyKey = key
        }
        guard lastCurrency.currency != nil || text.isEmpty else {
            // The next row may name it too, and must not pass for one of the currency before.
            lastCurrencyKey = 0
            return .unknownCurrency
        }
        lastCurrency.rows += 1
        return convert(&micros, on: minute)
    }

    /// What rows that name no currency are in, where the file or the user says so.
    var impliedCurrency: Currency? { layout.plan.impliedCurrency ?? options.currency }

    /// Brings money of the current row's currency into the base currency; a reason when that cannot be.
    func convert(_ micros: inout Int64, on minute: Int32) -> RejectReason? {
        guard let rates = options.rates, let baseCurrency = options.baseCurrency,
            let currency = lastCurrency.currency, currency != baseCurrency
        else { return nil }
        let day = minute >= 0 ? minute / 1_440 : (minute - 1_439) / 1_440
        guard let rate = rates.rate(of: currency, on: day) else { return .missingRate }
        guard let converted = ExchangeRates.convert(micros: micros, rate: rate) else { return .amountTooLarge }
        micros = converted
        return nil
    }

    /// Counts an accepted row whose money was brought into the base currency.
    mutating func noteConversion() {
        guard let currency = lastCurrency.currency, currency != options.baseCurrency else { return }
        lastCurrency.converted += 1
    }

    mutating func keepCurrencyRows() {
        if lastCurrencyKey != 0 { currencies[lastCurrencyKey] = lastCurrency }
    }

    mutating func endCurrencies() {
        keepCurrencyRows()
        var rows: [String: Int] = [:]
        for currency in currencies.values where currency.rows > 0 { rows[currency.code, default: 0] += currency.rows }
        yield.currencyRows.merge(rows, uniquingKeysWith: +)
        for currency in currencies.values where currency.converted > 0 {
            yield.convertedRows[currency.code, default: 0] += currency.converted
        }
        currencies = [:]
        lastCurrencyKey = 0
    }
}
