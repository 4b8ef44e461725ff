public import Domain

/// Every order of every customer as columns: by customer, then by time, with an offset per customer (compressed
/// sparse rows). Immutable; a pass over it runs at memory speed.
///
/// Sixteen bytes a document beside its dimensions and eight a customer beside the identifier.
public struct Ledger: Sendable {
    /// The one currency of all money in it.
    public let currency: Currency

    /// Days since 1970-01-01 in the business's time zone.
    public let days: [Int32]

    /// Minutes since midnight, 0…1439, or `Ledger.noMinute`.
    public let minutes: [UInt16]

    /// Signed minor units; see `OrderKind` for the sign.
    public let minorUnits: [Int64]

    public let kinds: [OrderKind]

    /// Contribution per document in minor units (money less cost, fee and shipping), where the file has such columns;
    /// empty otherwise.
    public let contributions: [Int64]

    /// Whether nothing is known of what a document's goods cost, so that its contribution lacks that; empty where it is
    /// known of all.
    public let lacksGoodsCost: [Bool]

    /// The documents of customer `i` are `offsets[i]..<offsets[i + 1]`. One more than there are customers.
    public let offsets: [Int]

    public let customers: CustomerTable

    public let dimensions: [DimensionColumn]

    public let unidentified: UnidentifiedSales

    /// Stands in `minutes` where the file gives no time of day.
    public static let noMinute: UInt16 = 0xFFFF

    /// A ledger of columns that are in order already.
    ///
    /// - Precondition: Columns of one length, offsets ascending from 0 to it, times ascending within a customer.
    public init(
        currency: Currency, days: [Int32], minutes: [UInt16], minorUnits: [Int64], kinds: [OrderKind],
        contributions: [Int64] = [], lacksGoodsCost: [Bool] = [], offsets: [Int], customers: CustomerTable,
        dimensions: [DimensionColumn] = [], unidentified: UnidentifiedSales = UnidentifiedSales()
    ) {
        let count = days.count
        precondition(minutes.count == count && minorUnits.count == count && kinds.count == count, "one length")
        precondition(contributions.isEmpty || contributions.count == count, "a contribution per document, or none")
        precondition(
            lacksGoodsCost.isEmpty || lacksGoodsCost.count == contributions.count, "an answer per contribution")
        precondition(dimensions.allSatisfy { $0.codes.count == count }, "a code per document")
        precondition(offsets.first == 0 && offsets.last == count, "offsets cover all documents")
        precondition(offsets.count == customers.count + 1, "an offset per customer and one more")
        self.currency = currency
        self.days = days
        self.minutes = minutes
        self.minorUnits = minorUnits
        self.kinds = kinds
        self.contributions = contributions
        self.lacksGoodsCost = lacksGoodsCost
        self.offsets = offsets
        self.customers = customers
        self.dimensions = dimensions
        self.unidentified = unidentified
    }

    /// Customers with any document, refunds included.
    public var customerCount: Int { offsets.count - 1 }

    /// Orders, refunds and reversed orders of known customers.
    public var documentCount: Int { days.count }

    /// The first broken promise in words, or nil: what must hold between the columns. Linear in documents.
    public func brokenInvariant() -> String? {
        for customer in 0..<customerCount {
            let range = offsets[customer]..<max(offsets[customer], offsets[customer + 1])
            if range.isEmpty { return "customer \(customer) has no documents" }
            for place in range {
                if kinds[place] == .refund ? minorUnits[place] > 0 : minorUnits[place] < 0 {
                    return "document \(place) is \(kinds[place]) of \(minorUnits[place])"
                }
                if minutes[place] != Self.noMinute, minutes[place] >= 1_440 { return "document \(place) has no minute" }
                if place > range.lowerBound, days[place] < days[place - 1] {
                    return "document \(place) is earlier than the one before it"
                }
            }
        }
        return nil
    }
}
