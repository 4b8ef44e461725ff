import Domain
import Intake

/// What is said about rejected rows.
enum RejectsText {
    /// How many rows of each reason, with an example of each.
    static func summary(_ result: IntakeResult, language: Language, areSaved: Bool) -> String {
        let accounting = result.accounting
        var lines = [
            Phrase(
                en: "\(accounting.rejected) of \(accounting.rows) rows were rejected:",
                pl: "Odrzucono wierszy: \(accounting.rejected) z \(accounting.rows):",
                ru: "Отклонено строк: \(accounting.rejected) из \(accounting.rows):")[language]
        ]
        for (reason, count) in accounting.rejectedByReason.sorted(by: {
            ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
        }) {
            var line = "  \(count) × \(phrase(reason)[language])"
            if let example = result.rejects.first(where: { $0.reason == reason }) {
                let text = example.text.replacing("\n", with: " ")
                line +=
                    Phrase(
                        en: ", such as line \(example.line)", pl: ", na przykład wiersz \(example.line)",
                        ru: ", например строка \(example.line)")[language]
                line += " (\(example.file)): " + (text.count > 60 ? text.prefix(59) + "…" : text[...])
            }
            lines.append(line)
        }
        if !areSaved {
            lines.append(
                Phrase(
                    en: "  All of them with --rejects FILE.", pl: "  Wszystkie: --rejects PLIK.",
                    ru: "  Все они: --rejects ФАЙЛ.")[language])
        }
        return lines.joined(separator: "\n")
    }

    static func tooMany(_ accounting: Accounting, limit: ShareArgument, language: Language) -> String {
        let share = String(Int((Double(accounting.rejected) / Double(accounting.rows) * 100).rounded(.up)))
        let allowed = "\(limit.basisPoints / 100)"
        return Phrase(
            en: """
                That is \(share) % of the rows, more than the \(allowed) % allowed, so no figures are given. Mend the file \
                or the mapping (--column), or allow more with --max-rejected.
                """,
            pl: """
                To \(share)% wierszy, więcej niż dozwolone \(allowed)%, dlatego nie podajemy wyników. Popraw plik lub \
                przypisanie kolumn (--column) albo zwiększ limit: --max-rejected.
                """,
            ru: """
                Это \(share) % строк, больше допустимых \(allowed) %, поэтому показатели не выводятся. Исправьте файл или \
                назначение столбцов (--column) либо увеличьте предел: --max-rejected.
                """)[language]
    }

    static func phrase(_ reason: RejectReason) -> Phrase {
        switch reason {
        case .missingDate: Phrase(en: "no date", pl: "brak daty", ru: "нет даты")
        case .unreadableDate: Phrase(en: "unreadable date", pl: "nieczytelna data", ru: "нечитаемая дата")
        case .dateOutOfRange:
            Phrase(
                en: "date before 1900 or after 2199", pl: "data sprzed 1900 lub po 2199",
                ru: "дата до 1900 или после 2199")
        case .missingAmount: Phrase(en: "no amount", pl: "brak kwoty", ru: "нет суммы")
        case .unreadableAmount: Phrase(en: "unreadable amount", pl: "nieczytelna kwota", ru: "нечитаемая сумма")
        case .amountTooLarge: Phrase(en: "amount too large", pl: "zbyt duża kwota", ru: "слишком большая сумма")
        case .missingOrder: Phrase(en: "no order id", pl: "brak numeru zamówienia", ru: "нет номера заказа")
        case .unreadableEmail:
            Phrase(en: "not an e-mail address", pl: "to nie jest adres e-mail", ru: "это не адрес e-mail")
        case .missingCurrency: Phrase(en: "no currency", pl: "brak waluty", ru: "нет валюты")
        case .unknownCurrency: Phrase(en: "unknown currency", pl: "nieznana waluta", ru: "неизвестная валюта")
        case .missingRate:
            Phrase(en: "no exchange rate for the day", pl: "brak kursu na ten dzień", ru: "нет курса на этот день")
        case .tooManyFields:
            Phrase(en: "more fields than columns", pl: "więcej pól niż kolumn", ru: "полей больше, чем столбцов")
        case .unclosedQuote:
            Phrase(en: "quote never closed", pl: "niezamknięty cudzysłów", ru: "незакрытая кавычка")
        case .textAfterQuote:
            Phrase(en: "text after a closing quote", pl: "tekst za cudzysłowem", ru: "текст после закрывающей кавычки")
        case .rowTooLong:
            Phrase(en: "row longer than 1 MiB", pl: "wiersz dłuższy niż 1 MiB", ru: "строка длиннее 1 МиБ")
        case .zeroByte: Phrase(en: "zero byte", pl: "bajt zerowy", ru: "нулевой байт")
        case .invalidText:
            Phrase(
                en: "not text in the file's encoding", pl: "to nie tekst w kodowaniu pliku",
                ru: "не текст в кодировке файла")
        case .totalsRow: Phrase(en: "a row of totals", pl: "wiersz podsumowania", ru: "строка итогов")
        }
    }
}
