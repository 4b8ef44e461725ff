import Foundation

/// A PostgreSQL server that a test has for itself, to stop and to kill. What was acknowledged is on the disk.
public final class TestServer: Sendable {
    public let connectionString: String
    private let folder: String

    private static let turnstile = Turnstile(2)

    /// Starts a server, gives it to `body`, and removes it.
    ///
    /// - Parameter options: Further settings, such as `-c max_connections=10`.
    public static func run<Result>(
        options: String = "", _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        try await turnstile.pass {
            let server = try TestServer(options: options)
            defer { server.remove() }
            return try await body(server)
        }
    }

    private init(options: String) throws {
        folder = "/tmp/perennial-server-" + UUID().uuidString.prefix(8).lowercased()
        connectionString = try Self.script("start", folder, options: options)
    }

    public func start(options: String = "") throws { _ = try Self.script("start", folder, options: options) }

    /// Ends all connections and stops.
    public func stop() throws { _ = try Self.script("stop", folder) }

    /// Kills every process of the server at once, as the loss of the machine would.
    public func kill() throws { _ = try Self.script("kill", folder) }

    private func remove() {
        _ = try? stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func script(_ action: String, _ folder: String, options: String = "") throws -> String {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../scripts/postgresql").standardized.path
        // Foundation's Process keeps a little memory for ever, which the address sanitizer tells of.
        let words = ["env", "PERENNIAL_POSTGRESQL_OPTIONS=\(options)", script, action, folder]
        let command = words.map {
            "'" + $0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
        }
        guard let output = popen(command.joined(separator: " "), "r") else {
            throw TestPostgreSQL.Missing(description: "scripts/postgresql \(action) cannot be run: \(errno)")
        }
        var said: [UInt8] = []
        while case let byte = fgetc(output), byte != EOF { said.append(UInt8(truncatingIfNeeded: byte)) }
        let status = pclose(output)
        guard status == 0 else {
            throw TestPostgreSQL.Missing(description: "scripts/postgresql \(action) failed: \(status)")
        }
        return String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
