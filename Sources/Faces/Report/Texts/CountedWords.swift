/// The things that are counted, in the case that a bare count asks for.
extension Plural {
    // "Dwóch klientów" serves every Polish count above one, and asks for one form of the verb.
    static let customers = Plural(
        en: ("customer", "customers"), pl: ("klient", "klientów", "klientów"),
        ru: ("клиент", "клиента", "клиентов"))

    /// After "of", "z", "из".
    static let ofCustomers = Plural(
        en: ("customer", "customers"), pl: ("klienta", "klientów", "klientów"),
        ru: ("клиента", "клиентов", "клиентов"))

    /// After "by", "o", "на": a compound number ending in two asks Russian for the form of one.
    static let byCustomers = Plural(
        en: ("customer", "customers"), pl: ("klienta", "klientów", "klientów"),
        ru: ("клиента", "клиента", "клиентов"))

    /// After "of your", "z", "из".
    static let ofBestCustomers = Plural(
        en: ("best customer", "best customers"),
        pl: ("najlepszego klienta", "najlepszych klientów", "najlepszych klientów"),
        ru: ("лучшего клиента", "лучших клиентов", "лучших клиентов"))

    /// After "of", "z", "из".
    static let ofCohorts = Plural(
        en: ("cohort", "cohorts"), pl: ("kohorty", "kohort", "kohort"), ru: ("когорты", "когорт", "когорт"))

    static let newCustomers = Plural(
        en: ("new customer", "new customers"), pl: ("nowy klient", "nowych klientów", "nowych klientów"),
        ru: ("новый клиент", "новых клиента", "новых клиентов"))

    /// After "brings", "przynosi", "приводит".
    static let broughtCustomers = Plural(
        en: ("new customer", "new customers"), pl: ("nowego klienta", "nowych klientów", "nowych klientów"),
        ru: ("нового клиента", "новых клиента", "новых клиентов"))

    static let lapsingCustomers = Plural(
        en: ("lapsing customer", "lapsing customers"),
        pl: ("odchodzący klient", "odchodzących klientów", "odchodzących klientów"),
        ru: ("уходящий клиент", "уходящих клиента", "уходящих клиентов"))

    static let orders = Plural(
        en: ("order", "orders"), pl: ("zamówienie", "zamówienia", "zamówień"), ru: ("заказ", "заказа", "заказов"))

    static let days = Plural(en: ("day", "days"), pl: ("dzień", "dni", "dni"), ru: ("день", "дня", "дней"))

    /// After "within", "w ciągu", "в течение".
    static let withinDays = Plural(
        en: ("day", "days"), pl: ("dnia", "dni", "dni"), ru: ("дня", "дней", "дней"))

    static let months = Plural(
        en: ("month", "months"), pl: ("miesiąc", "miesiące", "miesięcy"), ru: ("месяц", "месяца", "месяцев"))

    /// After "within", "w ciągu", "в течение".
    static let withinMonths = Plural(
        en: ("month", "months"), pl: ("miesiąca", "miesięcy", "miesięcy"), ru: ("месяца", "месяцев", "месяцев"))

    /// After "after", "po", "через".
    static let afterMonths = Plural(
        en: ("month", "months"), pl: ("miesiącu", "miesiącach", "miesiącach"), ru: ("месяц", "месяца", "месяцев"))

    static let rows = Plural(
        en: ("row", "rows"), pl: ("wiersz", "wiersze", "wierszy"), ru: ("строка", "строки", "строк"))

    static let active = Plural(
        en: ("active", "active"), pl: ("aktywny", "aktywnych", "aktywnych"),
        ru: ("активный", "активных", "активных"))

    static let lapsing = Plural(
        en: ("lapsing", "lapsing"), pl: ("odchodzący", "odchodzących", "odchodzących"),
        ru: ("уходящий", "уходящих", "уходящих"))

    static let lapsed = Plural(
        en: ("lapsed", "lapsed"), pl: ("nieaktywny", "nieaktywnych", "nieaktywnych"),
        ru: ("ушедший", "ушедших", "ушедших"))

    // Verbs that agree with a count.
    static let areSilent = Plural(
        en: ("has been", "have been"), pl: ("milczy", "milczy", "milczy"), ru: ("молчит", "молчат", "молчат"))
    static let bring = Plural(
        en: ("brings", "bring"), pl: ("przynosi", "przynosi", "przynosi"), ru: ("приносит", "приносят", "приносят"))
    static let brought = Plural(
        en: ("brought", "brought"), pl: ("przyniósł", "przyniosło", "przyniosło"),
        ru: ("принёс", "принесли", "принесли"))
    static let cameOften = Plural(
        en: ("came often", "came often"), pl: ("kupował często", "kupowało często", "kupowało często"),
        ru: ("покупал часто", "покупали часто", "покупали часто"))

    static let comeIn = Plural(
        en: ("comes", "come"), pl: ("przychodzi", "przychodzi", "przychodzi"),
        ru: ("приходит", "приходят", "приходит"))
    static let left = Plural(
        en: ("lost", "lost"), pl: ("odszedł", "odeszło", "odeszło"), ru: ("ушёл", "ушли", "ушло"))
    static let came = Plural(
        en: ("won", "won"), pl: ("przyszedł", "przyszło", "przyszło"), ru: ("пришёл", "пришли", "пришло"))
    static let cameBack = Plural(
        en: ("won back", "won back"), pl: ("wrócił", "wróciło", "wróciło"), ru: ("вернулся", "вернулись", "вернулось"))

    static let figures = Plural(
        en: ("figure", "figures"), pl: ("wskaźnik", "wskaźniki", "wskaźników"),
        ru: ("показатель", "показателя", "показателей"))
}
