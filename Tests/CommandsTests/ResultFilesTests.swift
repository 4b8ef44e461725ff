import Foundation
import Testing

@Suite("Results and the files that are read")
struct ResultFilesTests {
    private static let options = ["--html", "--customers", "--rejects", "--save-mapping"]

    /// A folder with orders, costs, rates and a mapping, and what stands in each.
    private func folder() throws -> (folder: Folder, texts: [String: String]) {
        let texts = [
            "orders.csv": Reports.three, "costs.csv": "month,spend\n2026-01,10\n",
            "rates.csv": "day,currency,rate\n2026-01-01,EUR,4.20\n", "mapping.json": "{\"currency\" : \"PLN\"}",
        ]
        let folder = try Folder()
        for (name, text) in texts { try folder.write(name, text) }
        return (folder, texts)
    }

    private static let reading = [
        "report", "orders.csv", "--costs", "costs.csv", "--base-currency", "PLN", "--rates", "rates.csv",
        "--mapping", "mapping.json",
    ]

    /// Runs with one result at `path` and expects a refusal that leaves every file as it was.
    private func expectRefusal(_ option: String, _ path: String, in folder: Folder, texts: [String: String]) throws {
        let run = try Program.run(Self.reading + [option, path], in: folder)
        #expect(run.code == 64, "\(option) \(path)")
        #expect(run.errors.contains("\(option) \(path) would overwrite"))
        #expect(run.output.isEmpty)
        for (name, text) in texts { #expect(try folder.text(name) == text, "\(option) \(path): \(name)") }
    }

    @Test("no result is written over a file that is read", arguments: options)
    func inputs(option: String) throws {
        let (folder, texts) = try folder()
        for name in texts.keys.sorted() where !(option == "--save-mapping" && name == "mapping.json") {
            try expectRefusal(option, name, in: folder, texts: texts)
        }
    }

    @Test(
        "nor by another spelling, a link or a hard link",
        arguments: options, ["./orders.csv", "sub/../costs.csv", "link", "hard", "inside/rates.csv", "far"])
    func spellings(option: String, path: String) throws {
        let (folder, texts) = try folder()
        let files = FileManager.default
        try files.createDirectory(atPath: folder.path("sub"), withIntermediateDirectories: false)
        try files.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "orders.csv")
        try files.createSymbolicLink(atPath: folder.path("far"), withDestinationPath: "link")
        try files.linkItem(atPath: folder.path("orders.csv"), toPath: folder.path("hard"))
        try files.createSymbolicLink(atPath: folder.path("inside"), withDestinationPath: ".")
        try expectRefusal(option, path, in: folder, texts: texts)
    }

    @Test("a path through a folder that is not there, or through a link's parent, is taken as the system takes it")
    func folders() throws {
        let (folder, texts) = try folder()
        let files = FileManager.default
        try files.createDirectory(atPath: folder.path("deep/er"), withIntermediateDirectories: true)
        try files.createSymbolicLink(atPath: folder.path("shortcut"), withDestinationPath: "deep/er")
        for option in Self.options {
            let nowhere = try Program.run(Self.reading + [option, "nope/../orders.csv"], in: folder)
            #expect(nowhere.code == 1 && nowhere.errors.contains("nope/../orders.csv"), "\(option): \(nowhere.errors)")
            let linked = try Program.run(Self.reading + [option, "shortcut/../orders.csv"], in: folder)
            #expect(linked.code == 0, "\(option): \(linked.errors)")
            #expect(files.fileExists(atPath: folder.path("deep/orders.csv")))
            try files.removeItem(atPath: folder.path("deep/orders.csv"))
            for (name, text) in texts { #expect(try folder.text(name) == text, "\(option): \(name)") }
        }
    }

    @Test(
        "two results never share a file, whether it is there or not",
        arguments: ["out", "./out", "link", "inside/out"], [true, false])
    func eachOther(path: String, exists: Bool) throws {
        let (folder, texts) = try folder()
        let files = FileManager.default
        if exists { try folder.write("out", "before") }
        try files.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "out")
        try files.createSymbolicLink(atPath: folder.path("inside"), withDestinationPath: ".")
        for first in Self.options {
            for second in Self.options where second != first {
                let run = try Program.run(Self.reading + [first, "out", second, path], in: folder)
                #expect(run.code == 64)
                #expect(run.errors.contains("would overwrite"))
                #expect(files.fileExists(atPath: folder.path("out")) == exists)
            }
        }
        for (name, text) in texts { #expect(try folder.text(name) == text) }
    }

    @Test("nor is a result written over what standard input or output leads to")
    func streams() throws {
        let folder = try Folder()
        try folder.write("orders.csv", Reports.three)
        let read = try Program.shell("$perennial report - --customers orders.csv < orders.csv", in: folder)
        #expect(read.code == 64)
        #expect(try folder.text("orders.csv") == Reports.three)
        let written = try Program.shell("$perennial report orders.csv --customers out > out", in: folder)
        #expect(written.code == 64)
    }

    @Test("a mapping may be saved over the one that was read, by any spelling", arguments: ["mapping.json", "link"])
    func mapping(path: String) throws {
        let (folder, _) = try folder()
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "mapping.json")
        let run = try Program.run(
            ["report", "orders.csv", "--mapping", "mapping.json", "--save-mapping", path], in: folder)
        #expect(run.code == 0)
        let saved = try JSONDocument(try folder.text("mapping.json"))
        #expect(try saved.string("currency") == "PLN" && saved.string("columns.amount") == "amount")
    }

    @Test("no result has an empty name", arguments: options) func empty(option: String) throws {
        let (folder, _) = try folder()
        for (language, words) in [
            ("en", "\(option) needs the name of a file"), ("pl", "\(option) wymaga nazwy pliku"),
            ("ru", "Для \(option) нужно имя файла"),
        ] {
            let run = try Program.run(["report", "orders.csv", option, "", "--lang", language], in: folder)
            #expect(run.code == 64)
            #expect(run.errors.contains(words))
            #expect(run.output.isEmpty)
        }
    }
}
