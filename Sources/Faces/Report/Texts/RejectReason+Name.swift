public import Domain
public import Intake

extension RejectReason {
    /// Why the row was not accepted, in a few words of the reader's language.
    public func name(in language: Language) -> String { phrase[language] }

    /// The same in all languages.
    var phrase: Phrase {
        switch self {
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
        case .contradictoryCurrency:
            Phrase(
                en: "two currencies in one row", pl: "dwie waluty w jednym wierszu", ru: "две валюты в одной строке")
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
        case .missingCustomer, .unreadableEnd, .endBeforeStart, .negativeAmount, .unknownPeriod: subscriptionPhrase
        }
    }

    private var subscriptionPhrase: Phrase {
        switch self {
        case .missingCustomer: Phrase(en: "no customer", pl: "brak klienta", ru: "нет клиента")
        case .unreadableEnd: Phrase(en: "unreadable end", pl: "nieczytelna data końca", ru: "нечитаемая дата окончания")
        case .endBeforeStart:
            Phrase(en: "end before the start", pl: "koniec przed początkiem", ru: "окончание раньше начала")
        case .negativeAmount: Phrase(en: "amount below zero", pl: "kwota ujemna", ru: "сумма меньше нуля")
        default: Phrase(en: "unknown billing period", pl: "nieznany okres", ru: "неизвестный период оплаты")
        }
    }
}
