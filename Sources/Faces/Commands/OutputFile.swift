import Foundation

/// A file that results are written to.
enum OutputFile {
    /// Writes `bytes`, whole or not at all where that can be.
    ///
    /// - Throws: `UnwritableFile`.
    static func save(_ bytes: [UInt8], to path: String) throws {
        // Devices and pipes, such as /dev/stdout, cannot be put in place of anything.
        guard isPlainOrNew(path) else { return try stream(to: path) { write in try bytes.withUnsafeBytes(write) } }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw UnwritableFile(path: path)
        }
    }

    /// Writes what `body` gives bit by bit.
    ///
    /// - Throws: `UnwritableFile`, or what `body` throws.
    static func stream(
        to path: String, _ body: (_ write: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        if isPlainOrNew(path), !FileManager.default.createFile(atPath: path, contents: nil) {
            throw UnwritableFile(path: path)
        }
        guard let file = FileHandle(forWritingAtPath: path) else { throw UnwritableFile(path: path) }
        defer { try? file.close() }
        try body { bytes in
            guard Console.write(bytes, to: file.fileDescriptor) == 0 else { throw UnwritableFile(path: path) }
        }
    }

    private static func isPlainOrNew(_ path: String) -> Bool {
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
        guard let kind = attributes?[.type] as? FileAttributeType else { return true }
        return kind == .typeRegular
    }
}
