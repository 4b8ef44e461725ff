import Domain
import Foundation

/// A file beside the orders, such as costs, rates or a mapping.
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
