public import ArgumentParser

/// `perennial`: one verb a job.
public struct PerennialCommand: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "perennial",
        abstract: said(
            en: "Who is leaving, what each customer is worth, and what to do today.",
            pl: "Kto odchodzi, ile wart jest każdy klient i co zrobić dzisiaj.",
            ru: "Кто уходит, сколько стоит каждый клиент и что делать сегодня."),
        version: "0.1.0",
        subcommands: [ReportCommand.self])

    public init() {}
}
