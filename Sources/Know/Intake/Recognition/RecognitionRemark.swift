public import Domain

/// Something about a file that changes what its numbers mean.
public enum RecognitionRemark: Hashable, Sendable {
    /// No column has order ids.
    case everyRowIsAnOrder
    /// The column of names is all there is to tell customers apart.
    case customersByName(String)
    /// The column of customers has names that many share; the contact beside them tells these apart.
    case namesOfSeveral(String, contact: String)
    /// The file has no amounts gross of VAT.
    case onlyNet
    /// The file has no amounts with shipping.
    case onlyWithoutShipping
    /// The column of shipping may be what the shop pays for it, in a file that tells costs.
    case shippingMayBeCost(String)
    /// The columns have what the shop pays below zero.
    case costsBelowZero([String])
    /// The mapping names columns that the file lacks.
    case missingColumns([MissingColumn])

    /// A column that a mapping names and a file lacks.
    public struct MissingColumn: Hashable, Sendable {
        public let role: ColumnRole
        public let name: String
    }

    /// One sentence for a person.
    public func message(in language: Language) -> String {
        switch (self, language) {
        case (.everyRowIsAnOrder, .english): "There is no column of order ids: each row is an order."
        case (.everyRowIsAnOrder, .polish): "Nie ma kolumny z numerami zamówień: każdy wiersz to osobne zamówienie."
        case (.everyRowIsAnOrder, .russian):
            "Нет столбца с номерами заказов: каждая строка считается отдельным заказом."
        case (.customersByName(let name), .english):
            "Customers are told apart by “\(name)” alone: two people of one name are counted as one."
        case (.customersByName(let name), .polish):
            "Klienci są rozróżniani tylko po kolumnie „\(name)”: dwie osoby o tym samym nazwisku to jeden klient."
        case (.customersByName(let name), .russian):
            "Клиенты различаются только по столбцу «\(name)»: два человека с одним именем считаются одним клиентом."
        case (.namesOfSeveral(let name, let contact), .english):
            "“\(name)” has one name for many: customers are told apart by “\(contact)”. The names are taken with \(Self.asCustomer(name))"
        case (.namesOfSeveral(let name, let contact), .polish):
            "W „\(name)” jedno imię ma wielu klientów: rozróżnia ich „\(contact)”. Same imiona wybiera \(Self.asCustomer(name))"
        case (.namesOfSeveral(let name, let contact), .russian):
            "В «\(name)» одно имя у многих: клиентов различает «\(contact)». Сами имена берёт \(Self.asCustomer(name))"
        case (.onlyNet, .english): "The file has only amounts net of VAT: all money is net."
        case (.onlyNet, .polish): "Plik zawiera tylko kwoty netto: wszystkie kwoty są netto."
        case (.onlyNet, .russian): "В файле только суммы без НДС: все деньги указаны без НДС."
        case (.onlyWithoutShipping, .english): "The file has only amounts without shipping: all money is without it."
        case (.onlyWithoutShipping, .polish): "Plik zawiera tylko kwoty bez dostawy: wszystkie kwoty są bez dostawy."
        case (.onlyWithoutShipping, .russian): "В файле только суммы без доставки: все деньги указаны без неё."
        case (.shippingMayBeCost(let name), .english):
            "“\(name)” is taken for what customers paid for shipping. If it is what you pay: \(Self.asCost(name))"
        case (.shippingMayBeCost(let name), .polish):
            "„\(name)” to według nas opłata klienta za dostawę. Jeśli to Twój koszt: \(Self.asCost(name))"
        case (.shippingMayBeCost(let name), .russian):
            "«\(name)» считается платой покупателя за доставку. Если это ваши затраты: \(Self.asCost(name))"
        case (.costsBelowZero(let names), .english):
            "Costs are written below zero and are taken off all the same: \(names.joined(separator: ", "))."
        case (.costsBelowZero(let names), .polish):
            "Koszty zapisano ze znakiem minus; odejmujemy je tak samo: \(names.joined(separator: ", "))."
        case (.costsBelowZero(let names), .russian):
            "Затраты записаны со знаком минус; они всё равно вычитаются: \(names.joined(separator: ", "))."
        case (.missingColumns(let columns), .english):
            "The mapping names columns that the file lacks; they are left out: \(Self.list(columns))."
        case (.missingColumns(let columns), .polish):
            "Mapowanie wskazuje kolumny, których nie ma w pliku; pominięto je: \(Self.list(columns))."
        case (.missingColumns(let columns), .russian):
            "Сопоставление называет столбцы, которых в файле нет; они пропущены: \(Self.list(columns))."
        }
    }

    private static func asCustomer(_ name: String) -> String {
        "--column \(ColumnRole.customer.rawValue)=\(ShellWord.quoted(VisibleText.of(name, .oneLine)))"
    }

    private static func asCost(_ name: String) -> String {
        "--column \(ColumnRole.shippingCost.rawValue)=\(ShellWord.quoted(VisibleText.of(name, .oneLine)))"
    }

    /// `country=“Kraj”`: as it would be given with `--column`.
    private static func list(_ columns: [MissingColumn]) -> String {
        columns.map { "\($0.role.rawValue)=\(ShellWord.quoted(VisibleText.of($0.name, .oneLine)))" }
            .joined(separator: ", ")
    }
}
