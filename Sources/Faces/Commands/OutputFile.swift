// Unsafe memory: bytes are handed on within the closure of their array.

import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that results are written to.
enum OutputFile {
    /// What stands for standard output in place of a path.
    static let standardOutput = "-"

    /// Writes `bytes`, whole or not at all where that can be.
    ///
    /// - Throws: `UnwritableFile`.
    static func save(_ bytes: [UInt8], to path: String) throws {
        // A device, a pipe or a link must be written into: putting a file in its place would destroy it.
        guard path != standardOutput, isPlainOrNew(path) else {
            return try stream(to: path) { write in try bytes.withUnsafeBytes(write) }
        }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: try resolved(path)), options: .atomic)
        } catch {
            throw UnwritableFile(path: path)
        }
    }

    /// The path with its folder as the system finds it. Foundation takes `..` away from the text alone, which is another
    /// folder where a link stands before it or none is there.
    ///
    /// - Throws: `UnwritableFile` where the folder is not there.
    private static func resolved(_ path: String) throws -> String {
        guard let found = realpath(FileIdentity.folder(of: path), nil) else { throw UnwritableFile(path: path) }
        defer { free(found) }
        return String(cString: found) + "/" + FileIdentity.name(of: path)
    }

    /// Writes what `body` gives bit by bit.
    ///
    /// - Throws: `UnwritableFile`, or what `body` throws.
    static func stream(
        to path: String, _ body: (_ write: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        let given = openDescriptors[path]
        let descriptor = given ?? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw UnwritableFile(path: path) }
        defer { if given == nil { close(descriptor) } }
        try body { bytes in
            let code = Console.write(bytes, to: descriptor)
            // A reader that has gone has seen what it wanted.
            guard code == 0 || code == EPIPE && path == standardOutput else {
                throw UnwritableFile(path: path == standardOutput ? nil : path)
            }
        }
    }

    /// Opening these once more would begin at the start of the file that they may lead to.
    private static let openDescriptors: [String: Int32] = [
        standardOutput: STDOUT_FILENO, "/dev/stdout": STDOUT_FILENO, "/dev/stderr": STDERR_FILENO,
    ]

    /// Whether a plain file is there, or nothing; links are not followed.
    private static func isPlainOrNew(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return errno == ENOENT }
        return status.st_mode & S_IFMT == S_IFREG
    }
}
