import ArgumentParser
import Domain
import Foundation

/// Where the results of a run go that were asked for by a path; `-` is standard output.
struct ResultFiles {
    private let files: [(option: String, path: String)]
    private let hasJSON: Bool

    init(_ output: OutputOptions, savedMapping: String?) {
        hasJSON = output.json
        files = [
            ("--html", output.html), ("--customers", output.customers), ("--rejects", output.rejects),
            ("--save-mapping", savedMapping),
        ].compactMap { option, path in path.map { (option, $0) } }
    }

    /// Whether one of them goes to standard output; the summary then gives way to it.
    var takesStandardOutput: Bool { files.contains { $0.path == OutputFile.standardOutput } }

    /// Refuses to write a result over a file that is read, or two results into one.
    func check(against inputs: [String]) throws {
        guard !files.isEmpty else { return }
        try checkStandardOutput()
        var taken = Set(inputs.filter { $0 != "-" }.map(Self.resolved))
        for (option, path) in files where path != OutputFile.standardOutput && !path.hasPrefix("/dev/") {
            guard taken.insert(Self.resolved(path)).inserted else {
                throw ValidationError(
                    said(
                        en: "\(option) \(path) would overwrite a file that is read or written already.",
                        pl: "\(option) \(path) nadpisałoby plik, który jest już czytany lub zapisywany.",
                        ru: "\(option) \(path) перезаписал бы файл, который уже читается или записывается."))
            }
        }
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

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
}
