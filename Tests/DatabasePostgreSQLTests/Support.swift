import Database
import DatabasePostgreSQL
import DatabaseTestSupport
import Foundation
import Testing

/// What `work` throws, as a `DatabaseError`.
func refusal(
    sourceLocation: SourceLocation = #_sourceLocation, _ work: () async throws -> Void
) async throws -> DatabaseError {
    do {
        try await work()
    } catch {
        return try #require(error as? DatabaseError, "threw \(error)", sourceLocation: sourceLocation)
    }
    throw DatabaseError(.unexpectedValue, "nothing was thrown at \(sourceLocation)")
}

/// Thrown by bodies, told apart from all that the driver throws.
struct Stop: Error, Equatable {}

extension PostgreSQLDatabase {
    /// Runs statements in a transaction.
    func script(_ sql: SQL) async throws { try await write { try $0.script(sql) } }

    func integer(_ sql: SQL, _ values: Value...) async throws -> Int64? {
        try await read { session in
            var found: Int64?
            try session.forEach(sql, values: values) { found = try $0.integer(at: 0) }
            return found
        }
    }
}

/// A sign from one thread to another that can be waited for.
final class Signal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func give() { semaphore.signal() }

    /// Whether it was given; it stays so.
    var isGiven: Bool {
        guard semaphore.wait(timeout: .now()) == .success else { return false }
        semaphore.signal()
        return true
    }

    /// Whether it was given within ten seconds.
    @discardableResult
    func wait() -> Bool { semaphore.wait(timeout: .now() + 10) == .success }
}
