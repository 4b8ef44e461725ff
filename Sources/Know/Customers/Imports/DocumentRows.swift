import Database
import Domain
import Intake
import Ledger

/// The documents of a batch as rows, with the numbers of all that they name.
struct DocumentRows {
    let prepared: PreparedBatch
    let source: Int64
    let now: Instant
    /// By the batch's customers.
    let customers: [Int64]
    /// By `PreparedBatch.terms` and `PreparedBatch.products`.
    let terms: [[Int64]]
    let products: [Int64]

    func isRefund(_ place: Int) -> Bool { prepared.batch.documents[place].kind == .refund }

    /// Writes the document at a place as a row of `shop_order` or `refund`.
    func write(_ place: Int, id: Int64, to writer: any RowWriter) throws {
        let documents = prepared.batch.documents
        try writer.write(id)
        try writer.write(source)
        try writer.write(prepared.keys[place].number)
        try writer.write(prepared.keys[place].part)
        try writer.write(documents[place].customer.map { customers[$0] })
        switch documents[place].kind {
        case .refund: try writer.write(documents[place].refundOf ?? documents[place].order)
        case .order, .reversed:
            try writer.write(documents[place].kind == .reversed ? 1 : 0)
            try writer.write(documents[place].status)
            try writer.write(documents[place].paymentStatus)
            try writer.write(documents[place].fulfilmentStatus)
        }
        try writer.write(prepared.instants[place].milliseconds)
        try writer.write(Int64(documents[place].day.number))
        try writer.write(documents[place].minute.map(Int64.init))
        try writer.write(documents[place].leftOut?.rawValue)
        let minorUnits = documents[place].minorUnits
        let own = documents[place].ownMoney
        try writer.write((own?.currency ?? prepared.batch.currency).code)
        try writer.write(Int64(clamping: (own?.minorUnits ?? minorUnits).magnitude))
        try writer.write(Int64(clamping: minorUnits.magnitude))
        try writer.write(documents[place].contribution)
        try writer.write(documents[place].lacksGoodsCost ? 1 : 0)
        for dimension in terms.indices {
            let term = Int(prepared.termPlaces[place * terms.count + dimension])
            try writer.write(term < 0 ? nil : terms[dimension][term])
        }
        try writer.write(prepared.digests[place])
        try writer.write(now.milliseconds)
        try writer.endRow()
    }

    func hasLines(_ place: Int) -> Bool { !prepared.batch.documents[place].lines.isEmpty }

    /// Writes the lines of the document at a place.
    func writeLines(_ place: Int, id: Int64, to writer: any RowWriter) throws {
        let start = prepared.lineStarts[place]
        for (number, line) in prepared.batch.documents[place].lines.enumerated() {
            let product = Int(prepared.productPlaces[start + number])
            try writer.write(id)
            try writer.write(number + 1)
            try writer.write(product < 0 ? nil : products[product])
            try writer.write(line.quantityThousandths)
            try writer.write(line.unitPriceMinorUnits)
            try writer.write(line.amountMinorUnits)
            try writer.endRow()
        }
    }
}
