/// One accepted row on its way into the ledger: 32 bytes.
struct Row {
    /// The order id: its number, or a hash with the highest bit set; 0 when the file has no order ids.
    var order: UInt64
    /// Signed millionths of the currency.
    var micros: Int64
    /// The customer's identifier: its number, or a hash with the highest bit set; 0 for nobody.
    var customer: UInt64
    /// More of the identifier's hash (24 bits) and flags (8 bits).
    private var checkAndFlags: UInt32
    /// Minutes since 1970-01-01 on the business's clock.
    var minute: Int32

    struct Flags: OptionSet {
        let rawValue: UInt8
        /// Only the day was written.
        static let dayOnly = Flags(rawValue: 1)
        /// The status says that the order was given back whole.
        static let reversed = Flags(rawValue: 2)
        /// Money back for the order that `order` names.
        static let namedRefund = Flags(rawValue: 4)
        /// The amount was blank: the order's total stands on another of its rows.
        static let blankAmount = Flags(rawValue: 8)
        /// Fewer than none were sold.
        static let negativeQuantity = Flags(rawValue: 16)
        /// Money back for the order on whose row it stands.
        static let ownRefund = Flags(rawValue: 32)
        /// The row says nothing of its order's state.
        static let noStatus = Flags(rawValue: 64)
        /// Either of the two ways in which a refund names an order.
        static let anyRefund: Flags = [.namedRefund, .ownRefund]
    }

    /// How much of a check is kept.
    static let checkMask: UInt32 = (1 << 24) - 1

    @inline(__always)
    init(order: UInt64, micros: Int64, customer: UInt64, check: UInt32, flags: Flags, minute: Int32) {
        assert(check <= Self.checkMask)
        self.order = order
        self.micros = micros
        self.customer = customer
        self.checkAndFlags = check | UInt32(flags.rawValue) << 24
        self.minute = minute
    }

    @inline(__always)
    var check: UInt32 { checkAndFlags & Self.checkMask }

    @inline(__always)
    var flags: Flags { Flags(rawValue: UInt8(truncatingIfNeeded: checkAndFlags >> 24)) }
}
