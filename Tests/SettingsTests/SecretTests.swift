import Domain
import Foundation
import TestSupport
import Testing

@testable import Settings

@Suite("Secrets")
struct SecretTests {
    @Test(
        "a password in the address of a database is masked wherever it stands",
        arguments: [
            ("sqlite:shop.db", "sqlite:shop.db"),
            ("postgres://ada@db/shop", "postgres://ada@db/shop"),
            ("postgres://ada:s3cret@db/shop", "postgres://ada:••••@db/shop"),
            (
                "postgresql://ada:s3cret@db:5432,db2/shop?sslmode=require",
                "postgresql://ada:••••@db:5432,db2/shop?sslmode=require"
            ),
            ("postgres://ada:@db/shop", "postgres://ada:••••@db/shop"),
            ("postgres://:s3cret@/shop", "postgres://:••••@/shop"),
            ("postgres://ada:s3:cr:et@[::1]:5432/shop", "postgres://ada:••••@[::1]:5432/shop"),
            ("postgres://ada:%40s3cret@db/shop", "postgres://ada:••••@db/shop"),
            ("postgres:///shop?host=/run&password=s3cret", "postgres:///shop?host=/run&password=••••"),
            ("postgres://db/shop?PASSWORD=s3cret&user=ada", "postgres://db/shop?PASSWORD=••••&user=ada"),
            ("postgres://db/shop?sslpassword=s3cret", "postgres://db/shop?sslpassword=••••"),
            ("postgres://db/shop?p%61ssword=s3cret", "postgres://db/shop?p%61ssword=••••"),
            ("postgres://db/shop?passfile=/home/ada/.pgpass", "postgres://db/shop?passfile=/home/ada/.pgpass"),
        ])
    func address(text: String, masked: String) throws {
        let address = try #require(DatabaseAddress(text))
        #expect(address.exposed == text)
        #expect("\(address)" == masked && String(reflecting: address) == masked)
        #expect(address.hasPassword == (masked != text))
    }

    @Test(
        "an address in which a password could hide is refused, and nothing of it is shown",
        arguments: [
            "postgres://ada:s3cret/x@db/shop", "postgres://ada:s3cret?x@db/shop", "postgres://ada:s3cret#x@db/shop",
            "postgres://ada:s3cret@x@db/shop", "postgres://ada:s3cret", "postgres://ada:99999s3cret/shop",
            "postgres:ada:s3cret@db", "mysql://ada:s3cret@db/shop", "host=db password=s3cret", "ada:s3cret@db",
            "postgres://db/shop?s3cret", "Postgres://ada:s3cret@db/shop", "postgres://ada:s3cret @db/shop",
            "postgres://ada:s3cret\n@db/shop", "s3cret@db", "postgres://[::1]s3cret/shop", "postgres://[s3cret/shop",
            "postgres://ada:\u{301}s3cret@db/shop", "postgres://ada:s3cret\u{301}@db/shop", "postgres:\u{301}//s3cret",
        ])
    func hidden(text: String) {
        #expect(DatabaseAddress(text) == nil)
        #expect(!DatabaseAddress.masked(text).contains("s3cret"))
    }

    @Test("nothing that prints, describes or dumps settings shows a secret") func prints() throws {
        var settings = Settings()
        settings.privacyKey = Secret("s3cret" + String(repeating: "k", count: 40))
        settings.database.address = .postgresql(uri: "postgres://ada:s3cret@db/shop")
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), dumped, "\([settings.privacyKey])"] {
            #expect(!text.contains("s3cret"), "\(text)")
        }
        #expect(Setting.named("privacy.key")?.shown(in: settings) == "••••")
        #expect(Setting.named("privacy.key")?.shown(in: Settings()) == nil)
        #expect(Setting.named("database")?.shown(in: settings) == "postgres://ada:••••@db/shop")
    }

    /// Wherever a secret is given, right or wrong, no message has it.
    @Test("no message has a secret", arguments: Effort.seeds(300, soak: 3_000, debug: 60))
    func messages(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let marks = Array("@:/?#%&=,[]{}\"' \\")
        let secret = "s3cret"
        func around() -> String {
            String((0..<Int.random(in: 0...6, using: &random)).map { _ in marks.randomElement(using: &random) ?? "@" })
        }
        let database = "postgres://ada:" + around() + secret + around() + "@db/shop"
        let key = around() + secret + around()
        let escaped = { (text: String) in
            text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        }
        let file = #"{"database": "\#(escaped(database))", "privacy.key": "\#(escaped(key))", "x": 1}"#
        let place = try Installation(["perennial.json": file, "key": key])
        let environments = [
            [:], ["PERENNIAL_DATABASE": database, "PERENNIAL_PRIVACY_KEY": key],
            ["PERENNIAL_PRIVACY_KEY_FILE": "key", "PERENNIAL_DATABASE_FILE": "key"],
        ]
        for environment in environments {
            let problems = place.problems(environment)
            #expect(problems.count > 0, "seed \(seed)")
            for problem in problems {
                #expect(!"\(problem)".contains(secret), "seed \(seed)")
                for language in Language.allCases {
                    #expect(!problem.message(in: language).contains(secret), "seed \(seed)")
                }
            }
        }
    }
}
