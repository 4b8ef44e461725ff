import Domain
import Intake
import Report

/// What was recognised in the files, said before the numbers: each column with three of its values.
enum RecognitionText {
    static func text(of intake: OrderIntake, language: Language) -> String {
        intake.files.map { file in
            var lines = [Phrase(en: "\(file.file.name):", pl: "\(file.file.name):", ru: "\(file.file.name):")[language]]
            let columns = file.recognition.columns
            let roleWidth = columns.map { $0.role.rawValue.count }.max() ?? 0
            let nameWidth = min(28, columns.map { $0.name.count }.max() ?? 0)
            for column in columns {
                let role = column.role.rawValue.padding(to: roleWidth)
                let name = column.name.clipped(to: 28).padding(to: nameWidth)
                lines.append(
                    "  \(role)  \(name)  \(column.samples.map { $0.clipped(to: 24) }.joined(separator: " · "))")
            }
            lines += statuses(of: file.recognition, language)
            lines += file.recognition.remarks.map { "  " + $0.message(in: language) }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// What each status of the first rows is taken for, and how to say otherwise.
    private static func statuses(of recognition: Recognition, _ language: Language) -> [String] {
        guard !recognition.statuses.isEmpty else { return [] }
        let rules: [StatusRule: Phrase] = [
            .count: Phrase(en: "counts", pl: "liczy się", ru: "учитывается"),
            .exclude: Phrase(en: "is left out", pl: "jest pomijany", ru: "не учитывается"),
            .reverse: Phrase(en: "was given back", pl: "zwrócone", ru: "возвращён"),
            .refund: Phrase(en: "is a refund", pl: "to zwrot", ru: "это возврат"),
        ]
        let list = recognition.statuses.prefix(8).map { status in
            let unknown = Phrase(en: " (not known)", pl: " (nieznany)", ru: " (неизвестен)")[language]
            return "“\(status.text)” \(rules[status.rule]?[language] ?? "")\(status.isKnown ? "" : unknown)"
        }
        let change = Phrase(
            en: "change with --status 'TEXT=RULE'", pl: "zmień przez --status 'TEKST=REGUŁA'",
            ru: "изменить: --status 'ТЕКСТ=ПРАВИЛО'")[language]
        return ["  status: \(list.joined(separator: ", ")); \(change)"]
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// At most `width` characters, on one line.
    fileprivate func clipped(to width: Int) -> String {
        let line = replacing("\n", with: " ")
        return line.count <= width ? line : line.prefix(width - 1) + "…"
    }
}
