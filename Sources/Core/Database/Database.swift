/// Where everything is kept. The wings see this; only the executable knows which driver is behind it.
///
///     let names = try await database.read { session in
///         try session.all("SELECT name FROM customer WHERE id <= $1", 10) { try $0.get(0, as: String.self) }
///     }
///
/// What `body` does is one transaction: all of it holds, or nothing. It is not asynchronous, so that no transaction waits
/// for anything but the database.
public protocol Database: Sendable {
    var engine: Engine { get }

    /// Reads from one state of the database, whatever others write meanwhile.
    ///
    /// - Throws: `DatabaseError`, or what `body` throws.
    func read<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws -> Result

    /// Reads and writes. When this returns, what was written survives the loss of power; when it throws, nothing was
    /// written, but for `DatabaseError.Reason.commitUnknown`.
    ///
    /// With SQLite one write goes on at a time. With PostgreSQL several do, each seeing what others have committed when
    /// a statement begins: what must not change meanwhile is locked with `{locked}` or `Session.lock`.
    func write<Result: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Result) async throws -> Result

    /// Ends all connections when their work is done. Work that is asked for later throws.
    func close() async throws
}
