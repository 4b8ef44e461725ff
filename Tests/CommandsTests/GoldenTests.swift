import Domain
import Foundation
import TestSupport
import Testing

/// What the program prints, byte for byte; `GoldenFile` says how it is recorded.
@Suite("Golden files of the command")
struct GoldenTests {
    @Test("the help", arguments: Language.allCases) func help(language: Language) throws {
        let run = try Program.run(["report", "--help", "--lang", language.rawValue])
        try GoldenFile("help.\(language.rawValue).txt", in: .module).expect(run.output)
        let root = try Program.run(["--help", "--lang", language.rawValue])
        try GoldenFile("help-root.\(language.rawValue).txt", in: .module).expect(root.output)
    }

    @Test("what was recognised, and what is said of the reading", arguments: Language.allCases)
    func recognition(language: Language) throws {
        let folder = try Folder()
        try FileManager.default.copyItem(atPath: Reports.shop(), toPath: folder.path("shop.csv"))
        try folder.write(
            "sklep.csv",
            bytes: try #require(
                """
                Numer zamówienia;Klient;Data złożenia;Wartość zamówienia;Stan;Uwagi
                5;7;01.03.2025;1 234,50 zł;Zrealizowane;
                5;8;02.03.2025;10,00 zł;Anulowane;pilne
                6;8;31.03.2025;10,00 zł;Dziwny;
                5;8;31.03.2025;12,00 zł;Dziwny;
                7;8;31.02.2025;10,00 zł;Dziwny;
                """.data(using: .windowsCP1250)))
        let run = try Program.run(
            ["report", "shop.csv", "shop.csv", "sklep.csv", "--lang", language.rawValue, "--max-rejected", "0.1%"],
            in: folder)
        try GoldenFile("said.\(language.rawValue).txt", in: .module).expect(run.errors)
    }

    @Test("the JSON of the shop") func json() throws {
        let folder = try Folder()
        try FileManager.default.copyItem(atPath: Reports.shop(), toPath: folder.path("shop.csv"))
        let report = try Reports.json(["shop.csv", "--margin", "35%", "--from", "2024-11-01"], in: folder)
        try GoldenFile("shop.json", in: .module).expect(report.text)
    }
}
