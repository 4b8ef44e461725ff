import Domain

extension Setting {
    /// Every setting, in the order in which they are shown.
    public static let all: [Setting] = database + server + business + work + retention

    /// The setting with this key; nil where there is none.
    public static func named(_ key: String) -> Setting? { all.first { $0.key == key } }

    private static let database = [
        Setting(
            "database", \.database.address, .database, secrecy: .password,
            Phrase(
                en: "Where everything is kept: a file of SQLite, or a server of PostgreSQL",
                pl: "Gdzie wszystko jest przechowywane: plik SQLite lub serwer PostgreSQL",
                ru: "Где всё хранится: файл SQLite или сервер PostgreSQL")),
        Setting(
            "database.connections", \.database.connections, .wholeNumber(1...1_000),
            Phrase(
                en: "Connections to the database at once, at most",
                pl: "Największa liczba jednoczesnych połączeń z bazą",
                ru: "Наибольшее число одновременных соединений с базой")),
        Setting(
            "database.statement-time-limit", \.database.statementTimeLimit, .duration(.seconds(1) ... .seconds(86_400)),
            Phrase(
                en: "How long one statement to the database may take",
                pl: "Jak długo może trwać jedno zapytanie do bazy",
                ru: "Сколько может длиться один запрос к базе")),
    ]

    private static let server = [
        Setting(
            "http.host", \.http.host, .host,
            Phrase(
                en: "The address to listen on; 127.0.0.1 is this machine alone",
                pl: "Adres, pod którym działa serwer; 127.0.0.1 to tylko ten komputer",
                ru: "Адрес, на котором работает сервер; 127.0.0.1 — только эта машина")),
        Setting(
            "http.port", \.http.port, .wholeNumber(0...65_535),
            Phrase(
                en: "The port to listen on; 0 takes a free one", pl: "Port serwera; 0 to dowolny wolny",
                ru: "Порт сервера; 0 — любой свободный")),
        Setting(
            "log.level", \.log.level, .oneOf,
            Phrase(
                en: "How much the running program tells: this level and those after it",
                pl: "Ile mówi działający program: ten poziom i następne",
                ru: "Сколько сообщает работающая программа: этот уровень и следующие")),
        Setting(
            "log.format", \.log.format, .oneOf,
            Phrase(
                en: "How it tells: text for people, json for programs",
                pl: "W jakiej postaci: text dla ludzi, json dla programów",
                ru: "В каком виде: text для людей, json для программ")),
    ]

    private static let business = [
        Setting(
            "language", \.language, .oneOf,
            Phrase(
                en: "The language of pages and texts for whoever has chosen none",
                pl: "Język stron i tekstów dla tych, którzy żadnego nie wybrali",
                ru: "Язык страниц и текстов для тех, кто не выбрал другой")),
        Setting(
            "time-zone", \.timeZone, .timeZone,
            Phrase(
                en: "The time zone in which the business counts its days",
                pl: "Strefa czasowa, według której firma liczy dni",
                ru: "Часовой пояс, по которому бизнес считает дни")),
        Setting(
            "currency", \.currency, .currency,
            Phrase(en: "The base currency", pl: "Waluta bazowa", ru: "Базовая валюта")),
        Setting(
            "business", \.business, .text(1...200),
            Phrase(
                en: "The name that the business gets when it is first made",
                pl: "Nazwa, którą firma dostaje przy pierwszym uruchomieniu",
                ru: "Название, которое бизнес получает при первом запуске")),
    ]

    private static let work = [
        Setting(
            "workers", \.workers, .wholeNumber(1...256),
            Phrase(en: "Jobs at once", pl: "Liczba zadań naraz", ru: "Число заданий сразу")),
        Setting(
            "privacy.key", \.privacyKey, .secret(32...1_024), secrecy: .value,
            Phrase(
                en: "The key of suppression marks, which outlive an erasure; keep it outside of backups",
                pl: "Klucz znaczników wykluczenia, które zostają po usunięciu osoby; nie trzymaj go w kopiach",
                ru: "Ключ меток исключения, которые остаются после удаления человека; храните его вне резервных копий")
        ),
        Setting(
            "backup.folder", \.backupFolder, .path,
            Phrase(
                en: "The folder that backups are written to", pl: "Folder na kopie zapasowe",
                ru: "Папка для резервных копий")),
    ]

    private static let retention = [
        Setting(
            "retention.rejected-rows", \.retention.rejectedRowsDays, .days(1...36_500),
            Phrase(
                en: "How long rejected rows of imports are kept", pl: "Jak długo trzyma się odrzucone wiersze importu",
                ru: "Сколько хранятся отклонённые строки импорта")),
        Setting(
            "retention.events", \.retention.eventsDays, .days(1...36_500),
            Phrase(
                en: "How long events of the timeline are kept", pl: "Jak długo trzyma się zdarzenia z osi czasu",
                ru: "Сколько хранятся события ленты времени")),
        Setting(
            "retention.audit", \.retention.auditDays, .days(1...36_500),
            Phrase(
                en: "How long the audit log is kept", pl: "Jak długo trzyma się dziennik audytu",
                ru: "Сколько хранится журнал аудита")),
        Setting(
            "retention.done-jobs", \.retention.doneJobsDays, .days(1...36_500),
            Phrase(
                en: "How long jobs that are done are kept", pl: "Jak długo trzyma się wykonane zadania",
                ru: "Сколько хранятся выполненные задания")),
    ]
}
