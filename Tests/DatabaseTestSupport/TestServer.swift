import Foundation

/// A PostgreSQL server that a test has for itself, to stop and to kill. What was acknowledged is on the disk.
public final class TestServer: Sendable {
    public let connectionString: String
    private let folder: String

    /// Starts a server, gives it to `body`, and removes it.
    ///
    /// - Parameter options: Further settings, such as `-c max_connections=10`.
    public static func run<Result>(
        options: String = "", _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        let server = try TestServer(options: options)
        defer { server.remove() }
        return try await body(server)
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
        let process = Process()
        process.executableURL = URL(fileURLWithPath: script)
        process.arguments = [action, folder]
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["PERENNIAL_POSTGRESQL_OPTIONS": options]
        ) { $1 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        process.waitUntilExit()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        guard process.terminationStatus == 0 else {
            throw TestPostgreSQL.Missing(
                description: "scripts/postgresql \(action) failed: \(process.terminationStatus)")
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
