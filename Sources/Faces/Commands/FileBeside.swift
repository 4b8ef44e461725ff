import Domain
import Foundation
import Intake
import IntakeFormats

/// A file beside the orders, such as costs, rates or a mapping.
///
/// Unsafe memory: a buffer that a source fills, read below the count that it says.
enum FileBeside {
    /// What `parse` makes of the file's bytes.
    ///
    /// - Throws: `UnreadableFile`, or a `FileBesideProblem` that names the file with what `parse` throws inside.
    static func read<Value>(_ path: String, _ parse: ([UInt8]) throws -> Value) throws -> Value {
        guard let data = FileManager.default.contents(atPath: path) else { throw UnreadableFile(path: path) }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        do {
            return try parse(Array(data.starts(with: mark) ? data.dropFirst(mark.count) : data))
        } catch {
            throw FileBesideProblem(path: path, reason: error)
        }
    }

    /// What `parse` makes of a table, which is read as orders are: text in any of the encodings or a workbook's first
    /// sheet, plain or gzip.
    ///
    /// - Throws: `OrderFileError`, or a `FileBesideProblem` that names the file with what `parse` throws inside.
    static func readTable<Value>(
        _ path: String, _ parse: (_ bytes: [UInt8], _ delimiter: UInt8) throws -> Value
    ) throws -> Value {
        let file = try OrderFiles.open(path)
        var bytes = try content(of: file)
        if String(validating: bytes, as: UTF8.self) == nil, try file.reconsiderEncoding() {
            bytes = try content(of: file)
        }
        if file.hasTypedNumbers { bytes = CurrencyMark.removed(from: bytes) }
        do {
            return try parse(bytes, file.delimiter ?? Dialect.detect(bytes))
        } catch {
            throw FileBesideProblem(path: path, reason: error)
        }
    }

    /// Nobody keeps more costs or rates than this; a file of orders given by mistake may have gigabytes.
    private static let mostBytes = 64 << 20

    private static func content(of file: any OrderFile) throws -> [UInt8] {
        let source = try file.open()
        var bytes: [UInt8] = []
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { buffer.deallocate() }
        while case let count = try source.read(into: buffer), count > 0 {
            bytes += UnsafeRawBufferPointer(rebasing: buffer[..<count])
            guard bytes.count <= mostBytes else {
                throw OrderFileError.tooLargeUnpacked(path: file.name, limitBytes: Int64(mostBytes))
            }
        }
        return bytes
    }
}

/// What is wrong with a file beside the orders, and in which file.
struct FileBesideProblem: Error {
    let path: String
    let reason: any Error
}

/// A file beside the orders that cannot be read.
struct UnreadableFile: Error {
    let path: String

    func message(in language: Language) -> String {
        Phrase(
            en: "\(path) cannot be read. Check that it exists and that you may read it.",
            pl: "Nie można odczytać pliku \(path). Sprawdź, czy istnieje i czy masz do niego prawa.",
            ru: "Не удалось прочитать \(path). Проверьте, что файл существует и доступен.")[language]
    }
}
