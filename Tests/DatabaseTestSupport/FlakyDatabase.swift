public import Database
import Synchronization
import TestSupport

/// A database whose connection is lost at random: before a transaction, or while its commit is on the way, when it was
/// written or not.
public final class FlakyDatabase: Database {
    private let database: any Database
    private let random: Mutex<SeededGenerator>
    private let losesOneIn: Mutex<Int>

    public var engine: Engine { database.engine }

    public init(_ database: any Database, seed: UInt64, losesOneIn: Int) {
        self.database = database
        random = Mutex(SeededGenerator(seed: seed))
        self.losesOneIn = Mutex(losesOneIn)
    }

    /// From now on nothing is lost.
    public func recover() { losesOneIn.withLock { $0 = .max } }

    public func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> Result
    ) async throws -> Result {
        try lose(.connectionLost)
        return try await database.read(body)
    }

    public func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> Result
    ) async throws -> Result {
        try lose(.connectionLost)
        try lose(.commitUnknown)
        let result = try await database.write(body)
        try lose(.commitUnknown)
        return result
    }

    public func close() async throws { try await database.close() }

    private func lose(_ reason: DatabaseError.Reason) throws {
        let count = losesOneIn.withLock { $0 }
        guard random.withLock({ Int.random(in: 0..<count, using: &$0) }) == 0 else { return }
        throw DatabaseError(reason, "The connection was lost.")
    }
}
