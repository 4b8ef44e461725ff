import Foundation
import Testing

@Suite("Where orders come from")
struct InputTests {
    @Test("- is standard input") func standardInput() throws {
        let report = try Reports.json(["-"], input: Data(Reports.three.utf8))
        #expect(try report.int("overview.orders") == 3)
        #expect(
            try Program.run(["report", "-"], input: Data(Reports.three.utf8)).errors.contains("-, what was recognised")
                == false)
    }

    @Test("several files are one shop, whatever their columns and encodings") func several() throws {
        let folder = try Folder()
        try folder.write("2025.csv", "order_id,customer_id,date,amount\n1,7,2025-12-05,10.00\n")
        try folder.write(
            "2026.csv",
            bytes: try #require("Klient;Zamówienie;Data;Kwota\n7;2;05.01.2026;20,00\n".data(using: .windowsCP1250)))
        try folder.write("2026b.csv", "order_id,customer_id,date,amount\n3,8,2026-02-05,30.00\n")
        let run = try Program.run(["report", "2025.csv", "2026.csv", "2026b.csv", "--json"], in: folder)
        let report = try JSONDocument(run.output)
        #expect(try report.int("overview.orders") == 3)
        #expect(try report.int("overview.customers") == 2)
        #expect(report["input.files"] as? [String] == ["2025.csv", "2026.csv", "2026b.csv"])
        #expect(run.errors.contains("2026b.csv: the same columns as in 2025.csv"))
    }

    @Test("the same order in two files counts once, and it is told") func overlap() throws {
        let folder = try Folder()
        try folder.write("a.csv", Reports.three)
        try folder.write("b.csv", "order_id,customer_id,date,amount\n3,8,2026-02-06,33.00\n4,8,2026-03-01,5.00\n")
        let run = try Program.run(["report", "a.csv", "b.csv", "--json"], in: folder)
        let report = try JSONDocument(run.output)
        #expect(try report.int("overview.orders") == 4)
        #expect(try report.cents("overview.netRevenue") == 6_800)
        #expect(run.errors.contains("Orders that stand in two files: 1."))
    }

    @Test("gzip is unpacked, from a file and from standard input") func gzip() throws {
        let folder = try Folder()
        let packed = Packed.gzip(Array(Reports.three.utf8))
        try folder.write("orders.csv.gz", bytes: packed)
        let plain = try Reports.json(["-"], input: Data(Reports.three.utf8))
        #expect(
            try Reports.json(["orders.csv.gz"], in: folder).double("overview.netRevenue")
                == plain.double("overview.netRevenue"))
        #expect(try Reports.json(["-"], input: Data(packed)).int("overview.orders") == 3)
    }

    @Test("--sheet chooses the sheet of a workbook; the first is the default") func sheets() throws {
        let folder = try Folder()
        try folder.write(
            "orders.xlsx",
            bytes: Packed.workbook(sheets: [
                ("Zamówienia", [["order_id", "customer_id", "date", "amount"], ["1", "7", "2026-01-05", "10.00"]]),
                ("Archiwum", [["order_id", "customer_id", "date", "amount"], ["2", "8", "2025-01-05", "99.00"]]),
            ]))
        #expect(try Reports.json(["orders.xlsx"], in: folder).cents("overview.netRevenue") == 1_000)
        #expect(
            try Reports.json(["orders.xlsx", "--sheet", "Archiwum"], in: folder).cents("overview.netRevenue") == 9_900)
        let missing = try Program.run(["report", "orders.xlsx", "--sheet", "Luty"], in: folder)
        #expect(missing.code == 1)
        #expect(missing.errors.contains("Luty") && missing.errors.contains("Archiwum"))
    }

    @Test("a sheet that a mapping names is that of workbooks alone") func sheetOfMapping() throws {
        let folder = try Folder()
        let rows = [["order_id", "customer_id", "date", "amount"], ["2", "8", "2025-01-05", "99.00"]]
        try folder.write(
            "orders.xlsx", bytes: Packed.workbook(sheets: [("Notatki", [["nic"]]), ("Archiwum", rows)]))
        let first = try Reports.json(
            ["orders.xlsx", "--sheet", "Archiwum", "--save-mapping", "m.json"], in: folder)
        #expect(try Reports.json(["orders.xlsx", "--mapping", "m.json"], in: folder).text == first.text)
        let other = try Program.run(["report", "orders.xlsx", "--mapping", "m.json", "--sheet", "Notatki"], in: folder)
        #expect(other.code == 1 && other.errors.contains("nic"))
        try folder.write("orders.csv", Reports.three)
        #expect(try Reports.json(["orders.csv", "--mapping", "m.json"], in: folder).int("overview.orders") == 3)
        let asked = try Program.run(["report", "orders.csv", "--sheet", "Archiwum"], in: folder)
        #expect(asked.code == 1 && asked.errors.contains("--sheet"))
    }
}
