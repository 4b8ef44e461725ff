// Whose row it is, and the way to that customer's shard.
extension RowReader {
    /// Finds out whose row it is; false when an e-mail address is none.
    @inline(__always)
    mutating func identify(_ place: Int) -> Bool {
        if identity.count == 1, identity[0].role == .customer {
            // A number in the customer's column: most files have nothing else.
            let id = field(identity[0].column)
            if id.count > 0, id[0] != UInt8(ascii: "0"), let number = id.digits {
                batch[place].key = number
                batch[place].check = 0
                batch[place].text = id.start
                batch[place].textCount = 0
                batch[place].isIdentified = true
                return true
            }
        }
        let pending = batch + place
        return identifySlowly(&pending.pointee)
    }

    mutating func identifySlowly(_ pending: inout Pending) -> Bool {
        var hasUnreadable = false
        for (column, role) in identity {
            let id = field(column)
            if id.isEmpty { continue }
            switch role {
            case .email:
                if isNobody(id) { continue }
                guard let email = address(id) else {
                    hasUnreadable = true
                    continue
                }
                setText(email, &pending)
            case .phone:
                guard
                    let phone = CustomerIdentity.normalisedPhone(
                        id.text, defaultCountry: layout.plan.phoneCountry)
                else { continue }
                setText(kept(phone), &pending)
            default:
                if id[0] != UInt8(ascii: "0"), let number = id.digits {
                    pending.key = number
                    pending.check = 0
                    pending.text = id.start
                    pending.textCount = 0
                } else {
                    if isNobody(id) { continue }
                    setText(address(id) ?? id, &pending)
                }
            }
            pending.isIdentified = true
            return true
        }
        pending.isIdentified = false
        pending.key = 0
        pending.textCount = 0
        pending.text = base
        return !hasUnreadable
    }

    /// Whether an id stands for nobody in particular, such as 0 or `guest`; what has another digit or is an address never
    /// does, and is not looked at further.
    private mutating func isNobody(_ id: Bytes) -> Bool {
        for place in 0..<id.count where id[place] &- 49 < 9 || id[place] == UInt8(ascii: "@") { return false }
        let key = Hashing.text(id).key
        if let known = nobodies[key] { return known }
        let found = CustomerIdentity.isNobody(id.text)
        // Where customers are known by name, remembering every one of them would cost more than asking again.
        if nobodies.count < 10_000 { nobodies[key] = found }
        return found
    }

    @inline(__always)
    mutating func setText(_ text: Bytes, _ pending: inout Pending) {
        (pending.key, pending.check) = Hashing.text(text)
        pending.text = text.start
        pending.textCount = Int32(text.count)
    }

    /// An e-mail address in its one form, the field itself when it has that already; nil when it is no address.
    mutating func address(_ id: Bytes) -> Bytes? {
        var signs = 0
        var isPlain = true
        for place in 0..<id.count {
            let byte = id[place]
            if byte == UInt8(ascii: "@") { signs += 1 }
            // Capitals, blanks, `<`, the colon of `mailto:`, and what is beyond ASCII.
            if byte &- 65 < 26 || byte <= 32 || byte >= 127 || byte == 58 || byte == 60 { isPlain = false }
        }
        guard signs > 0 else { return nil }
        if isPlain, signs == 1, id[0] != UInt8(ascii: "@"), id[id.count - 1] != UInt8(ascii: "@") { return id }
        return CustomerIdentity.normalisedEmail(id.text).map { kept($0) }
    }

    /// A text made while reading, as bytes that live until the batch is flushed.
    mutating func kept(_ text: String) -> Bytes {
        let utf8 = Array(text.utf8)
        let copy = newScratch(utf8.count)
        for (place, byte) in utf8.enumerated() { copy[place] = byte }
        return Bytes(copy, count: utf8.count)
    }

