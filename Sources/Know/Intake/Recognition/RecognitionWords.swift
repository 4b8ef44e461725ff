import Domain

/// The sentences of `RecognitionError` in three languages.
struct RecognitionWords {
    let language: Language

    private func text(_ english: String, _ polish: String, _ russian: String) -> String {
        switch language {
        case .english: english
        case .polish: polish
        case .russian: russian
        }
    }

    var empty: String { text("The file is empty.", "Plik jest pusty.", "Файл пуст.") }

    var noHeader: String {
        text(
            "The first row has no column names; add a row of names above the data.",
            "Pierwszy wiersz nie zawiera nazw kolumn; dodaj wiersz z nazwami nad danymi.",
            "В первой строке нет названий столбцов; добавьте строку с названиями над данными.")
    }

    var firstRow: String { text("The first row is", "Pierwszy wiersz to", "Первая строка") }

    var columns: String { text("The file has", "Plik zawiera", "В файле есть") }

    var placeholder: String { text("NAME", "NAZWA", "ИМЯ") }

    func list(_ names: [String], title: String) -> String {
        title + ": " + names.map { $0.isEmpty ? "–" : quoted($0) }.joined(separator: ", ") + "."
    }

    func noSuchColumn(_ name: String, _ option: String) -> String {
        text(
            "The file has no column \(quoted(name)) (\(option)).", "Plik nie ma kolumny \(quoted(name)) (\(option)).",
            "В файле нет столбца \(quoted(name)) (\(option)).")
    }

    func missing(_ need: RecognitionError.Need) -> String {
        switch need {
        case .date:
            text(
                "No column was recognised as the date of the order.", "Żadna kolumna nie wygląda na datę zamówienia.",
                "Ни один столбец не распознан как дата заказа.")
        case .amount:
            text(
                "No column was recognised as the amount of the order, nor a quantity and a price.",
                "Żadna kolumna nie wygląda na kwotę zamówienia ani na ilość i cenę.",
                "Ни один столбец не распознан как сумма заказа, нет и количества с ценой.")
        case .customer:
            text(
                "No column tells customers apart: neither a customer id, nor an e-mail address, nor a telephone number.",
                "Żadna kolumna nie rozróżnia klientów: nie ma numeru klienta, adresu e-mail ani telefonu.",
                "Нет столбца, по которому различаются клиенты: ни номера клиента, ни e-mail, ни телефона.")
        }
    }

    func ambiguous(_ role: String, _ columns: [String]) -> String {
        let names = columns.map(quoted).joined(separator: ", ")
        return text(
            "Several columns fit “\(role)” equally well: \(names).",
            "Kilka kolumn równie dobrze pasuje do „\(role)”: \(names).",
            "Несколько столбцов одинаково подходят для «\(role)»: \(names).")
    }

    func impossible(_ basis: AmountBasis) -> String {
        let tax = basis.isGross ? text("gross", "brutto", "с НДС") : text("net of VAT", "netto", "без НДС")
        let shipping =
            basis.includesShipping
            ? text("with shipping", "z dostawą", "с доставкой")
            : text("without shipping", "bez dostawy", "без доставки")
        return text(
            "The columns do not give amounts \(tax) and \(shipping).", "Kolumny nie dają kwot \(tax) i \(shipping).",
            "Столбцы не дают сумм \(tax) и \(shipping).")
    }

    func unreadable(_ need: RecognitionError.Need, _ column: String, _ value: String) -> String {
        let (name, value) = (quoted(column), quoted(value))
        return switch need {
        case .date:
            text(
                "The column \(name) should hold dates, but \(value) is none that can be read. Write 2026-03-01, 01.03.2026, "
                    + "03/01/2026, 20260301 or seconds since 1970.",
                "Kolumna \(name) powinna zawierać daty, ale \(value) nie da się odczytać jako daty. Zapisz 2026-03-01, "
                    + "01.03.2026, 03/01/2026, 20260301 albo sekundy od 1970 roku.",
                "Столбец \(name) должен содержать даты, но \(value) не читается как дата. Пишите 2026-03-01, 01.03.2026, "
                    + "03/01/2026, 20260301 или секунды с 1970 года.")
        case .amount, .customer:
            text(
                "The column \(name) should hold amounts, but \(value) is none. Write 1234.50 or 1 234,50.",
                "Kolumna \(name) powinna zawierać kwoty, ale \(value) nie jest kwotą. Zapisz 1234,50 albo 1 234,50.",
                "Столбец \(name) должен содержать суммы, но \(value) не сумма. Пишите 1234,50 или 1 234,50.")
        }
    }

    func advice(_ options: [String]) -> String {
        text("Name it with ", "Wskaż ją opcją ", "Укажите его: ") + joined(options)
    }

    func choice(_ options: [String]) -> String {
        text("Choose one: ", "Wybierz jedną: ", "Выберите один: ") + joined(options)
    }

    private func joined(_ options: [String]) -> String { options.joined(separator: text(" or ", " albo ", " или ")) }

    private func quoted(_ name: String) -> String { text("“\(name)”", "„\(name)”", "«\(name)»") }
}
