/// One accepted row on its way into the ledger: 32 bytes.
struct Row: StoredRow {
    /// The order id: its number, or a hash with the highest bit set; 0 when the file has no order ids.
    var order: UInt64
    /// Signed millionths of the currency.
    var micros: Int64
    /// The customer's number, or the code of its text in the worker's share with the highest bit set; 0 for nobody.
    var customer: UInt64
    /// Minutes since 1970-01-01 on the business's clock.
    var minute: Int32
    var flags: Flags

    struct Flags: OptionSet {
        let rawValue: UInt8
        /// Only the day was written.
        static let dayOnly = Flags(rawValue: 1)
        /// The status says that the order was given back whole.
        static let reversed = Flags(rawValue: 2)
        /// Fewer than none were sold.
        static let negativeQuantity = Flags(rawValue: 4)
        /// The row says nothing of its order's state.
        static let noStatus = Flags(rawValue: 8)
        /// Money back for the order that `order` names.
        static let namedRefund = Flags(rawValue: 16)
        /// The amount was blank: the order's total stands on another of its rows.
        static let blankAmount = Flags(rawValue: 32)
        /// Money back for the order on whose row it stands.
        static let ownRefund = Flags(rawValue: 64)
        /// What another row says was given back: it stands beside that row and is no row of the file.
        static let copy = Flags(rawValue: 128)
        /// Either of the two ways in which a refund names an order.
        static let anyRefund: Flags = [.namedRefund, .ownRefund]
    }

    /// How much of a check is kept.
    static let checkMask: UInt32 = (1 << 24) - 1
}

/// What a row says, however it is stored.
protocol StoredRow: BitwiseCopyable {
    var order: UInt64 { get }
    var micros: Int64 { get }
    var customer: UInt64 { get set }
    var minute: Int32 { get }
    var flags: Row.Flags { get }
}

/// A row of the usual kind in 16 bytes: small numbers, and nothing but an order.
struct PackedRow: StoredRow {
    let order32: UInt32
    private var customer32: UInt32
    /// Hundreds of millionths.
    let hundreds: Int32
    /// The minute in the upper 28 bits, the flags in the lower four.
    private let minuteAndFlags: UInt32

    private static let textMark: UInt32 = 1 << 31
    /// The midnight on which 1900 began.
    static let firstMinute: Int32 = -36_816_480
    private static let flagMask: UInt8 = 15

    /// nil when the row does not fit.
    @inline(__always)
    init?(_ row: Row) {
        guard row.flags.rawValue <= Self.flagMask else { return nil }
        self.init(
            order: row.order, micros: row.micros, customer: row.customer, minute: row.minute, flags: row.flags)
    }

    /// A row whose `flags` are those of an order; nil when it does not fit.
    @inline(__always)
    init?(order: UInt64, micros: Int64, customer: UInt64, minute: Int32, flags: Row.Flags) {
        let minutes = UInt32(bitPattern: minute &- Self.firstMinute)
        let hundreds = micros / 100
        // A number is below the mark of texts in either form.
        let number = customer & ~Hashing.textMark
        guard order <= UInt64(UInt32.max), number < UInt64(Self.textMark), hundreds &* 100 == micros,
            Int64(Int32(truncatingIfNeeded: hundreds)) == hundreds, minutes < 1 << 28
        else { return nil }
        order32 = UInt32(truncatingIfNeeded: order)
        customer32 = UInt32(truncatingIfNeeded: number) | UInt32(truncatingIfNeeded: customer >> 32) & Self.textMark
        self.hundreds = Int32(truncatingIfNeeded: hundreds)
        minuteAndFlags =
            minutes << 4 | UInt32(flags.rawValue & Self.flagMask)
    }

    @inline(__always) var order: UInt64 { UInt64(order32) }
    @inline(__always) var micros: Int64 { Int64(hundreds) &* 100 }
    @inline(__always) var minute: Int32 { Int32(truncatingIfNeeded: minuteAndFlags >> 4) &+ Self.firstMinute }
    @inline(__always) var flags: Row.Flags { Row.Flags(rawValue: UInt8(truncatingIfNeeded: minuteAndFlags) & 15) }
    @inline(__always) var customer: UInt64 {
        get { UInt64(customer32 & ~Self.textMark) | UInt64(customer32 & Self.textMark) << 32 }
        set {
            customer32 =
                UInt32(truncatingIfNeeded: newValue) | UInt32(truncatingIfNeeded: newValue >> 32) & Self.textMark
        }
    }

    /// By time, then by order id, then by money.
    @inline(__always)
    static func isEarlier(_ left: PackedRow, _ right: PackedRow) -> Bool {
        let (leftMinute, rightMinute) = (left.minuteAndFlags >> 4, right.minuteAndFlags >> 4)
        if leftMinute != rightMinute { return leftMinute < rightMinute }
        if left.order32 != right.order32 { return left.order32 < right.order32 }
        if left.hundreds != right.hundreds { return left.hundreds < right.hundreds }
        return left.minuteAndFlags < right.minuteAndFlags
    }
}
