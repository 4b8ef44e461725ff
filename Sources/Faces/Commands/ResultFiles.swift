import ArgumentParser
import Domain
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the results of a run go that were asked for by a path; `-` is standard output.
struct ResultFiles {
    private let files: [(option: String, path: String)]
    private let hasJSON: Bool
    private static let saveMapping = "--save-mapping"

    init(_ output: OutputOptions, savedMapping: String?) {
        self.init(
            [("--html", output.html), ("--customers", output.customers), ("--rejects", output.rejects)],
            hasJSON: output.json, savedMapping: savedMapping)
    }

    /// - Parameter files: Options with their paths, where they were given.
    init(_ files: [(option: String, path: String?)], hasJSON: Bool, savedMapping: String?) {
        self.hasJSON = hasJSON
        self.files = (files + [(Self.saveMapping, savedMapping)]).compactMap { option, path in
            path.map { (option, $0) }
        }
    }

    /// Whether one of them goes to standard output; the summary then gives way to it.
    var takesStandardOutput: Bool { files.contains { $0.path == OutputFile.standardOutput } }

    /// Refuses to write a result over a file that is read, or two results into one.
    ///
    /// - Parameters:
    ///   - inputs: Files that are read; `-` is standard input.
    ///   - mapping: The mapping that is read. It may be saved over: what is saved is an improved edition of it.
    func check(against inputs: [String], mapping: String?) throws {
        try checkNames()
        try checkStandardOutput()
        let read = Set(inputs.compactMap { $0 == "-" ? FileIdentity(descriptor: STDIN_FILENO) : FileIdentity($0) })
        let readMapping = mapping.flatMap(FileIdentity.init)
        // A result that the shell sends into a file takes that file too.
        var written = Set([FileIdentity(descriptor: STDOUT_FILENO)].compactMap { $0 })
        for (option, path) in files where path != OutputFile.standardOutput {
            // What the open streams lead to is written to bit by bit, not replaced.
            guard !path.hasPrefix("/dev/"), let identity = FileIdentity(path) else { continue }
            let isRead = read.contains(identity) || (identity == readMapping && option != Self.saveMapping)
            guard !isRead, written.insert(identity).inserted else { throw Self.overwrites(option, path) }
        }
    }

    private static func overwrites(_ option: String, _ path: String) -> ValidationError {
        ValidationError(
            said(
                en: "\(option) \(path) would overwrite a file that is read or written already.",
                pl: "\(option) \(path) nadpisałoby plik, który jest już czytany lub zapisywany.",
                ru: "\(option) \(path) перезаписал бы файл, который уже читается или записывается."))
    }

    /// An empty path is a variable of the shell that is not set.
    private func checkNames() throws {
        guard let (option, _) = files.first(where: { $0.path.isEmpty }) else { return }
        throw ValidationError(
            said(
                en: "\(option) needs the name of a file, and what was given is empty.",
                pl: "\(option) wymaga nazwy pliku, a podano pusty tekst.",
                ru: "Для \(option) нужно имя файла, а указана пустая строка."))
    }

    /// Two results on one stream would run into each other.
    private func checkStandardOutput() throws {
        let rivals =
            (hasJSON ? ["--json"] : [])
            + files.filter { $0.path == OutputFile.standardOutput }.map { "\($0.option) -" }
        guard rivals.count > 1 else { return }
        let names = rivals.joined(separator: ", ")
        throw ValidationError(
            said(
                en: "Standard output takes one result, not \(names) together. Give files to the others.",
                pl: "Standardowe wyjście mieści jeden wynik, a nie naraz: \(names). Dla pozostałych podaj pliki.",
                ru: "Стандартный вывод вмещает один результат, а не сразу: \(names). Для остальных укажите файлы."))
    }
}
