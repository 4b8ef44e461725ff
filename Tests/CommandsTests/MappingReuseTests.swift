import Domain
import Testing

@Suite("A mapping of one export, used for another")
struct MappingReuseTests {
    private static let full = """
        nr,mail,created_at,total,waluta,kraj,utm,fee,koszt
        1,a@x.example,2026-01-05,10.00,PLN,PL,ads,0.10,4.00
        2,b@x.example,2026-01-06,20.00,PLN,DE,mail,0.20,8.00

        """
    private static let columns = [
        "--column", "order=nr", "--column", "email=mail", "--column", "country=kraj", "--column", "source=utm",
        "--column", "cost=koszt", "--column", "currency=waluta",
    ]

    private func folder() throws -> Folder {
        let folder = try Folder()
        try folder.write("full.csv", Self.full)
        let run = try Program.run(["report", "full.csv", "--save-mapping", "m.json"] + Self.columns, in: folder)
        try #require(run.code == 0, "\(run.errors)")
        return folder
    }

    @Test(
        "columns that only break down are left out where they are missing, and it is told", arguments: Language.allCases
    )
    func optional(language: Language) throws {
        let folder = try folder()
        try folder.write("small.csv", "nr,mail,created_at,total,waluta\n9,z@x.example,2026-02-05,30.00,PLN\n")
        let run = try Program.run(
            ["report", "small.csv", "--mapping", "m.json", "--json", "--lang", language.rawValue], in: folder)
        #expect(run.code == 0, "\(run.errors)")
        let line = run.errors.split(separator: "\n").first { $0.contains("country=\"kraj\"") }
        #expect(line?.contains("source=\"utm\"") == true && line?.contains("cost=\"koszt\"") == true)
        #expect(try JSONDocument(run.output).int("overview.orders") == 1)
        // Beside the full one each file has what it has.
        let both = try Reports.json(["full.csv", "small.csv", "--mapping", "m.json"], in: folder)
        #expect(try both.list("breakdowns.country").count == 3)
    }

    @Test(
        "an address beside the customers is left out where it is missing, and it is told",
        arguments: ["phone", "email"])
    func contacts(role: String) throws {
        let folder = try Folder()
        try folder.write(
            "full.csv",
            "nr,klient,kontakt,data,suma,waluta\n1,K1,600100200,2026-01-05,10.00,PLN\n2,K2,,2026-01-06,5.00,PLN\n")
        let saved = try Program.run(
            [
                "report", "full.csv", "--save-mapping", "m.json", "--column", "customer=klient", "--column",
                "\(role)=kontakt",
            ],
            in: folder)
        try #require(saved.code == 0, "\(saved.errors)")
        try folder.write("small.csv", "nr,klient,data,suma,waluta\n9,K1,2026-02-05,30.00,PLN\n")
        let run = try Program.run(["report", "small.csv", "--mapping", "m.json", "--json"], in: folder)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.errors.contains("\(role)=\"kontakt\""))
        // Without the customers it is the address that says who somebody is.
        try folder.write("other.csv", "nr,data,suma,waluta\n9,2026-02-05,30.00,PLN\n")
        #expect(try Program.run(["report", "other.csv", "--mapping", "m.json"], in: folder).code == 1)
    }

    @Test("another column does not take the place of one that the mapping names") func noGuess() throws {
        let folder = try folder()
        try folder.write(
            "other.csv", "nr,mail,created_at,total,waluta,country\n9,z@x.example,2026-02-05,30.00,PLN,FR\n")
        let report = try Reports.json(["other.csv", "--mapping", "m.json"], in: folder)
        #expect(report["input.columns.country"] == nil)
        let given = try Reports.json(["other.csv", "--mapping", "m.json", "--column", "country=country"], in: folder)
        #expect(try given.string("input.columns.country") == "country")
    }

    @Test(
        "a column that orders need is asked for, with the option to give",
        arguments: [
            ("mail,created_at,total,waluta", "order"), ("nr,created_at,total,waluta", "email"),
            ("nr,mail,total,waluta", "date"), ("nr,mail,created_at,waluta", "amount"),
            ("nr,mail,created_at,total", "currency"),
        ])
    func needed(header: String, role: String) throws {
        let folder = try folder()
        let values = ["nr": "9", "mail": "z@x.example", "created_at": "2026-02-05", "total": "30.00", "waluta": "PLN"]
        let row = header.split(separator: ",").map { values[String($0)] ?? "" }.joined(separator: ",")
        try folder.write("small.csv", header + "\n" + row + "\n")
        let run = try Program.run(["report", "small.csv", "--mapping", "m.json"], in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains("--column \(role)=\"NAME\""), "\(run.errors)")
    }

    @Test("what --column names must be there") func given() throws {
        let folder = try folder()
        let run = try Program.run(["report", "full.csv", "--column", "country=land"], in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains("“land”") && run.errors.contains("--column country="))
    }
}
