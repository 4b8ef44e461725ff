import Domain

extension UnsupportedKind {
    /// What the file is, and how to get at its orders.
    var wording: Phrase {
        switch self {
        case .oldExcel, .protectedExcel, .binaryExcel, .openDocument, .numbers: spreadsheetWording
        case .zipArchive, .nestedGzip, .otherArchive: archiveWording
        case .html, .xml, .json, .parquet, .database: dataWording
        case .pdf, .image, .officeDocument:
            Phrase(
                en: "this is \(documentName.en): it shows orders to people, not to programs."
                    + " Export the orders as CSV or XLSX.",
                pl: "to jest \(documentName.pl): dla ludzi, nie dla programów."
                    + " Wyeksportuj zamówienia jako CSV lub XLSX.",
                ru: "это \(documentName.ru): для людей, а не для программ."
                    + " Выгрузите заказы в CSV или XLSX.")
        }
    }

    private var spreadsheetWording: Phrase {
        switch self {
        case .protectedExcel:
            Phrase(
                en: "the workbook has a password. Save it without the password, then try again.",
                pl: "skoroszyt jest chroniony hasłem. Zapisz go bez hasła i spróbuj ponownie.",
                ru: "книга защищена паролем. Сохраните её без пароля и повторите.")
        default:
            Phrase(
                en: "this is \(spreadsheetName.en). Open it and save it as XLSX or CSV.",
                pl: "to jest \(spreadsheetName.pl). Otwórz go i zapisz jako XLSX lub CSV.",
                ru: "это \(spreadsheetName.ru). Откройте файл и сохраните его как XLSX или CSV.")
        }
    }

    private var spreadsheetName: Phrase {
        switch self {
        case .openDocument:
            Phrase(
                en: "an OpenDocument spreadsheet (.ods)", pl: "arkusz OpenDocument (.ods)",
                ru: "таблица OpenDocument (.ods)")
        case .numbers:
            Phrase(
                en: "an Apple Numbers spreadsheet", pl: "arkusz Apple Numbers",
                ru: "таблица Apple Numbers")
        case .binaryExcel:
            Phrase(
                en: "a binary Excel workbook (.xlsb)", pl: "binarny skoroszyt Excela (.xlsb)",
                ru: "двоичная книга Excel (.xlsb)")
        default:
            Phrase(
                en: "an old Excel workbook (.xls)", pl: "stary skoroszyt Excela (.xls)",
                ru: "старая книга Excel (.xls)")
        }
    }

    private var archiveWording: Phrase {
        switch self {
        case .zipArchive:
            Phrase(
                en: "this is a ZIP archive. Unpack it and name the files inside.",
                pl: "to jest archiwum ZIP. Rozpakuj je i podaj pliki, które są w środku.",
                ru: "это ZIP-архив. Распакуйте его и укажите файлы, которые внутри.")
        case .nestedGzip:
            Phrase(
                en: "this is gzip in gzip in gzip. Unpack it with gunzip and name the file inside.",
                pl: "to jest gzip w gzipie w gzipie. Rozpakuj go programem gunzip i podaj plik, który jest w środku.",
                ru: "это gzip в gzip в gzip. Распакуйте его программой gunzip и укажите файл, который внутри.")
        default:
            Phrase(
                en: "this is an archive that is not gzip. Unpack it and name the files inside.",
                pl: "to jest archiwum inne niż gzip. Rozpakuj je i podaj pliki, które są w środku.",
                ru: "это архив, но не gzip. Распакуйте его и укажите файлы, которые внутри.")
        }
    }

    private var dataWording: Phrase {
        switch self {
        case .html:
            Phrase(
                en: "this is a web page (some shops name such an export .xls). Open it in a spreadsheet program"
                    + " and save it as XLSX or CSV.",
                pl: "to jest strona HTML (niektóre sklepy nazywają taki eksport .xls). Otwórz ją w programie"
                    + " kalkulacyjnym i zapisz jako XLSX lub CSV.",
                ru: "это страница HTML (некоторые магазины называют такую выгрузку .xls). Откройте её в"
                    + " табличном редакторе и сохраните как XLSX или CSV.")
        default:
            Phrase(
                en: "this is \(dataName.en). Export the orders as CSV or XLSX.",
                pl: "to jest \(dataName.pl). Wyeksportuj zamówienia jako CSV lub XLSX.",
                ru: "это \(dataName.ru). Выгрузите заказы в CSV или XLSX.")
        }
    }

    private var dataName: Phrase {
        switch self {
        case .json: Phrase(en: "a JSON file", pl: "plik JSON", ru: "файл JSON")
        case .parquet: Phrase(en: "a Parquet file", pl: "plik Parquet", ru: "файл Parquet")
        case .database:
            Phrase(en: "an SQLite database", pl: "baza danych SQLite", ru: "база данных SQLite")
        default: Phrase(en: "an XML file", pl: "plik XML", ru: "файл XML")
        }
    }

    private var documentName: Phrase {
        switch self {
        case .pdf: Phrase(en: "a PDF document", pl: "dokument PDF", ru: "документ PDF")
        case .image: Phrase(en: "a picture", pl: "obraz", ru: "изображение")
        default: Phrase(en: "a text document", pl: "dokument tekstowy", ru: "текстовый документ")
        }
    }
}
