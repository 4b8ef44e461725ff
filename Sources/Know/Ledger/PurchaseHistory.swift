/// One customer's documents in time order: a view into the ledger's columns.
///
/// This file is where unsafe memory is read: the pointers are the ledger's arrays, borrowed for the length of a pass,
/// and a history must not be kept beyond the call that receives it. Every index is asserted, and the tests run under
/// the address sanitizer.
public struct PurchaseHistory {
    /// The customer's place in the ledger.
    public let customer: Int

    /// How many documents there are; at least one.
    public let count: Int

    @usableFromInline let start: Int
    @usableFromInline let columns: LedgerColumns

    @inlinable
    init(customer: Int, range: Range<Int>, columns: LedgerColumns) {
        self.customer = customer
        self.count = range.count
        self.start = range.lowerBound
        self.columns = columns
    }

    /// Day number of document `index`, 0..<count.
    @inlinable
    public func day(_ index: Int) -> Int32 {
        assert(index >= 0 && index < count)
        return columns.days[start &+ index]
    }

    /// Minute of the day, or `Ledger.noMinute`.
    @inlinable
    public func minute(_ index: Int) -> UInt16 {
        assert(index >= 0 && index < count)
        return columns.minutes[start &+ index]
    }

    @inlinable
    public func kind(_ index: Int) -> OrderKind {
        assert(index >= 0 && index < count)
        return columns.kinds[start &+ index]
    }

    /// Signed minor units; negative for a refund.
    @inlinable
    public func minorUnits(_ index: Int) -> Int64 {
        assert(index >= 0 && index < count)
        return columns.minorUnits[start &+ index]
    }

    /// Contribution in minor units; nil when the ledger has none.
    @inlinable
    public func contribution(_ index: Int) -> Int64? {
        assert(index >= 0 && index < count)
        return columns.contributions.map { $0[start &+ index] }
    }

    /// The place of document `index` in the ledger's columns, such as a dimension's codes.
    @inlinable
    public func place(_ index: Int) -> Int {
        assert(index >= 0 && index < count)
        return start &+ index
    }
}

/// The histories of a part of the customers, for the length of a pass.
public struct PurchaseHistories {
    /// Places of the customers in the ledger.
    public let customers: Range<Int>

    @usableFromInline let columns: LedgerColumns

    @inlinable
    init(customers: Range<Int>, columns: LedgerColumns) {
        self.customers = customers
        self.columns = columns
    }

    /// The history of one of `customers`.
    @inlinable
    public subscript(customer: Int) -> PurchaseHistory {
        assert(customers.contains(customer))
        return columns.history(of: customer)
    }
}

/// The base addresses of a ledger's columns for the length of one pass.
@usableFromInline
struct LedgerColumns: @unchecked Sendable {  // read-only memory that outlives the pass
    @usableFromInline let days: UnsafePointer<Int32>
    @usableFromInline let minutes: UnsafePointer<UInt16>
    @usableFromInline let minorUnits: UnsafePointer<Int64>
    @usableFromInline let kinds: UnsafePointer<OrderKind>
    @usableFromInline let contributions: UnsafePointer<Int64>?
    @usableFromInline let offsets: UnsafePointer<Int>

    @inlinable
    init(
        days: UnsafePointer<Int32>, minutes: UnsafePointer<UInt16>, minorUnits: UnsafePointer<Int64>,
        kinds: UnsafePointer<OrderKind>, contributions: UnsafePointer<Int64>?, offsets: UnsafePointer<Int>
    ) {
        self.days = days
        self.minutes = minutes
        self.minorUnits = minorUnits
        self.kinds = kinds
        self.contributions = contributions
        self.offsets = offsets
    }

    @inlinable
    func history(of customer: Int) -> PurchaseHistory {
        PurchaseHistory(customer: customer, range: offsets[customer]..<offsets[customer + 1], columns: self)
    }
}

extension Ledger {
    /// Lends the columns' memory to `body`.
    @inlinable
    func withColumns<Result>(_ body: (LedgerColumns) -> Result) -> Result {
        days.withUnsafeBufferPointer { days in
            minutes.withUnsafeBufferPointer { minutes in
                minorUnits.withUnsafeBufferPointer { minorUnits in
                    kinds.withUnsafeBufferPointer { kinds in
                        contributions.withUnsafeBufferPointer { contributions in
                            offsets.withUnsafeBufferPointer { offsets in
                                // Empty arrays have no address, and no customer whose documents could be read.
                                guard let day = days.baseAddress, let minute = minutes.baseAddress,
                                    let money = minorUnits.baseAddress, let kind = kinds.baseAddress,
                                    let offset = offsets.baseAddress
                                else { preconditionFailure("an empty ledger has no columns to lend") }
                                return body(
                                    LedgerColumns(
                                        days: day, minutes: minute, minorUnits: money, kinds: kind,
                                        contributions: contributions.isEmpty ? nil : contributions.baseAddress,
                                        offsets: offset))
                            }
                        }
                    }
                }
            }
        }
    }
}
