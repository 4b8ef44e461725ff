import Domain
import Intake

/// Why rows were ignored; `RejectReason.phrase` says why others were rejected.
enum ReasonTexts {
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
