import Domain
import Testing

@Suite("Options that name what no row has")
struct UnmetOptionsTests {
    private static let orders = """
        order_id,customer_id,date,amount,status,payment status,country
        1,7,2026-01-05,10.00,Odebrane,paid,PL
        2,7,2026-02-05,20.00,Odebrane,paid,DE
        3,8,2026-02-06,30.00,Umbo,pending,PL

        """

    private static func errors(_ arguments: [String], of text: String = orders) throws -> String {
        let run = try Reports.run(of: text, arguments)
        #expect(run.code == 0, "\(run.errors)")
        return run.errors
    }

    @Test(
        "a status is told, with those that there are",
        arguments: [
            (.english, "--status: no row has the status “Odebranee”", "There are: Odebrane, Umbo, payment-status:"),
            (.polish, "--status: żaden wiersz nie ma statusu „Odebranee”", "Są: Odebrane, Umbo, payment-status:"),
            (.russian, "--status: статуса «Odebranee» нет ни в одной строке", "Есть: Odebrane, Umbo, payment-status:"),
        ] as [(Language, String, String)])
    func status(language: Language, words: String, list: String) throws {
        let errors = try Self.errors(["--status", "Odebranee=exclude", "--lang", language.rawValue])
        #expect(errors.contains(words) && errors.contains(list), "\(errors)")
    }

    @Test(
        "a status that some row has is not told, in any letter case and of any column",
        arguments: [
            "Umbo=exclude", "UMBO=count", "payment-status:pending=count", "Odebrane=count", "cancelled:yes=count",
        ])
    func used(status: String) throws {
        let text = Self.orders.replacing(",country\n", with: ",country,cancelled\n").replacing(
            ",DE\n", with: ",DE,yes\n")
        #expect(try !Self.errors(["--status", status], of: text).contains("--status:"))
    }

    @Test("a status of another column than it is of is told") func otherColumn() throws {
        #expect(try Self.errors(["--status", "pending=count"]).contains("no row has the status “pending”"))
        let errors = try Self.errors(["--status", "fulfilment-status:Umbo=count", "--status", "Umbo=exclude"])
        #expect(errors.contains("“fulfilment-status:Umbo”") && !errors.contains("“Umbo”"))
    }

    @Test("a status of a mapping may be missing from one export") func mapping() throws {
        let folder = try Folder()
        try folder.write("orders.csv", Self.orders)
        try folder.write("shop.json", #"{"statuses": {"At the engraver": "exclude"}}"#)
        let run = try Program.run(["report", "orders.csv", "--mapping", "shop.json"], in: folder)
        #expect(run.code == 0 && !run.errors.contains("--status:"))
    }

    @Test("a status without a column of statuses is told", arguments: Language.allCases)
    func noColumn(language: Language) throws {
        let errors = try Self.errors(["--status", "paid=count", "--lang", language.rawValue], of: Reports.three)
        #expect(errors.contains("--status: ") && errors.contains("--column status="), "\(errors)")
    }

    @Test(
        "a value of --where is told, with those that there are",
        arguments: [
            (.english, "--where: no row has “FR” in “country”. There are: PL, DE."),
            (.polish, "--where: żaden wiersz nie ma „FR” w kolumnie „country”. Są: PL, DE."),
            (.russian, "--where: ни в одной строке нет «FR» в столбце «country». Есть: PL, DE."),
        ] as [(Language, String)], ["country=FR", "country!=FR"])
    func filter(told: (language: Language, words: String), filter: String) throws {
        let errors = try Self.errors(["--where", filter, "--lang", told.language.rawValue])
        #expect(errors.contains(told.words), "\(errors)")
    }

    @Test(
        "a value of --where that some row has is not told",
        arguments: ["country=PL", "country=pl", "country!=DE", "customer!=7", "country!="])
    func metFilter(filter: String) throws {
        #expect(try !Self.errors(["--where", filter]).contains("--where:"))
    }

    @Test("of many values the first are named, and that there are more") func many() throws {
        let text = "order_id,customer_id,date,amount\n" + (1...400).map { "\($0),c\($0),2026-01-05,1.00\n" }.joined()
        let errors = try Self.errors(["--where", "customer!=wholesale@shop.example"], of: text)
        #expect(errors.contains("There are: c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, …\n"))
    }

    @Test("of statuses nothing is told where no row was looked at") func nothingLooked() throws {
        let errors = try Self.errors(["--where", "country=FR", "--status", "paid=count"])
        #expect(errors.contains("--where: ") && !errors.contains("--status: "), "\(errors)")
    }

    @Test("conditions that no row meets together are told", arguments: Language.allCases)
    func together(language: Language) throws {
        let errors = try Self.errors(
            ["--where", "country=DE", "--where", "customer=8", "--lang", language.rawValue])
        #expect(errors.contains("--where: "), "\(errors)")
        #expect(try !Self.errors(["--where", "country=DE"]).contains("--where:"))
    }
}
