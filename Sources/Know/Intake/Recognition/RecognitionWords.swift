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

    /// `Choose: A, or B.`
    func advice(_ options: [String]) -> String {
        let joined = options.joined(separator: text(" or ", " albo ", " или "))
        return text("Give ", "Podaj ", "Укажите ") + joined
    }

    private func quoted(_ name: String) -> String { text("“\(name)”", "„\(name)”", "«\(name)»") }
}
