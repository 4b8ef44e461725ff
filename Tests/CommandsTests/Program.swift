import Foundation
import Synchronization
import Testing

/// What came of one run of the program.
struct Run {
    let output: String
    let errors: String
    let code: Int32
    /// Whether the program ended by itself and not by a signal.
    let hasExited: Bool
}

/// The built program `perennial`, run as its users run it.
enum Program {
    /// It stands beside the test bundle; nothing is built for a test.
    static func path() throws -> String {
        let folder = Bundle.module.bundleURL.deletingLastPathComponent()
        let path = folder.appendingPathComponent("perennial").path
        try #require(FileManager.default.isExecutableFile(atPath: path), "no program beside \(folder.path)")
        return path
    }

    /// Long enough for a debug build on a busy machine; nothing that takes longer is anything but a hang.
    private static let seconds = 120.0

    /// Runs `perennial` with `arguments`, in English unless the environment says otherwise.
    static func run(
        _ arguments: [String], input: Data? = nil, environment: [String: String] = [:], in folder: Folder? = nil
    ) throws -> Run {
        try run(path(), arguments, input: input, environment: environment, in: folder)
    }

    /// Runs a line of shell in which `$perennial` is the program.
    static func shell(_ line: String, in folder: Folder) throws -> Run {
        try run("/bin/sh", ["-c", line], input: nil, environment: ["perennial": path()], in: folder)
    }

    private static func run(
        _ program: String, _ arguments: [String], input: Data?, environment: [String: String], in folder: Folder?
    ) throws -> Run {
        let place = try folder ?? Folder()
        // Files, not pipes: a full pipe that nobody empties would hold the program up.
        let names = (0..<3).map { _ in ".run-" + UUID().uuidString }
        let (inputURL, outputURL, errorURL) = (place.url(names[0]), place.url(names[1]), place.url(names[2]))
        try (input ?? Data()).write(to: inputURL)
        try Data().write(to: outputURL)
        try Data().write(to: errorURL)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = place.url
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { _, given in given }
        process.standardInput = try FileHandle(forReadingFrom: inputURL)
        process.standardOutput = try FileHandle(forWritingTo: outputURL)
        process.standardError = try FileHandle(forWritingTo: errorURL)
        let watchdog = DispatchWorkItem { process.terminate() }
        try process.run()
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: watchdog)
        process.waitUntilExit()
        watchdog.cancel()
        let run = Run(
            output: String(decoding: try Data(contentsOf: outputURL), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errorURL), as: UTF8.self),
            code: process.terminationStatus, hasExited: process.terminationReason == .exit)
        for url in [inputURL, outputURL, errorURL] { try FileManager.default.removeItem(at: url) }
        return run
    }
}

/// A temporary folder that goes away with its last use.
final class Folder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("perennial-tests-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func url(_ name: String) -> URL { url.appendingPathComponent(name) }

    func path(_ name: String) -> String { url(name).path }

    func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: url(name)) }

    func write(_ name: String, bytes: some Sequence<UInt8>) throws { try Data(bytes).write(to: url(name)) }

    func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }
}
