// Unsafe memory: extras are as many as the layout has; texts lie in the chunk.

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
                    setText(address(id) ?? telephone(id) ?? id, &pending)
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
        if Self.isPlainAddress(id) { return id }
        guard id.contains(UInt8(ascii: "@")) else { return nil }
        return CustomerIdentity.normalisedEmail(id.text).map { kept($0) }
    }

    /// Whether a text is an e-mail address that needs no change.
    static func isPlainAddress(_ id: Bytes) -> Bool {
        var signs = 0
        for place in 0..<id.count {
            let byte = id[place]
            if byte == UInt8(ascii: "@") { signs += 1 }
            // Capitals, blanks, `<`, the colon of `mailto:`, and what is beyond ASCII.
            if byte &- 65 < 26 || byte <= 32 || byte >= 127 || byte == 58 || byte == 60 { return false }
        }
        return signs == 1 && id[0] != UInt8(ascii: "@") && id[id.count - 1] != UInt8(ascii: "@")
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
        if let extra = layout.markExtra {
            for code in 0..<RowMark.codeCount { extras[extra + code] = mark.code(code) }
        }
        for (number, (column, extra, isNegative)) in layout.costs.enumerated() {
            let cost = readCost(column, number: number, isNegative: isNegative, beside: batch[place])
            UnsafeMutableRawPointer(extras + extra).storeBytes(of: cost.word, as: Int64.self)
        }
    }

    /// Hands the rows of the batch to their customers' shards, and keeps the texts of customers who are new.
    mutating func flush() {
        for place in 0..<batchCount {
            let pending = batch[place]
            var number = unidentifiedShard
            var customer = pending.key
            if pending.isIdentified {
                number = shard(of: Hashing.spread(pending.key))
                if pending.textCount > 0 {
                    let text = Bytes(pending.text, count: Int(pending.textCount))
                    if !knowsOtherTexts, !text.contains(UInt8(ascii: "@")) { knowsOtherTexts = true }
                    let key = CustomerKey(key: pending.key, check: pending.check)
                    customer = Hashing.textMark | UInt64(code(of: text, key, shard: number))
                }
            }
            append(
                Row(
                    order: pending.order, micros: pending.micros, customer: customer, minute: pending.minute,
                    flags: pending.flags),
                to: number, extras: batchExtras + place &* extraCount)
        }
        batchCount = 0
        if scratchCount > 0 { freeScratch() }
    }

    /// Adds a row to a share's.
    @inline(__always)
    mutating func append(_ row: Row, to number: Int, extras: UnsafePointer<UInt16>) {
        let target = hot + number
        if let packed = PackedRow(row) {
            if target.pointee.cursors.packed.left == 0 { startPackedBlock(number) }
            target.pointee.cursors.packed.append(packed, extras, extraCount: extraCount)
        } else {
            if target.pointee.cursors.wide.left == 0 { startWideBlock(number) }
            target.pointee.cursors.wide.append(row, extras, extraCount: extraCount)
        }
    }

    /// The share that an identifier with this hash belongs to: the number of shares is a power of two.
    @inline(__always)
    func shard(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 56) & (unidentifiedShard &- 1) }

    // Kept out of line, so that nothing is retained for rows that have room.
    @inline(never)
    mutating func startPackedBlock(_ number: Int) { hot[number].cursors.packed = shards[number].rows.nextPackedBlock() }

    @inline(never)
    private mutating func startWideBlock(_ number: Int) {
        hot[number].cursors.wide = shards[number].rows.nextWideBlock()
    }

    /// The code of a customer's text, which is kept when this worker meets it for the first time.
    @inline(never)
    mutating func code(of text: Bytes, _ key: CustomerKey, shard number: Int) -> UInt32 {
        let bytes = UnsafeBufferPointer(start: text.start, count: text.count)
        // Retaining the share would cost more than the rest.
        return hot[number].shard._withUnsafeGuaranteedRef { shard in
            let code = shard.code(of: bytes, key)
            hot[number].slots = shard.slots
            hot[number].mask = shard.mask
            return code
        }
    }

    mutating func freeScratch() {
        for text in scratch { text.deallocate() }
        scratch.removeAll(keepingCapacity: true)
        scratchCount = 0
    }
}

/// What is touched of a shard for every row.
struct HotShard {
    /// Kept alive by the reader's list of shares.
    let shard: Unmanaged<CustomerShard>
    /// Of the texts that were kept.
    var slots: UnsafeMutablePointer<KeyTable.Slot>
    var mask: Int
    var cursors: RowBlocks.Cursors
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
        let second = field[1] | 32
        if isLetter, second &- 97 < 26, pairs[Int((first | 32) &- 97)] & (1 << UInt32(second &- 97)) == 0 {
            return false
        }
        var start: UInt64 = 0
        for place in 0..<length {
            start = start << 8 | UInt64(isLetter && field[place] < 128 ? field[place] | 32 : field[place])
        }
        return beginnings.contains(start)
    }

    /// By first letter: the second letters of the words in Latin letters.
    private static let pairs: [UInt32] = {
        var pairs = [UInt32](repeating: 0, count: 26)
        for text in latin {
            let bytes = Array(text.utf8)
            if bytes[1] &- 97 < 26 { pairs[Int(bytes[0] &- 97)] |= 1 << UInt32(bytes[1] &- 97) }
        }
        return pairs
    }()

    private static let latin = [
        "gue", "ano", "non", "nul", "nil", "na ", "nan", "n/a", "n.a", "unk", "nob", "not", "und", "wal", "gos", "bra",
        "nie", "bez", "kli",
    ]

    /// How the words of `CustomerIdentity.isNobody` begin; `na` and `n/a` count as beginnings of three letters.
    private static let beginnings: Set<UInt64> = {
        let cyrillic = ["гос", "нет", "ано", "неи", "роз", "час", "физ", "без"]
        let all = latin + cyrillic.flatMap { [$0, $0.uppercased(), $0.prefix(1).uppercased() + $0.dropFirst()] }
        var beginnings = Set(all.map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
        // `goś`: two letters and the first byte of the third.
        for last in [UInt64(0xC5), 0xC4] { beginnings.insert(UInt64(0x676F) << 8 | last) }
        return beginnings
    }()
}
