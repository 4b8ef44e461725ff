import Intake

/// Why rows were rejected or ignored.
enum ReasonTexts {
    static func text(_ reason: RejectReason) -> Phrase {
        switch reason {
        case .missingDate: Phrase(en: "no date", pl: "brak daty", ru: "нет даты")
        case .unreadableDate: Phrase(en: "unreadable date", pl: "nieczytelna data", ru: "нечитаемая дата")
        case .dateOutOfRange: Phrase(en: "date out of range", pl: "data spoza zakresu", ru: "дата вне диапазона")
        case .missingAmount: Phrase(en: "no amount", pl: "brak kwoty", ru: "нет суммы")
        case .unreadableAmount: Phrase(en: "unreadable amount", pl: "nieczytelna kwota", ru: "нечитаемая сумма")
        case .amountTooLarge: Phrase(en: "amount too large", pl: "zbyt duża kwota", ru: "слишком большая сумма")
        case .missingOrder: Phrase(en: "no order id", pl: "brak numeru zamówienia", ru: "нет номера заказа")
        case .unreadableEmail: Phrase(en: "not an e-mail address", pl: "to nie adres e-mail", ru: "не адрес эл. почты")
        case .missingCurrency: Phrase(en: "no currency", pl: "brak waluty", ru: "нет валюты")
        case .unknownCurrency: Phrase(en: "unknown currency", pl: "nieznana waluta", ru: "неизвестная валюта")
        case .missingRate:
            Phrase(en: "no exchange rate for the day", pl: "brak kursu na ten dzień", ru: "нет курса на этот день")
        case .tooManyFields:
            Phrase(en: "more fields than columns", pl: "więcej pól niż kolumn", ru: "полей больше, чем столбцов")
        case .unclosedQuote: Phrase(en: "quote never closed", pl: "niezamknięty cudzysłów", ru: "незакрытая кавычка")
        case .textAfterQuote:
            Phrase(en: "text after a closing quote", pl: "tekst za cudzysłowem", ru: "текст после кавычки")
        case .rowTooLong: Phrase(en: "row too long", pl: "zbyt długi wiersz", ru: "слишком длинная строка")
        case .zeroByte: Phrase(en: "zero byte", pl: "bajt zerowy", ru: "нулевой байт")
        case .invalidText:
            Phrase(
                en: "not text in the file's encoding", pl: "to nie tekst w kodowaniu pliku",
                ru: "не текст в кодировке файла")
        case .totalsRow: Phrase(en: "a row of totals", pl: "wiersz podsumowania", ru: "строка итогов")
        }
    }

    static func text(_ reason: IgnoreReason) -> Phrase {
        switch reason {
        case .blank: Phrase(en: "blank row", pl: "pusty wiersz", ru: "пустая строка")
        case .repeatedHeader: Phrase(en: "the header again", pl: "powtórzony nagłówek", ru: "повтор заголовка")
        case .filtered:
            Phrase(en: "left out by --where", pl: "pominięte przez --where", ru: "отсеяно параметром --where")
        case .afterAsOf: Phrase(en: "later than the day of the report", pl: "po dniu raportu", ru: "позже дня отчёта")
        case .statusExcluded: Phrase(en: "left out by status", pl: "pominięte przez status", ru: "отсеяно по статусу")
        }
    }
}
