// Which part of the rows is looked at.
extension RowReader {
    /// Whether the row belongs to the part that the filters ask for.
    ///
    /// Exports write an order's country once, on the first of its rows. So where a filter's column is blank, the row
    /// follows the row above it of the same order that has a value, else any row of the order that passes, else one
    /// that does not; a refund follows the order it names. Only an order that has no value at all is judged as blank.
    mutating func passesFilters() -> Bool {
        let row = ownVerdict()
        guard let order = followedOrder() else {
            return row.own.fails == 0 && row.blankFails == 0
        }
        if order != runOrder {
            runOrder = order
            runVerdict = OrderVerdict()
        }
        runVerdict.follow(row.own)
        if case .asked(let orders) = layout.verdicts {
            if row.own.decided != 0, orders.contains(order) { yield.verdicts[order, default: .init()].merge(row.own) }
            return false
        }
        guard row.own.fails == 0, runVerdict.fails & row.blanks == 0 else { return false }
        var open = row.blanks & ~runVerdict.passes
        guard open != 0 else { return true }
        switch layout.verdicts {
        case .known(let verdicts):
            let order = verdicts[order] ?? OrderVerdict()
            guard order.fails & ~order.passes & open == 0 else { return false }
            open &= ~order.passes
        case .open:
            if yield.undecidedOrders.last != order { yield.undecidedOrders.append(order) }
        case .asked: break
        }
        return row.blankFails & open == 0
    }

    /// What the row itself says of the filters.
    private struct RowVerdict {
        var own = OrderVerdict()
        /// Filters whose column is blank, and those of them that ask for another value than none.
        var blanks: UInt64 = 0
        var blankFails: UInt64 = 0
    }

    private mutating func ownVerdict() -> RowVerdict {
        var row = RowVerdict()
        for (place, filter) in layout.filters.enumerated() {
            let text = field(filter.column)
            // Filters beyond the 64th share its bit: they all have to hold anyhow.
            let bit: UInt64 = 1 << UInt64(min(place, 63))
            let isNamed = Self.matches(text, filter.value)
            yield.filterValues[place].add(text, isNamed: isNamed, file: file, chunk: chunkNumber)
            let isMatch = isNamed == filter.isEqual
            switch (text.isEmpty, isMatch) {
            case (false, true): row.own.passes |= bit
            case (false, false): row.own.fails |= bit
            case (true, true): row.blanks |= bit
            case (true, false):
                row.blanks |= bit
                row.blankFails |= bit
            }
        }
        return row
    }

    /// The order whose rows the row follows.
    private mutating func followedOrder() -> UInt64? {
        if layout.refundOf >= 0 {
            let named = field(layout.refundOf)
            if !named.isEmpty, !isSale, !CustomerIdentity.isNobody(named.text) { return Self.key(of: named) }
        }
        return orderKey()
    }

    /// Whether a field is the value of a filter, in any letter case: addresses and countries are written as it comes.
    private static func matches(_ field: Bytes, _ value: [UInt8]) -> Bool {
        if field.equals(value) { return true }
        guard value.contains(where: { $0 >= 128 }) else {
            guard field.count == value.count else { return false }
            return value.indices.allSatisfy { lowerCased(field[$0]) == lowerCased(value[$0]) }
        }
        return field.text.lowercased() == String(decoding: value, as: UTF8.self).lowercased()
    }

    private static func lowerCased(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte + 32 : byte }
}
