public import Database

/// What became of all rows that were ever imported; files that came twice count once.
public struct ImportAccount: Equatable, Sendable {
    /// As they were named, in the order of their imports.
    public internal(set) var files: [String] = []
    public internal(set) var rows = 0
    public internal(set) var accepted = 0
    public internal(set) var rejected = 0
    public internal(set) var ignored = 0
    /// Keys are those of `RejectReason` and `IgnoreReason`.
    public internal(set) var rejectedByReason: [String: Int] = [:]
    public internal(set) var ignoredByReason: [String: Int] = [:]
}

extension Session {
    /// - Parameter kind: `orders`.
    public func importAccount(of kind: String) throws -> ImportAccount {
        var account = ImportAccount()
        try forEach(Self.lastImports, values: [.text(kind)]) { row in
            for file in try JSONText.decoded(row.get(0), as: [String].self)
            where !account.files.contains(file) {
                account.files.append(file)
            }
            account.rows += try row.get(1)
            account.accepted += try row.get(2)
            account.rejected += try row.get(3)
            account.ignored += try row.get(4)
            let reasons =
                try row.get(5, as: String?.self).map { try JSONText.decoded($0, as: RowReasons.self) } ?? RowReasons()
            account.rejectedByReason.merge(reasons.rejected, uniquingKeysWith: +)
            account.ignoredByReason.merge(reasons.ignored, uniquingKeysWith: +)
        }
        return account
    }

    /// The last import of each set of files of kind $1. No index: there are few imports.
    private static var lastImports: SQL {
        """
        SELECT files, rows_read, rows_accepted, rows_rejected, rows_ignored, reasons FROM import_run
        WHERE kind = $1 AND id IN (SELECT MAX(id) FROM import_run WHERE state = 'done' GROUP BY kind, digest)
        ORDER BY id
        """
    }
}
