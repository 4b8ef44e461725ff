import Domain
import Intake
import Report

/// What every status of the files was taken for, said when they are read and before the numbers, with the way to say
/// otherwise.
struct StatusText {
    let language: Language

    /// nil where the files have no statuses.
    static func text(of result: IntakeResult, language: Language) -> String? {
        let statuses = IntakeSummary.statuses(of: result)
        guard !statuses.isEmpty else { return nil }
        return StatusText(language: language).lines(statuses).joined(separator: "\n")
    }

    /// Up to so many statuses are listed whatever they are; of more, those that count as everyone expects are summed up.
    private static let fewStatuses = 12
    /// Nobody reads more; the JSON has all.
    private static let mostLines = 100

    private func lines(_ statuses: [IntakeSummary.Status]) -> [String] {
        let isFew = statuses.count <= Self.fewStatuses
        let notable = isFew ? statuses : statuses.filter { !$0.isPlain }
        let shown = notable.prefix(Self.mostLines)
        let names = shown.map { $0.key.isEmpty ? "" : $0.key.clipped(to: 44) }
        let rows = shown.map { language.count($0.rows) }
        let widths = (names.map(\.count).max() ?? 0, rows.map(\.count).max() ?? 0)
        let ruleWidth = shown.map { $0.rule.rawValue.count }.max() ?? 0
        var lines = [title]
        for ((status, name), rows) in zip(zip(shown, names), rows) {
            let count = String(repeating: " ", count: widths.1 - rows.count) + rows
            let rule = status.rule.rawValue.padding(to: ruleWidth)
            lines.append("  \(name.padding(to: widths.0))  \(count)  \(rule)  \(meaning(of: status))")
        }
        if notable.count > shown.count { lines.append(more(notable[shown.count...])) }
        let plain = statuses.filter(\.isPlain)
        if !isFew, !plain.isEmpty { lines.append(sum(of: plain)) }
        return lines
    }

    private var title: String {
        Phrase(
            en: "statuses, the rows that have them, and what these are taken for (change with --status 'TEXT=RULE'):",
            pl: "statusy, liczba wierszy i znaczenie (zmień przez --status 'TEKST=REGUŁA'):",
            ru: "статусы, число строк и значение (изменить: --status 'ТЕКСТ=ПРАВИЛО'):")[language]
    }

    private func meaning(of status: IntakeSummary.Status) -> String {
        let meaning: Phrase =
            switch status.rule {
            case .count: Phrase(en: "it counts", pl: "liczy się", ru: "учитывается")
            case .exclude: Phrase(en: "left out", pl: "pomijane", ru: "не учитывается")
            case .reverse: Phrase(en: "paid and given back", pl: "zapłacone i zwrócone", ru: "оплачен и возвращён")
            case .refund: Phrase(en: "the row is a refund", pl: "wiersz jest zwrotem", ru: "строка — возврат")
            }
        if status.role == .cancelled { return meaning[language] + cancelled[language] }
        let unknown = Phrase(en: " (not known)", pl: " (nieznany status)", ru: " (статус неизвестен)")
        return meaning[language] + (status.isKnown ? "" : unknown[language])
    }

    /// Its texts are dates, so it has no rule for each.
    private let cancelled = Phrase(
        en: " (all that is filled; --column cancelled= to count it)",
        pl: " (wszystko, co wypełnione; --column cancelled=, aby liczyć)",
        ru: " (всё, что заполнено; --column cancelled=, чтобы учитывать)")

    private func more(_ rest: ArraySlice<IntakeSummary.Status>) -> String {
        let (statuses, rows) = (language.count(rest.count), language.count(rest.reduce(0) { $0 + $1.rows }))
        return Phrase(
            en: "  … and \(statuses) more, rows: \(rows); --json has all of them",
            pl: "  … i jeszcze \(statuses), wiersze: \(rows); wszystkie podaje --json",
            ru: "  … и ещё \(statuses), строк: \(rows); все они есть в --json")[language]
    }

    private func sum(of statuses: [IntakeSummary.Status]) -> String {
        let rows = language.count(statuses.reduce(0) { $0 + $1.rows })
        let rest = statuses.count - 4
        let shown = statuses.prefix(4).map { $0.key.clipped(to: 28) }.joined(separator: ", ")
        let names = shown + (rest > 0 ? ", … (+\(rest))" : "")
        return Phrase(
            en: "  known ones that count, rows: \(rows): \(names)",
            pl: "  znane, które się liczą, wiersze: \(rows): \(names)",
            ru: "  известные, которые учитываются, строк: \(rows): \(names)")[language]
    }
}
