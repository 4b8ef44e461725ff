import Foundation
import Intake

@testable import IntakeFormats

/// A folder of the test's own that is removed with it.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("perennial-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = url.appendingPathComponent(name)
        // A new file each time: overwriting makes file systems wait for the disk.
        try? FileManager.default.removeItem(at: file)
        try Data(bytes).write(to: file)
        return file.path
    }
}

/// A committed fixture's path.
func fixture(_ name: String) throws -> String {
    let folder = Bundle.module.resourceURL!.appendingPathComponent("Fixtures")
    return folder.appendingPathComponent(name).path
}

extension OrderFile {
    /// One whole reading, in chunks of the sizes that `nextSize` gives.
    func bytes(nextSize: () -> Int = { 1 << 16 }) throws -> [UInt8] {
        let source = try open()
        var all: [UInt8] = []
        while true {
            let size = nextSize()
            let piece = try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if piece.isEmpty { return all }
            all += piece
        }
    }

    func text() throws -> String { String(decoding: try bytes(), as: UTF8.self) }
}

/// The error that opening and reading the file to its end meets.
func failure(of path: String, encoding: TextEncoding? = nil, sheet: String? = nil) -> OrderFileError? {
    do {
        _ = try OrderFiles.open(path, encoding: encoding, sheet: sheet).bytes()
        return nil
    } catch {
        return error as? OrderFileError
    }
}

extension TextEncoding {
    /// `text` in this encoding; characters that it lacks become question marks.
    func encoded(_ text: String) -> [UInt8] {
        switch self {
        case .utf8: Array(text.utf8)
        case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .windows1250: encoded(text, CodePage.windows1250)
        case .windows1251: encoded(text, CodePage.windows1251)
        case .latin2: encoded(text, CodePage.latin2)
        }
    }

    private func encoded(_ text: String, _ page: CodePage) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            if scalar.isASCII { return UInt8(scalar.value) }
            return page.scalars.firstIndex(of: scalar).map { UInt8($0 + 0x80) } ?? UInt8(ascii: "?")
        }
    }
}
