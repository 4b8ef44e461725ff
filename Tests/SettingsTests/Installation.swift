import Foundation
import Settings

/// A folder with files, and variables, from which settings are read; it goes away with its last use.
final class Installation: Sendable {
    private let url: URL

    /// - Parameter files: Texts by name.
    init(_ files: [String: String] = [:]) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("perennial-settings-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, text.utf8) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// What is in force here; the machine's own file is never read.
    func inForce(
        flags: [String: String] = [:], _ environment: [String: String] = [:], file: String? = nil
    ) throws(SettingsProblems) -> SettingsInForce {
        try SettingsSources(
            flags: flags, environment: environment, file: file, folder: url.path, systemFile: path("system.json")
        ).inForce()
    }

    /// Everything that is wrong here; empty where nothing is.
    func problems(_ environment: [String: String] = [:], file: String? = nil) -> [SettingsProblem] {
        do {
            _ = try inForce(environment, file: file)
            return []
        } catch {
            return error.problems
        }
    }
}
