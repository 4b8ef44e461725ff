import Domain
import Foundation
import Testing

@testable import Commands

@Suite("At a terminal")
struct TerminalTests {
    /// Which of the program's streams is the terminal.
    private enum Stream { case output, errors }

    /// Runs a line of shell in which `$perennial` is the program, and returns what the terminal got and what the other
    /// stream got.
    private static func run(
        _ line: String, terminal stream: Stream, environment: [String: String] = [:], in folder: Folder
    ) throws -> (terminal: String, other: String, code: Int32) {
        let terminal = try PseudoTerminal()
        try Data().write(to: folder.url("other"))
        let other = try FileHandle(forWritingTo: folder.url("other"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = folder.url
        process.environment = [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm", "perennial": try Program.path(),
        ].merging(environment) { _, given in given }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = stream == .output ? terminal.handle : other
        process.standardError = stream == .errors ? terminal.handle : other
        let watchdog = DispatchWorkItem { process.terminate() }
        try process.run()
        DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: watchdog)
        let text = terminal.text()
        process.waitUntilExit()
        watchdog.cancel()
        return (text, try folder.text("other"), process.terminationStatus)
    }

    /// Orders of some 90 MB, which take a while, and one more that comes late.
    private static func slowOrders(in folder: Folder) throws -> String {
        let block = (0..<40_000).map { "\($0 % 900 + 1),2026-01-\($0 % 18 + 10),\($0 % 90).50\n" }.joined()
        try folder.write("orders.csv", "customer_id,date,amount\n" + String(repeating: block, count: 120))
        return #"{ cat orders.csv; sleep 1.3; echo 7,2026-01-05,10.00; } | "$perennial" report -"#
    }

    @Test(
        "progress tells bytes, rows a second and the time left, and goes away again",
        arguments: [
            (
                .english, #"Reading standard input: \d+ MB"#,
                #"Reading standard input: [\d.]+ of \d+ MB \(\d+%\), [\d,]+ rows/s, \d+ s left"#
            ),
            (
                .polish, #"Czytam standardowe wejście: \d+ MB"#,
                #"Czytam standardowe wejście: [\d,]+ z \d+ MB \(\d+%\), [\d ]+ wierszy/s, jeszcze \d+ s"#
            ),
            (
                .russian, #"Читаю стандартный ввод: \d+ МБ"#,
                #"Читаю стандартный ввод: [\d,]+ из \d+ МБ \(\d+ %\), [\d ]+ строк/с, осталось \d+ с"#
            ),
        ] as [(Language, String, String)])
    func progress(language: Language, coming: String, reading: String) throws {
        let folder = try Folder()
        let line = try Self.slowOrders(in: folder) + " --lang " + language.rawValue
        let run = try Self.run(line, terminal: .errors, in: folder)
        #expect(run.code == 0)
        let text = run.terminal.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        #expect(text.firstMatch(of: try Regex(coming)) != nil, "\(text)")
        #expect(text.firstMatch(of: try Regex(reading)) != nil, "\(text)")
        // The last of it is wiped with blanks.
        #expect(text.firstMatch(of: /\r +\r/) != nil)
        // The answer is not in between.
        #expect(!run.other.contains("\r"))
    }

    @Test("there is no progress where standard error is no terminal") func noProgress() throws {
        let folder = try Folder()
        let run = try Self.run(Self.slowOrders(in: folder), terminal: .output, in: folder)
        #expect(run.code == 0)
        #expect(!run.other.contains("\r") && !run.other.contains("rows/s"))
    }

    @Test("what takes less than a second shows no progress") func quick() throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        let run = try Self.run(#""$perennial" report orders.csv"#, terminal: .errors, in: folder)
        #expect(run.code == 0)
        #expect(!run.terminal.contains("rows/s") && run.terminal.contains("what was recognised"))
    }

    @Test(
        "there is colour, but not under NO_COLOR or on a dumb terminal",
        arguments: [([:], true), (["NO_COLOR": ""], true), (["NO_COLOR": "1"], false), (["TERM": "dumb"], false)]
            as [([String: String], Bool)])
    func colour(environment: [String: String], isColoured: Bool) throws {
        let folder = try Folder()
        let line = #""$perennial" report '\#(try Reports.shop())'"#
        let run = try Self.run(line, terminal: .output, environment: environment, in: folder)
        #expect(run.code == 0)
        #expect(run.terminal.contains("\u{1B}[1m") == isColoured)
        #expect(run.terminal.contains("\u{1B}") == isColoured)
        #expect(!run.other.contains("\u{1B}"))
    }
}
