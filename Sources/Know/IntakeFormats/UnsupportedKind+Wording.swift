extension UnsupportedKind {
    /// What the file is, and how to get at its orders.
    var wording: Wording {
        switch self {
        case .oldExcel, .protectedExcel, .binaryExcel, .openDocument, .numbers: spreadsheetWording
        case .zipArchive, .otherArchive: archiveWording
        case .html, .xml, .json, .parquet, .database: dataWording
        case .pdf, .image, .officeDocument:
            Wording(
                english: "this is \(documentName.english): it shows orders to people, not to programs."
                    + " Export the orders as CSV or XLSX.",
                polish: "to jest \(documentName.polish): dla ludzi, nie dla programów."
                    + " Wyeksportuj zamówienia jako CSV lub XLSX.",
                russian: "это \(documentName.russian): для людей, а не для программ."
                    + " Выгрузите заказы в CSV или XLSX.")
        }
    }

    private var spreadsheetWording: Wording {
        switch self {
        case .protectedExcel:
            Wording(
                english: "the workbook has a password. Save it without the password, then try again.",
                polish: "skoroszyt jest chroniony hasłem. Zapisz go bez hasła i spróbuj ponownie.",
                russian: "книга защищена паролем. Сохраните её без пароля и повторите.")
        default:
            Wording(
                english: "this is \(spreadsheetName.english). Open it and save it as XLSX or CSV.",
                polish: "to jest \(spreadsheetName.polish). Otwórz go i zapisz jako XLSX lub CSV.",
                russian: "это \(spreadsheetName.russian). Откройте файл и сохраните его как XLSX или CSV.")
        }
    }

    private var spreadsheetName: Wording {
        switch self {
        case .openDocument:
            Wording(
                english: "an OpenDocument spreadsheet (.ods)", polish: "arkusz OpenDocument (.ods)",
                russian: "таблица OpenDocument (.ods)")
        case .numbers:
            Wording(
                english: "an Apple Numbers spreadsheet", polish: "arkusz Apple Numbers",
                russian: "таблица Apple Numbers")
        case .binaryExcel:
            Wording(
                english: "a binary Excel workbook (.xlsb)", polish: "binarny skoroszyt Excela (.xlsb)",
                russian: "двоичная книга Excel (.xlsb)")
        default:
            Wording(
                english: "an old Excel workbook (.xls)", polish: "stary skoroszyt Excela (.xls)",
                russian: "старая книга Excel (.xls)")
        }
    }

    private var archiveWording: Wording {
        self == .zipArchive
            ? Wording(
                english: "this is a ZIP archive. Unpack it and name the files inside.",
                polish: "to jest archiwum ZIP. Rozpakuj je i podaj pliki, które są w środku.",
                russian: "это ZIP-архив. Распакуйте его и укажите файлы, которые внутри.")
            : Wording(
                english: "this is an archive that is not gzip. Unpack it and name the files inside.",
                polish: "to jest archiwum inne niż gzip. Rozpakuj je i podaj pliki, które są w środku.",
                russian: "это архив, но не gzip. Распакуйте его и укажите файлы, которые внутри.")
    }

    private var dataWording: Wording {
        switch self {
        case .html:
            Wording(
                english: "this is a web page (some shops name such an export .xls). Open it in a spreadsheet program"
                    + " and save it as XLSX or CSV.",
                polish: "to jest strona HTML (niektóre sklepy nazywają taki eksport .xls). Otwórz ją w programie"
                    + " kalkulacyjnym i zapisz jako XLSX lub CSV.",
                russian: "это страница HTML (некоторые магазины называют такую выгрузку .xls). Откройте её в"
                    + " табличном редакторе и сохраните как XLSX или CSV.")
        default:
            Wording(
                english: "this is \(dataName.english). Export the orders as CSV or XLSX.",
                polish: "to jest \(dataName.polish). Wyeksportuj zamówienia jako CSV lub XLSX.",
                russian: "это \(dataName.russian). Выгрузите заказы в CSV или XLSX.")
        }
    }

    private var dataName: Wording {
        switch self {
        case .json: Wording(english: "a JSON file", polish: "plik JSON", russian: "файл JSON")
        case .parquet: Wording(english: "a Parquet file", polish: "plik Parquet", russian: "файл Parquet")
        case .database:
            Wording(english: "an SQLite database", polish: "baza danych SQLite", russian: "база данных SQLite")
        default: Wording(english: "an XML file", polish: "plik XML", russian: "файл XML")
        }
    }

    private var documentName: Wording {
        switch self {
        case .pdf: Wording(english: "a PDF document", polish: "dokument PDF", russian: "документ PDF")
        case .image: Wording(english: "a picture", polish: "obraz", russian: "изображение")
        default: Wording(english: "a text document", polish: "dokument tekstowy", russian: "текстовый документ")
        }
    }
}
