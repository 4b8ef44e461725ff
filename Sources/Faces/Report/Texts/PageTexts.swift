import Domain

/// The frame of a report: its head, its foot, and what every section shares.
enum PageTexts {
    static let contents = Phrase(en: "Contents", pl: "Spis treści", ru: "Содержание")
    static let skip = Phrase(en: "Skip to the findings", pl: "Przejdź do wniosków", ru: "Перейти к выводам")
    static let asTable = Phrase(en: "The figures as a table", pl: "Te same dane w tabeli", ru: "Те же данные таблицей")
    static let scrollHint = Phrase(
        en: "More columns to the right: scroll the table sideways →",
        pl: "Dalsze kolumny są po prawej: przesuń tabelę w bok →",
        ru: "Справа есть ещё столбцы: прокрутите таблицу вбок →")
    static let partial = Phrase(en: "not over yet", pl: "okres niepełny", ru: "период неполный")
    static let unnamed = Phrase(en: "not given", pl: "nie podano", ru: "не указано")
    static let customers = Phrase(en: "Customers", pl: "Klienci", ru: "Клиенты")
    static let orders = Phrase(en: "Orders", pl: "Zamówienia", ru: "Заказы")
    static let period = Phrase(en: "Period", pl: "Okres", ru: "Период")
    static let month = Phrase(en: "Month", pl: "Miesiąc", ru: "Месяц")
    static let share = Phrase(en: "Share", pl: "Udział", ru: "Доля")
    static let interval = Phrase(en: "95% interval", pl: "Przedział 95%", ru: "Интервал 95\u{A0}%")
    static let netRevenue = Phrase(en: "Net revenue", pl: "Przychód po zwrotach", ru: "Выручка после возвратов")
    static let contribution = Phrase(en: "Contribution", pl: "Marża", ru: "Маржа")
    static let remarks = Phrase(en: "Remarks", pl: "Uwagi", ru: "Примечания")
    static let cannotSayTitle = Phrase(en: "Cannot say yet", pl: "Jeszcze nie wiadomo", ru: "Пока сказать нельзя")

    static func title(shop: String) -> Phrase {
        Phrase(en: "\(shop): customer report", pl: "\(shop): raport o klientach", ru: "\(shop): отчёт о клиентах")
    }

    static func heading(customers: Int, active: Int, lapsing: Int, formats: Formats) -> String {
        formats.count(customers, .customers) + ": " + formats.count(active, .active) + ", "
            + formats.count(lapsing, .lapsing)
    }

    static let headingWithoutCustomers = Phrase(
        en: "No orders of known customers yet", pl: "Nie ma jeszcze zamówień znanych klientów",
        ru: "Заказов известных клиентов пока нет")

    static func span(from first: String, to last: String, asOf: String) -> Phrase {
        if first == last {
            return Phrase(
                en: "Orders of \(first); figures as of \(asOf).", pl: "Zamówienia z \(first); stan na \(asOf).",
                ru: "Заказы за \(first) Данные на \(asOf)")
        }
        return Phrase(
            en: "Orders from \(first) to \(last); figures as of \(asOf).",
            pl: "Zamówienia od \(first) do \(last); stan na \(asOf).",
            // A Russian date ends with a full stop of its own.
            ru: "Заказы с \(first) по \(last) Данные на \(asOf)")
    }

    static func amounts(in currency: String?, isGross: Bool, includesShipping: Bool) -> Phrase {
        let vat =
            isGross
            ? Phrase(en: "with VAT", pl: "brutto", ru: "с НДС") : Phrase(en: "without VAT", pl: "netto", ru: "без НДС")
        let shipping =
            includesShipping
            ? Phrase(en: "with shipping", pl: "z dostawą", ru: "с доставкой")
            : Phrase(en: "without shipping", pl: "bez dostawy", ru: "без доставки")
        let money =
            currency.map { Phrase(en: "in \($0)", pl: "w \($0)", ru: "в \($0)") }
            ?? Phrase(en: "in the file's currency", pl: "w walucie pliku", ru: "в валюте файла")
        return Phrase(
            en: "Amounts \(money.en), \(vat.en), \(shipping.en).", pl: "Kwoty \(money.pl), \(vat.pl), \(shipping.pl).",
            ru: "Суммы \(money.ru), \(vat.ru), \(shipping.ru).")
    }

    static let footer = Phrase(
        en: "Made by Perennial on your own machine. Nothing in this page calls home.",
        pl: "Raport przygotował Perennial na Twoim komputerze. Strona niczego nigdzie nie wysyła.",
        ru: "Отчёт составлен программой Perennial на вашем компьютере. Страница ничего никуда не отправляет.")
}

/// The sections: what the list of contents calls them, and their headings.
enum SectionTexts {
    static let findings = Phrase(en: "What matters most", pl: "Co najważniejsze", ru: "Что важнее всего")
    static let pulse = Phrase(en: "At a glance", pl: "W skrócie", ru: "Коротко")
    static let change = Phrase(en: "Is it getting better?", pl: "Czy jest lepiej?", ru: "Становится ли лучше?")
    static let activity = Phrase(en: "Who is leaving?", pl: "Kto odchodzi?", ru: "Кто уходит?")
    static let retention = Phrase(en: "How many stay?", pl: "Ilu zostaje?", ru: "Сколько остаётся?")
    static let cohorts = Phrase(en: "Cohorts", pl: "Kohorty", ru: "Когорты")
    static let newVsReturning = Phrase(en: "New and returning", pl: "Nowi i powracający", ru: "Новые и вернувшиеся")
    static let nextOrder = Phrase(en: "The second order", pl: "Drugi zakup", ru: "Вторая покупка")
    static let concentration = Phrase(
        en: "Who brings the money?", pl: "Kto przynosi pieniądze?", ru: "Кто приносит деньги?")
    static let segments = Phrase(en: "Segments", pl: "Segmenty", ru: "Сегменты")
    static let rhythm = Phrase(en: "Rhythm", pl: "Rytm zakupów", ru: "Ритм покупок")
    static let breakdowns = Phrase(en: "Breakdowns", pl: "Przekroje", ru: "Разрезы")
    static let acquisition = Phrase(
        en: "What does a new customer cost?", pl: "Ile kosztuje nowy klient?", ru: "Сколько стоит новый клиент?")
    static let sayings = Phrase(en: "Sayings, measured", pl: "Obiegowe prawdy", ru: "Расхожие истины")
    static let method = Phrase(en: "How it was counted", pl: "Jak to policzono", ru: "Как это посчитано")
}
