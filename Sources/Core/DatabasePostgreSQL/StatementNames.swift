import Database

/// The names of the statements that a connection has prepared.
struct StatementNames {
    struct Key: Hashable {
        let sql: SQL
        /// Which values are bytes: their type is told to the server, that of all others it finds out by itself.
        let blobs: [Int]

        init(_ sql: SQL, _ values: [Value]) {
            self.sql = sql
            blobs = values.indices.filter { if case .blob = values[$0] { true } else { false } }
        }

        /// The object identifiers of the values' types: 17 is `bytea`, 0 for the server to find out.
        var types: [UInt32] {
            guard let last = blobs.last else { return [] }
            return (0...last).map { blobs.contains($0) ? 17 : 0 }
        }
    }

    /// SQL texts are literals, of which a program has some hundreds; more would be a text put together by chance.
    static let most = 1_000

    private var names: [Key: String] = [:]
    private var next = 1

    var isFull: Bool { names.count >= Self.most }

    func name(of key: Key) -> String? { names[key] }

    /// A name that the connection has not given yet.
    mutating func newName() -> String {
        defer { next += 1 }
        return "s\(next)"
    }

    mutating func keep(_ name: String, for key: Key) { names[key] = name }

    mutating func removeAll() { names.removeAll() }
}
