// Unsafe memory: bytes are handed on within the closure of their array.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that results are written to.
enum OutputFile {
    typealias Write = (UnsafeRawBufferPointer) throws -> Void

    /// What stands for standard output in place of a path.
    static let standardOutput = "-"

    /// Writes `bytes`, whole or not at all where that can be.
    ///
    /// - Throws: `UnwritableFile`.
    static func save(_ bytes: [UInt8], to path: String) throws {
        try stream(to: path) { write in try bytes.withUnsafeBytes(write) }
    }

    /// Writes what `body` gives bit by bit, whole or not at all where that can be. A plain file keeps its mode, and its
    /// owner where the system permits that.
    ///
    /// - Throws: `UnwritableFile`, or what `body` throws.
    static func stream(to path: String, _ body: (@escaping Write) throws -> Void) throws {
        if let descriptor = openDescriptors[path] { return try write(to: descriptor, path, body) }
        guard let file = try ReplacementFile.beside(path) else { return try writeInto(path, body) }
        do {
            try write(to: file.descriptor, path, body)
        } catch {
            file.giveUp()
            throw error
        }
        try file.takePlace()
    }

    /// The same for arrays of bytes.
    static func stream(arraysTo path: String, _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
        try stream(to: path) { write in try body { bytes in try bytes.withUnsafeBytes(write) } }
    }

    /// Writes into what is at `path`, a device, a pipe, a link or a file that cannot be replaced.
    static func writeInto(_ path: String, _ body: (@escaping Write) throws -> Void) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw UnwritableFile(path: path) }
        do {
            try write(to: descriptor, path, body)
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw UnwritableFile(path: path) }
    }

    private static func write(to descriptor: Int32, _ path: String, _ body: (@escaping Write) throws -> Void) throws {
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
}
