import Database

/// What a server must be.
enum ServerCheck {
    /// - Parameter version: As libpq gives it: 140005 is 14.5.
    static func check(version: Int32, encoding: String) throws(DatabaseError) {
        guard version >= 140_000 else {
            throw DatabaseError(
                .cannotOpen,
                "The server is PostgreSQL \(version / 10_000); Perennial needs version 14 or newer. Upgrade the server."
            )
        }
        guard encoding == "UTF8" else {
            throw DatabaseError(
                .cannotOpen,
                "The database keeps texts as \(encoding.isEmpty ? "an unknown encoding" : encoding); Perennial needs "
                    + "UTF8. Make one: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8'.")
        }
    }
}
