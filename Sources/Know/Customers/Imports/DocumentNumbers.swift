import Domain
import Intake
import Ledger

/// Under what a document is kept.
struct DocumentKey: Hashable {
    /// The order's number, or one made of what the document says where the file has none.
    let number: String
    /// Empty for the first document of a number, `2` for the second, ….
    let part: String
}

/// The keys of a batch's documents.
///
/// A number may stand on several documents: refunds of one order, rows of it that count and others that do not. The same
/// files give the same keys, since the documents of a customer come in one batch and in one order.
struct DocumentNumbers {
    private struct Counted: Hashable {
        let isRefund: Bool
        let number: String
        let customer: Int?
    }

    private var seen: [Counted: Int] = [:]

    /// - Parameter customer: What the ledger calls the customer.
    mutating func next(_ document: OrderDocument, customer: String?) -> DocumentKey {
        let number = document.order ?? document.refundOf ?? Self.number(of: document, customer: customer)
        let key = Counted(isRefund: document.kind == .refund, number: number, customer: document.customer)
        let count = seen[key, default: 0] + 1
        seen[key] = count
        return DocumentKey(number: number, part: count == 1 ? "" : String(count))
    }

    /// Of what the document says, where the file numbers no orders. The sign keeps it apart from the shop's numbers.
    private static func number(of document: OrderDocument, customer: String?) -> String {
        var digest = ContentDigest()
        digest.add(customer)
        digest.add(Int64(document.day.number))
        digest.add(document.minute.map(Int64.init))
        digest.add(document.second.map(Int64.init))
        digest.add(document.ownMoney?.minorUnits ?? document.minorUnits)
        return "~" + String(UInt64(bitPattern: digest.value), radix: 36)
    }
}
