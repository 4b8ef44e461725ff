public import Domain

/// Why a text is no schedule; each case holds what was found.
public enum ScheduleError: Error, Hashable, Sendable {
    case unknownForm(String)
    case noInterval(String)
    case noTime(String)
    case noWeekday(String)
    case noDay(String)

    public func message(in language: Language) -> String { phrase[language] }

    private var phrase: Phrase {
        switch self {
        case .unknownForm(let text):
            Phrase(
                en: """
                    “\(text)” is no schedule. Write “every 15 minutes”, “daily at 03:00”, “weekly on monday at 03:00” or \
                    “monthly on 1 at 03:00”.
                    """,
                pl: """
                    „\(text)” to nie harmonogram. Wpisz „every 15 minutes”, „daily at 03:00”, „weekly on monday at 03:00” \
                    albo „monthly on 1 at 03:00”.
                    """,
                ru: """
                    «\(text)» — не расписание. Напишите «every 15 minutes», «daily at 03:00», «weekly on monday at 03:00» \
                    или «monthly on 1 at 03:00».
                    """)
        case .noInterval(let text):
            Phrase(
                en:
                    "“\(text)” is no interval. Write “every 15 minutes” or “every 6 hours”, from one minute to 24 hours.",
                pl:
                    "„\(text)” to nie odstęp czasu. Wpisz „every 15 minutes” lub „every 6 hours”, od minuty do 24 godzin.",
                ru: "«\(text)» — не промежуток. Напишите «every 15 minutes» или «every 6 hours», от минуты до 24 часов."
            )
        case .noTime(let text):
            Phrase(
                en: "“\(text)” is no time of day. Write hours and minutes from 00:00 to 23:59, such as 03:00.",
                pl: "„\(text)” to nie godzina. Wpisz godziny i minuty od 00:00 do 23:59, na przykład 03:00.",
                ru: "«\(text)» — не время суток. Укажите часы и минуты от 00:00 до 23:59, например 03:00.")
        case .noWeekday(let text):
            Phrase(
                en: "“\(text)” is no day of the week. Write one from monday to sunday.",
                pl: "„\(text)” to nie dzień tygodnia. Wpisz jeden z dni od monday do sunday.",
                ru: "«\(text)» — не день недели. Укажите один из дней от monday до sunday.")
        case .noDay(let text):
            Phrase(
                en: "“\(text)” is no day of the month. Write a number from 1 to 31.",
                pl: "„\(text)” to nie dzień miesiąca. Wpisz liczbę od 1 do 31.",
                ru: "«\(text)» — не день месяца. Укажите число от 1 до 31.")
        }
    }
}
