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
                if Placeholder.isPlaceholder(id) { continue }
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
                    if Placeholder.isPlaceholder(id) { continue }
                    setText(address(id) ?? id, &pending)
                }
            }
            pending.isIdentified = true
            return true
        }
        pending.isIdentified = false
        pending.key = 0
        pending.check = 0
        pending.textCount = 0
        pending.text = base
        return !hasUnreadable
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

    /// Hands the rows of the batch to their customers' shards, and keeps the texts of customers who are new.
    mutating func flush() {
        // Every slot that will be looked at is touched once without waiting for the one before.
        var touched: UInt64 = 0
        for place in 0..<batchCount where batch[place].textCount > 0 {
            let hash = Hashing.spread(batch[place].key)
            let shard = hot + shard(of: hash)
            touched ^= shard.pointee.slots[Int(truncatingIfNeeded: hash) & shard.pointee.mask].key
        }
        lastTouched = touched
        for place in 0..<batchCount {
            let pending = batch + place
            var number = unidentifiedShard
            if pending.pointee.isIdentified {
                let hash = Hashing.spread(pending.pointee.key)
                number = shard(of: hash)
                if pending.pointee.textCount > 0 { keepText(pending, hash: hash, shard: number) }
            }
            let target = hot + number
            if target.pointee.cursor.left == 0 { startBlock(number) }
            target.pointee.cursor.row.initialize(
                to: Row(
                    order: pending.pointee.order, micros: pending.pointee.micros, customer: pending.pointee.key,
                    check: pending.pointee.check, flags: pending.pointee.flags, minute: pending.pointee.minute))
            target.pointee.cursor.row += 1
            target.pointee.cursor.left &-= 1
            if extraCount > 0 {
                target.pointee.cursor.extras.update(from: batchExtras + place &* extraCount, count: extraCount)
                target.pointee.cursor.extras += extraCount
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

    /// Keeps the text of a customer whom this worker meets for the first time.
    @inline(__always)
    private func keepText(_ pending: UnsafeMutablePointer<Pending>, hash: UInt64, shard number: Int) {
        let (key, check) = (pending.pointee.key, pending.pointee.check)
        let place = KeyTable.place(
            of: key, check: check, hash: hash, slots: hot[number].slots, mask: hot[number].mask)
        if hot[number].slots[place].code == KeyTable.vacant { enter(pending.pointee, shard: number) }
    }

    @inline(never)
    private func enter(_ pending: Pending, shard number: Int) {
        let text = UnsafeBufferPointer(start: pending.text, count: Int(pending.textCount))
        shards[number].keepText(text, key: pending.key, check: pending.check)
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
    /// Of the texts that were kept.
    var slots: UnsafeMutablePointer<KeyTable.Slot>
    var mask: Int
    var cursor: RowBlocks.Cursor
}

/// What people write where there is nobody to name.
enum Placeholder {
    /// Whether the field names nobody. Most fields are told by their first letters; the few that may be words for
    /// nobody are looked at properly.
    static func isPlaceholder(_ field: Bytes) -> Bool {
        // The longest of the words has 22 letters of two bytes each.
        guard field.count <= 44, mayBeWord(field) else { return false }
        return CustomerIdentity.isNobody(field.text)
    }

    private static func mayBeWord(_ field: Bytes) -> Bool {
        let first = field[0]
        let isLetter = (first | 32) &- 97 < 26
        // Zeros and signs: `0`, `-`, `(brak)`.
        if first < 128, !isLetter { return first &- 49 > 8 }
        let length = isLetter ? 3 : 6
        guard field.count >= length else { return true }
        var start: UInt64 = 0
        for place in 0..<length {
            start = start << 8 | UInt64(isLetter && field[place] < 128 ? field[place] | 32 : field[place])
        }
        return beginnings.contains(start)
    }

    /// How the words of `CustomerIdentity.isNobody` begin; `na` and `n/a` count as beginnings of three letters.
    private static let beginnings: Set<UInt64> = {
        let latin = [
            "gue", "ano", "non", "nul", "nil", "na ", "nan", "n/a", "n.a", "unk", "nob", "not", "und", "wal", "gos",
            "bra", "nie", "bez", "kli",
        ]
        let cyrillic = ["гос", "нет", "ано", "неи", "роз", "час", "физ", "без"]
        let all = latin + cyrillic.flatMap { [$0, $0.uppercased(), $0.prefix(1).uppercased() + $0.dropFirst()] }
        var beginnings = Set(all.map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
        // `goś`: two letters and the first byte of the third.
        for last in [UInt64(0xC5), 0xC4] { beginnings.insert(UInt64(0x676F) << 8 | last) }
        return beginnings
    }()
}
