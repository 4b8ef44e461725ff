/// Files that were read, with their documents still to be handed over.
public struct ReadDocuments {
    public let result: IntakeResult
    /// Nil where nothing was kept for documents.
    let delivery: DocumentDelivery?

    /// Hands over the documents: what the ledger has of each, and what it leaves out.
    ///
    /// - Parameter body: Called batch by batch: batches of some thousand documents, those of one customer in one. What it
    ///   throws ends the handing over. Which documents a batch has, and in which order, depends on the files and the
    ///   options alone; the number of workers changes nothing.
    /// - Throws: What the spool throws, or `body`.
    public func forEachBatch(_ body: (DocumentBatch) throws -> Void) throws -> DocumentAccount {
        var delivery = delivery
        return try delivery?.run(body, accepted: result.accounting.accepted) ?? DocumentAccount()
    }
}
