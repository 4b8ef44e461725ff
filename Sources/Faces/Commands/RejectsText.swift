import ArgumentParser
import Domain
import Intake
import IntakeFormats
import Report

/// What is said about rejected rows.
enum RejectsText {
    /// Says which rows were rejected, and throws where they are too many for figures.
    ///
    /// - Throws: `ExitCode` 1.
    static func check(
        _ accounting: Accounting, _ rows: [RejectedRow], limit: ShareArgument, language: Language, areSaved: Bool
    ) throws {
        guard accounting.rejected > 0 else { return }
        Console.say(summary(accounting, rows, language: language, areSaved: areSaved))
        let share = Double(accounting.rejected) / Double(max(1, accounting.rows))
        guard share > limit.share else { return }
        Console.say(tooMany(accounting, limit: limit, language: language))
        throw ExitCode(1)
    }

    /// How many rows of each reason, with an example of each.
    static func summary(
        _ accounting: Accounting, _ rows: [RejectedRow], language: Language, areSaved: Bool
    ) -> String {
        let examples = rows
        let (rejected, rows) = (language.count(accounting.rejected), language.count(accounting.rows))
        var lines = [
            Phrase(
                en: "Rows rejected: \(rejected) of \(rows)", pl: "Odrzucone wiersze: \(rejected) z \(rows)",
                ru: "Отклонённые строки: \(rejected) из \(rows)")[language]
        ]
        let reasons = accounting.rejectedByReason.sorted {
            ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
        }
        let width = reasons.map { language.count($0.value).count }.max() ?? 0
        for (reason, count) in reasons {
            let number = language.count(count)
            let indent = String(repeating: " ", count: 2 + width - number.count)
            lines.append(indent + number + " × " + reason.name(in: language) + example(of: reason, examples, language))
        }
        if !areSaved {
            lines.append(
                Phrase(
                    en: "  See all of them with --rejects FILE.", pl: "  Wszystkie zapisze --rejects PLIK.",
                    ru: "  Все они: --rejects ФАЙЛ.")[language])
        }
        return lines.joined(separator: "\n")
    }

    /// `, such as orders.csv, line 12: 17;abc;…`
    private static func example(of reason: RejectReason, _ rows: [RejectedRow], _ language: Language) -> String {
        guard let row = rows.first(where: { $0.reason == reason }) else { return "" }
        let file = OrderFiles.name(of: row.file, in: language)
        let place = Phrase(
            en: ", such as \(file), line \(row.line): ", pl: ", na przykład \(file), wiersz \(row.line): ",
            ru: ", например \(file), строка \(row.line): ")
        return place[language] + row.text.clipped(to: 60)
    }

    static func tooMany(_ accounting: Accounting, limit: ShareArgument, language: Language) -> String {
        // Cut off, not rounded: 5.04 % must not be told as “5 %, more than 5 %”.
        let share = Double(accounting.rejected) / Double(accounting.rows)
        let shown = share - limit.share < 0.01 ? (share * 10_000).rounded(.up) / 10_000 : (share * 100).rounded() / 100
        let (told, allowed) = (language.percent(shown), language.percent(limit.share))
        return Phrase(
            en: """
                That is \(told) of the rows, more than the \(allowed) allowed, so no figures are given. Mend the file \
                or the mapping (--column), or allow more with --max-rejected.
                """,
            pl: """
                To \(told) wierszy, więcej niż dozwolone \(allowed), dlatego nie podajemy wyników. Popraw plik lub \
                przypisanie kolumn (--column) albo zwiększ limit: --max-rejected.
                """,
            ru: """
                Это \(told) строк, больше допустимых \(allowed), поэтому показатели не выводятся. Исправьте файл или \
                назначение столбцов (--column) либо увеличьте предел: --max-rejected.
                """)[language]
    }
}
