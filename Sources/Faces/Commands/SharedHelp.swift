import ArgumentParser

/// Help of options that several commands have.
extension ArgumentHelp {
    static var orderFiles: ArgumentHelp {
        ArgumentHelp(
            said(
                en: "Files of orders: CSV, TSV or XLSX, plain or gzip; - is standard input.",
                pl: "Pliki zamówień: CSV, TSV lub XLSX, także gzip; - to standardowe wejście.",
                ru: "Файлы заказов: CSV, TSV или XLSX, также gzip; - это стандартный ввод."),
            valueName: said(en: "file", pl: "plik", ru: "файл"))
    }

    static var rejects: ArgumentHelp {
        ArgumentHelp(
            said(
                en: "Write the rows that were not accepted, with reasons, as CSV.",
                pl: "Zapisz wiersze, których nie przyjęto, wraz z przyczynami (CSV).",
                ru: "Записать непринятые строки с причинами (CSV)."),
            valueName: said(en: "file", pl: "plik", ru: "файл"))
    }

    static var language: ArgumentHelp {
        ArgumentHelp(
            said(
                en: "Language of all texts (default: the locale's).",
                pl: "Język wszystkich tekstów (domyślnie systemowy).",
                ru: "Язык всех текстов (по умолчанию системный)."),
            valueName: said(en: "language", pl: "język", ru: "язык"))
    }

    static var shopName: ArgumentHelp {
        ArgumentHelp(
            said(
                en: "What the shop is called (default: the file's name).",
                pl: "Nazwa sklepu (domyślnie nazwa pliku).", ru: "Название магазина (по умолчанию имя файла)."),
            valueName: said(en: "name", pl: "nazwa", ru: "название"))
    }
}
