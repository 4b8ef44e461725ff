import Domain
import Foundation
import Testing

@testable import Settings

@Suite("Where settings are from")
struct SettingsSourcesTests {
    private static let port = Setting.named("http.port")
    private static let database = Setting.named("database")

    @Test("without any source the defaults are in force") func defaults() throws {
        let inForce = try Installation().inForce()
        #expect(inForce.settings == Settings() && inForce.file == nil)
        #expect(Setting.all.allSatisfy { inForce.source(of: $0) == .byDefault })
        #expect(inForce.settings.database.address == .sqlite(path: "perennial.db"))
        #expect(inForce.settings.http.host == "127.0.0.1" && inForce.settings.http.port == 8080)
    }

    @Test("a flag goes before a variable, a variable before the file, the file before the default") func order() throws
    {
        let place = try Installation(["perennial.json": #"{"database": "sqlite:file.db", "http": {"port": 1}}"#])
        let database = try #require(Self.database)
        let variable = ["PERENNIAL_DATABASE": "sqlite:variable.db"]
        let all = try place.inForce(flags: ["database": "sqlite:flag.db"], variable)
        #expect(all.settings.database.address == .sqlite(path: "flag.db"))
        #expect(all.source(of: database) == .flag("--database"))
        let withoutFlag = try place.inForce(variable)
        #expect(withoutFlag.settings.database.address == .sqlite(path: "variable.db"))
        #expect(withoutFlag.source(of: database) == .environment("PERENNIAL_DATABASE"))
        let fileAlone = try place.inForce()
        #expect(fileAlone.settings.database.address == .sqlite(path: "file.db"))
        #expect(fileAlone.source(of: database) == .file(path: "perennial.json", line: 1))
        #expect(fileAlone.settings.http.port == 1)
    }

    @Test("a value that another source goes before must be right too") func hidden() throws {
        let place = try Installation(["perennial.json": #"{"http.port": "x"}"#])
        #expect(place.problems(["PERENNIAL_HTTP_PORT": "9000"]).count == 1)
    }

    @Test("the file is --config's, else PERENNIAL_CONFIG's, else perennial.json, else the system's") func files() throws
    {
        let text = { (port: Int) in #"{"http.port": \#(port)}"# }
        let place = try Installation(["a.json": text(1), "b.json": text(2), "system.json": text(4)])
        let variable = ["PERENNIAL_CONFIG": "b.json"]
        #expect(try place.inForce(variable, file: place.path("a.json")).settings.http.port == 1)
        #expect(try place.inForce(variable).settings.http.port == 2)
        #expect(try place.inForce().settings.http.port == 4)
        #expect(try place.inForce().file == place.path("system.json"))
        try place.write("perennial.json", text(3).utf8)
        #expect(try place.inForce().settings.http.port == 3)
        #expect(try place.inForce().file == "perennial.json")
    }

    @Test("a file that is named must be there") func missing() throws {
        let place = try Installation(["perennial.json": "{}"])
        #expect(place.problems(file: "none.json") == [.unreadableFile("none.json", .missing, variable: nil)])
        #expect(
            place.problems(["PERENNIAL_CONFIG": "none.json"])
                == [.unreadableFile("none.json", .missing, variable: "PERENNIAL_CONFIG")])
        #expect(
            place.problems(["PERENNIAL_CONFIG": ""])
                == [.unreadableFile("", .noPath, variable: "PERENNIAL_CONFIG")])
    }

    @Test(
        "a secret may be in a file that a variable names, with or without a line break at its end",
        arguments: ["", "\n", "\r\n"])
    func secretFile(end: String) throws {
        let key = String(repeating: "k", count: 40)
        let place = try Installation(["key": key + end, "url": "postgres://ada:x@db/shop" + end])
        let inForce = try place.inForce(
            ["PERENNIAL_PRIVACY_KEY_FILE": "key", "PERENNIAL_DATABASE_FILE": place.path("url")])
        #expect(inForce.settings.privacyKey == Secret(key))
        #expect(inForce.settings.database.address == .postgresql(uri: "postgres://ada:x@db/shop"))
        let setting = try #require(Setting.named("privacy.key"))
        #expect(inForce.source(of: setting) == .secretFile(path: "key", variable: "PERENNIAL_PRIVACY_KEY_FILE"))
    }

    @Test("a key's file keeps what stands within it") func secretWithin() throws {
        let key = "  " + String(repeating: "k", count: 40) + " "
        let place = try Installation(["key": key + "\n"])
        #expect(try place.inForce(["PERENNIAL_PRIVACY_KEY_FILE": "key"]).settings.privacyKey == Secret(key))
    }

    @Test("the names of variables are those that the library looks for") func variables() throws {
        for setting in Setting.all {
            let text = setting.exposed(Settings()) ?? String(repeating: "k", count: 40)
            let inForce = try Installation().inForce([setting.variable: text])
            #expect(inForce.source(of: setting) == .environment(setting.variable), "\(setting.key)")
        }
    }

    @Test(
        "variables of others are left alone",
        arguments: [
            ("PERENNIAL_STRICT", "1"), ("PERENNIAL_SOAK", "2000"), ("PERENNIAL_SERVICE_HOST", "10.0.0.7"),
            ("PERENNIAL_SERVICE_PORT", "8080"), ("PERENNIAL_SERVICE_PORT_HTTP", "8080"),
            ("PERENNIAL_PORT", "tcp://10.0.0.7:8080"), ("PERENNIAL_PORT_8080_TCP", "tcp://10.0.0.7:8080"),
            ("PERENNIAL_PORT_8080_TCP_ADDR", "10.0.0.7"), ("PERENNIAL_PORT_8080_TCP_PROTO", "tcp"),
            ("PERENNIAL_DB_SERVICE_HOST", "10.0.0.8"), ("PERENNIALS", "x"), ("HTTP_PORT", "x"), ("perennial_x", "x"),
        ])
    func others(name: String, value: String) throws {
        #expect(try Installation().problems([name: value]).isEmpty)
    }

    @Test("keys stand in one line or in objects, in any mixture") func shapes() throws {
        for text in [
            #"{"database": "sqlite:a", "database.connections": 3, "retention": {"audit": "7d"}}"#,
            #"{"database": {"connections": "3"}, "database": "sqlite:a", "retention.audit": "7d"}"#,
        ] {
            let settings = try Installation(["perennial.json": text]).inForce().settings
            #expect(settings.database.address == .sqlite(path: "a") && settings.database.connections == 3)
            #expect(settings.retention.auditDays == 7)
        }
    }
}
