import Ledger

/// Where the documents of a ledger come from: their rows, share by share.
struct DocumentSources {
    /// By share.
    let shards: [DocumentNotes]
    /// How many customers of the ledger each share has.
    let customerCounts: [Int]
    /// The documents of nobody, as those of one customer without a name.
    let nobody: DocumentNotes
    let nobodysLedger: Ledger

    init(shards: [AssembledShard], unidentified: UnidentifiedDocuments, unidentifiedLedger: Ledger) {
        self.shards = shards.map(\.notes)
        customerCounts = shards.map(\.counts.count)
        nobody = unidentified.notes
        nobodysLedger = unidentifiedLedger
    }
}
