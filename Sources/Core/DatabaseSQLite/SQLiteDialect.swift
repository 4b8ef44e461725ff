import Database

extension Dialect {
    /// What SQLite writes differently. Tables are `STRICT`, which knows no other names for types than these.
    static let sqlite = Dialect([
        "integer": "INTEGER", "real": "REAL", "text": "TEXT", "blob": "BLOB", "json": "TEXT",
        "id": "INTEGER PRIMARY KEY", "lasting id": "INTEGER PRIMARY KEY AUTOINCREMENT", "strict": " STRICT",
        // Rows lie in the order of their key, without a second copy of it.
        "clustered": " STRICT, WITHOUT ROWID",
        // One transaction writes at a time, so that nothing has to be locked.
        "locked": "", "skip locked": "",
        "numbers": "value FROM json_each($",
    ])
}
