public import ArgumentParser
import Domain
import Intake

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// `perennial`: one verb a job.
public struct PerennialCommand: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "perennial",
        abstract: said(
            en: "Who is leaving, what each customer is worth, and what to do today.",
            pl: "Kto odchodzi, ile wart jest każdy klient i co zrobić dzisiaj.",
            ru: "Кто уходит, сколько стоит каждый клиент и что делать сегодня."),
        version: "0.1.0",
        subcommands: [
            ReportCommand.self, ForecastCommand.self, BacktestCommand.self, SubscriptionsCommand.self,
            ImportCommand.self, ConfigCommand.self,
        ])

    public init() {}

    /// Parses the arguments of the process, runs what they ask for, and ends the process with its exit code: 0 done,
    /// 1 failed on the data, 64 misuse.
    public static func main() {
        // A reader that has seen enough (`perennial … | head`) closes the pipe; that is no failure of ours.
        signal(SIGPIPE, SIG_IGN)
        Console.holdStandardStreams()
        // Nearly every run reads orders; what that takes is made ready while the arguments are parsed.
        OrderIntake.prepare()
        do {
            var command = try parseAsRoot(arguments(CommandLine.arguments.dropFirst()))
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// `--lang` chooses the language of help and of misuse too, where the parser would not know it.
    static func arguments(_ given: some Collection<String>) -> [String] {
        let verb = given.first { !$0.hasPrefix("-") && Language(rawValue: $0) == nil }
        guard !configuration.subcommands.contains(where: { $0.configuration.commandName == verb }) else {
            return Array(given)
        }
        var arguments: [String] = []
        var isLanguageNext = false
        for argument in given {
            if isLanguageNext, Language(rawValue: argument) != nil {
                isLanguageNext = false
            } else if argument == "--lang" {
                isLanguageNext = true
            } else if !argument.hasPrefix("--lang=") {
                arguments.append(argument)
            }
        }
        return arguments
    }

    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let language = SpokenLanguage.current
        if code.isSuccess {
            try? Console.answer(ParserWords.help(fullMessage(for: error, columns: Console.width), in: language))
        } else {
            let text = ParserWords.misuse(fullMessage(for: error), in: language)
            if !text.isEmpty { Console.say(text) }
        }
        endProcess(code.rawValue)
    }
}

/// The system's function, which the parser's methods of that name would hide.
private func endProcess(_ code: Int32) -> Never { exit(code) }
