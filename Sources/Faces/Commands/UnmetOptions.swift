import Domain
import Intake
import Report

/// What is said of options that name a text which no row of the files has: mostly it was misspelt.
struct UnmetOptions {
    let result: IntakeResult
    let language: Language

    /// One line an option; empty where all were of use.
    ///
    /// - Parameter statuses: As given with `--status`; a mapping may know statuses that one export lacks.
    static func text(statuses: [String], _ result: IntakeResult, language: Language) -> String {
        let words = UnmetOptions(result: result, language: language)
        var given = RecognitionOptions()
        // They were checked before anything was read.
        for status in statuses { try? given.addStatusRule(status) }
        let unused = given.statusRules.keys.filter { !result.usedStatusRules.contains($0.lowercased()) }.sorted()
        let statusLines = words.knowsStatuses ? unused.map(words.status) : []
        let lines = statusLines + result.unmetFilters.map(words.filter) + words.noneLeft
        return lines.joined(separator: "\n")
    }

    // MARK: Statuses

    /// Where filters left no row, nothing is known of the statuses.
    private var knowsStatuses: Bool {
        !result.statusRows.isEmpty || result.accounting.ignoredByReason[.filtered, default: 0] == 0
    }

    private func status(_ key: String) -> String {
        let name = language.quoted(key.clipped(to: 44))
        guard result.plans.contains(where: { !$0.statusColumns.isEmpty }) else {
            return Phrase(
                en: "--status: the files have no column of statuses, so \(name) changes nothing."
                    + " Name one: --column status=NAME.",
                pl: "--status: w plikach nie ma kolumny ze statusami, więc \(name) niczego nie zmienia."
                    + " Wskaż ją: --column status=NAZWA.",
                ru: "--status: в файлах нет столбца со статусами, поэтому \(name) ничего не меняет."
                    + " Укажите его: --column status=ИМЯ.")[language]
        }
        let statuses = IntakeSummary.statuses(of: result).map(\.key)
        let names = listed(Array(statuses.prefix(Self.mostNames)), areAll: statuses.count <= Self.mostNames)
        return Phrase(
            en: "--status: no row has the status \(name), so it changes nothing. There are: \(names)",
            pl: "--status: żaden wiersz nie ma statusu \(name), więc niczego to nie zmienia. Są: \(names)",
            ru: "--status: статуса \(name) нет ни в одной строке, это ничего не меняет. Есть: \(names)")[language]
    }

    // MARK: Filters

    private func filter(_ unmet: UnmetFilter) -> String {
        let value = language.quoted(unmet.filter.value.clipped(to: 44))
        let column = language.quoted(unmet.filter.column.clipped(to: 44))
        let names = listed(unmet.values, areAll: unmet.areAllValues)
        return Phrase(
            en: "--where: no row has \(value) in \(column). There are: \(names)",
            pl: "--where: żaden wiersz nie ma \(value) w kolumnie \(column). Są: \(names)",
            ru: "--where: ни в одной строке нет \(value) в столбце \(column). Есть: \(names)")[language]
    }

    /// Each condition may be met by some rows, and all of them by none.
    private var noneLeft: [String] {
        let accounting = result.accounting
        guard result.unmetFilters.isEmpty, accounting.ignoredByReason[.filtered, default: 0] > 0,
            accounting.accepted == 0, accounting.rejected == 0
        else { return [] }
        return [
            Phrase(
                en: "--where: no row that counts is left.", pl: "--where: nie został żaden wiersz, który się liczy.",
                ru: "--where: не осталось ни одной строки, которая учитывается.")[language]
        ]
    }

    // MARK: Lists

    private static let mostNames = 12

    private func listed(_ names: [String], areAll: Bool) -> String {
        if names.isEmpty { return "–." }
        return names.map { $0.clipped(to: 28) }.joined(separator: ", ") + (areAll ? "." : ", …")
    }
}