    mutating func readExtras(_ place: Int) {
        let extras = batchExtras + place * extraCount
        extras.update(repeating: 0, count: extraCount)
        for (column, extra) in layout.dimensions {
            extras[extra] = dimensionCodes[extra].codes.code(of: field(column))
        }
        if let extra = layout.fileExtra { extras[extra] = UInt16(truncatingIfNeeded: file) }
        if let extra = layout.costExtra {
            var sum: Int64 = 0
            for column in layout.costs {
                guard case .amount(var value) = readAmount(column) else { continue }
                amounts.forgetCurrency()
                if convert(&value, on: batch[place].minute) == nil { sum &+= value }
            }
            UnsafeMutableRawPointer(extras + extra).storeBytes(of: sum, as: Int64.self)
        }
    }

    /// Looks up the customers of the batch and hands its rows to their shards: many look-ups in a row, so that the
    /// memory they wait for is fetched together.
    mutating func flush() {
        // Every slot that will be looked at is touched once without waiting for the one before.
        var touched: UInt64 = 0
        for place in 0..<batchCount where batch[place].isIdentified {
            let hash = Hashing.spread(batch[place].key)
            let shard = hot + self.shard(of: hash)
            touched ^= shard.pointee.slots[Int(truncatingIfNeeded: hash) & shard.pointee.mask].key
        }
        lastTouched = touched
        for place in 0..<batchCount {
            let pending = batch + place
            var number = unidentifiedShard
            var code: UInt32 = 0
            if pending.pointee.isIdentified {
                let hash = Hashing.spread(pending.pointee.key)
                number = shard(of: hash)
                let place = KeyTable.place(
                    of: pending.pointee.key, check: pending.pointee.check, hash: hash, slots: hot[number].slots,
                    mask: hot[number].mask)
                code = hot[number].slots[place].code
                if code == KeyTable.vacant { code = enter(pending, at: place, shard: number) }
            }
            if hot[number].cursor.left == 0 { startBlock(number) }
            hot[number].cursor.row.initialize(
                to: Row(
                    order: pending.pointee.order, micros: pending.pointee.micros, customer: code,
                    flags: pending.pointee.flags, minute: pending.pointee.minute))
            hot[number].cursor.row += 1
            hot[number].cursor.left &-= 1
            if extraCount > 0 {
                hot[number].cursor.extras.update(from: batchExtras + place &* extraCount, count: extraCount)
                hot[number].cursor.extras += extraCount
            }
        }
        batchCount = 0
        if scratchCount > 0 { freeScratch() }
    }

    /// The share that an identifier with this hash belongs to: the number of shares is a power of two.
    @inline(__always)
    private func shard(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 56) & (unidentifiedShard &- 1) }

    /// A new block for a shard's rows; kept out of line, so that nothing is retained for rows that have room.
    @inline(never)
    private func startBlock(_ number: Int) { hot[number].cursor = shards[number].rows.nextBlock() }

    /// Puts a new customer into the vacant slot at `place` and returns the code.
    @inline(__always)
    private func enter(_ pending: UnsafeMutablePointer<Pending>, at place: Int, shard number: Int) -> UInt32 {
        let code = UInt32(truncatingIfNeeded: hot[number].count)
        hot[number].slots[place] = KeyTable.Slot(
            key: pending.pointee.key, check: pending.pointee.check, code: code)
        hot[number].count &+= 1
        if pending.pointee.textCount > 0 { keepText(pending.pointee, of: code, shard: number) }
        if hot[number].count &* 2 > hot[number].mask { grow(number) }
        return code
    }

    @inline(never)
    private func keepText(_ pending: Pending, of code: UInt32, shard number: Int) {
        shards[number].keepText(
            UnsafeBufferPointer(start: pending.text, count: Int(pending.textCount)), of: code)
    }

    @inline(never)
    private func grow(_ number: Int) {
        precondition(hot[number].count < Int(Row.largestCode), "a shard holds at most 16 million customers")
        shards[number].grow(count: hot[number].count)
        hot[number].slots = shards[number].table.slots
        hot[number].mask = shards[number].table.mask
    }

    mutating func freeScratch() {
        for text in scratch { text.deallocate() }
        scratch.removeAll(keepingCapacity: true)
        scratchCount = 0
    }
}

/// What is touched of a shard for every row.
struct HotShard {
    var slots: UnsafeMutablePointer<KeyTable.Slot>
    var mask: Int
    /// Customers in the slots.
    var count: Int
    var cursor: RowBlocks.Cursor
}
