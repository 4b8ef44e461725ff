import Domain
import Foundation
import TestSupport
import Testing

@testable import Settings

@Suite("What a setting may be")
struct SettingFormTests {
    private static func written(_ key: String, _ text: String) throws -> String? {
        let setting = try #require(Setting.named(key))
        var settings = Settings()
        return setting.store(text, &settings) ? setting.exposed(settings) : nil
    }

    @Test(
        "takes what is allowed, and writes it in one way",
        arguments: [
            ("http.port", "0", "0"), ("http.port", "65535", "65535"), ("workers", "256", "256"),
            ("database.statement-time-limit", "90s", "90s"), ("database.statement-time-limit", "120s", "2m"),
            ("database.statement-time-limit", "24h", "1d"), ("database.statement-time-limit", "1d", "1d"),
            ("retention.audit", "36500d", "36500d"), ("http.host", "::", "::"), ("http.host", "0.0.0.0", "0.0.0.0"),
            ("http.host", "shop-1.example", "shop-1.example"), ("log.level", "debug", "debug"),
            ("log.format", "json", "json"), ("language", "pl", "pl"), ("time-zone", "UTC", "UTC"),
            ("time-zone", "Europe/Warsaw", "Europe/Warsaw"), ("time-zone", "Asia/Kolkata", "Asia/Kolkata"),
            ("currency", "pln", "PLN"),
            ("business", "Żabka & Сыновья", "Żabka & Сыновья"), ("backup.folder", "/mnt/my backups", "/mnt/my backups"),
            ("database", "sqlite:my shop.db", "sqlite:my shop.db"),
            ("database", "postgresql:///shop", "postgresql:///shop"),
        ])
    func allowed(key: String, text: String, written: String) throws {
        #expect(try Self.written(key, text) == written)
    }

    @Test(
        "refuses everything else",
        arguments: [
            ("http.port", "65536"), ("http.port", "-1"), ("http.port", "+1"), ("http.port", "8080 "),
            ("http.port", "08"),
            ("http.port", "1e3"), ("http.port", "80.0"), ("http.port", ""), ("http.port", "٨٠"),
            ("http.port", "99999999999999999999999999"), ("workers", "0"), ("workers", "257"),
            ("database.connections", "1001"), ("database.statement-time-limit", "30"),
            ("database.statement-time-limit", "0s"), ("database.statement-time-limit", "25h"),
            ("database.statement-time-limit", "1.5h"), ("database.statement-time-limit", "30S"),
            ("database.statement-time-limit", "s"), ("database.statement-time-limit", "999999999999d"),
            ("retention.audit", "0d"), ("retention.audit", "36501d"), ("retention.audit", "90"),
            ("retention.audit", "2160h"), ("http.host", ""), ("http.host", "a b"), ("http.host", "http://x"),
            ("http.host", String(repeating: "a", count: 254)), ("log.level", "INFO"), ("log.level", ""),
            ("language", "de"), ("language", "en-GB"), ("time-zone", ""), ("time-zone", "Warsaw"),
            ("time-zone", "GMT+2"),
            ("time-zone", "../../etc/passwd"), ("time-zone", "/etc/localtime"), ("currency", "EURO"),
            ("currency", "XXX"), ("currency", "€"), ("business", ""), ("business", "  "), ("business", "a\nb"),
            ("business", "a\u{1B}[2J"), ("business", String(repeating: "a", count: 201)), ("backup.folder", ""),
            ("backup.folder", "a\0b"), ("privacy.key", String(repeating: "k", count: 31)), ("privacy.key", ""),
            ("privacy.key", String(repeating: "k", count: 1_025)), ("database", ""), ("database", "sqlite:"),
            ("database", "perennial.db"), ("database", "sqlite:///var/lib/p.db"), ("database", "mysql://localhost/x"),
            ("database", "postgres:localhost"), ("database", "sqlite:a\u{0}b"),
        ])
    func refused(key: String, text: String) throws {
        #expect(try Self.written(key, text) == nil)
    }

    @Test("every default is allowed and comes back") func defaults() {
        for setting in Setting.all {
            guard let text = setting.exposed(Settings()) else { continue }
            var settings = Settings()
            #expect(setting.store(text, &settings) && settings == Settings(), "\(setting.key): \(text)")
        }
    }

    @Test("all keys, variables and meanings differ, in every language") func distinct() {
        let count = Setting.all.count
        #expect(Set(Setting.all.map(\.key)).count == count)
        #expect(Set(SettingVariables.known).count == SettingVariables.known.count)
        for language in Language.allCases { #expect(Set(Setting.all.map { $0.meaning[language] }).count == count) }
    }

    @Test("a file of any settings is read back as it was written", arguments: Effort.seeds(200, debug: 50))
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let given = RandomSettings.texts(using: &random)
        let place = try Installation(["perennial.json": RandomSettings.file(given, using: &random)])
        let inForce = try place.inForce()
        for setting in Setting.all {
            let text = given[setting.key] ?? setting.exposed(Settings())
            #expect(setting.exposed(inForce.settings) == text, "\(setting.key), seed \(seed)")
            #expect((inForce.source(of: setting) == .byDefault) == (given[setting.key] == nil), "seed \(seed)")
        }
        let variables = Dictionary(
            uniqueKeysWithValues: given.map { key, text in (Setting.named(key)?.variable ?? key, text) })
        #expect(try Installation().inForce(variables).settings == inForce.settings, "seed \(seed)")
    }
}
