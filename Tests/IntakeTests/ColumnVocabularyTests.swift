import Testing

@testable import Intake

@Suite("Column vocabulary") struct ColumnVocabularyTests {
    private static let languages = [ColumnPhrases.english, ColumnPhrases.polish, ColumnPhrases.russian]

    @Test("knows every role in every language", arguments: ColumnRole.allCases)
    func complete(role: ColumnRole) {
        for phrases in Self.languages { #expect(phrases.contains { $0.role == role }) }
    }

    @Test("gives one name one score for a role")
    func unique() {
        for phrases in Self.languages {
            var seen: [String: Int] = [:]
            for entry in phrases {
                for phrase in entry.names.split(separator: ",") {
                    let key = "\(entry.role.rawValue) \(HeaderName(phrase).key)"
                    #expect(seen[key] == nil, "\(key) \(entry.score) \(seen[key] ?? 0)")
                    seen[key] = entry.score
                }
            }
        }
    }

    @Test("knows each of its phrases by the key of the same name")
    func keys() {
        let texts = Self.languages.flatMap { $0.map(\.names) } + StatusPhrases.phrases.map(\.1)
        for text in texts {
            #expect(PhraseList.keys(of: text) == text.split(separator: ",").map { HeaderName($0).key })
        }
    }

    @Test("knows the stems of each of its patterns by the words of the same name")
    func stems() {
        let texts =
            ColumnPatterns.patterns.map(\.stems) + ColumnPatterns.vetoes.map(\.stems) + StatusPhrases.patterns.map(\.1)
        for text in texts {
            #expect(PhraseList.words(of: text) == text.split(separator: ",").map { HeaderName($0).words })
        }
    }

    @Test(
        "reads a phrase that is not plain as a name",
        arguments: [
            ("№ зак, VAT %", ["номерзак", "vatpercent"]), ("Größe,a中", ["grosse", "a中"]), ("ё, ź", ["е", "z"]),
        ])
    func notPlain(text: String, keys: [String]) {
        #expect(PhraseList.keys(of: text) == keys)
        #expect(PhraseList.words(of: text).map { $0.joined() } == keys)
    }

    @Test("leaves a name of two roles to the content alone where it must")
    func rivals() {
        // What stands in such a column decides: amounts, dates and flags are told apart.
        var rivals: Set<String> = []
        var table: [String: [(ColumnRole, Int)]] = [:]
        for entry in Self.languages.flatMap({ $0 }) {
            for phrase in entry.names.split(separator: ",") {
                table[HeaderName(phrase).key, default: []].append((entry.role, entry.score))
            }
        }
        for (key, roles) in table {
            let best = roles.map(\.1).max() ?? 0
            if Set(roles.filter { $0.1 > best - 5 }.map(\.0)).count > 1 { rivals.insert(key) }
        }
        #expect(rivals == ["времязаказа", "payment"])
    }

    @Test(
        "reads names however they are written",
        arguments: [
            ("Order ID", "orderid"), ("order_id", "orderid"), ("OrderId", "orderid"), ("ORDER-ID", "orderid"),
            ("Data złożenia", "datazlozenia"), ("DataZłożenia", "datazlozenia"), ("E-mail", "email"),
            ("eMail", "email"),
            ("№ заказа", "номерзаказа"), ("Отменён", "отменен"), ("Кол-во", "количество"), ("Sub-Total", "subtotal"),
            ("Buyer's name", "buyersname"), ("XMLName", "xmlname"), ("VAT %", "vatpercent"), ("za\u{301}kaz", "zakaz"),
            ("", ""), ("  --  ", ""), ("Größe", "grosse"),
        ])
    func names(text: String, key: String) {
        #expect(HeaderName(text).key == key)
    }

    @Test(
        "is not misled by names that only sound alike",
        arguments: [
            "Data urodzenia", "Ship date", "Delivery date", "Last order date", "Updated at", "Дата доставки",
            "Data wysyłki",
            "Date of birth", "First order date", "Дата последнего заказа", "Total weight", "Tax rate", "Points total",
            "Shipping tax", "Liczba punktów", "Email consent", "Phone model", "Currency rate", "Order count",
            "Customer group", "Zgoda na newsletter e-mail", "Row ID", "Segment", "Uwagi",
        ])
    func strangers(name: String) {
        #expect(ColumnVocabulary.scores(of: HeaderName(name)).isEmpty)
    }
}
