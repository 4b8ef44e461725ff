import Domain
import Foundation

@testable import Settings

/// Settings and files by chance.
enum RandomSettings {
    /// Allowed values of some settings, written as the program writes them.
    static func texts(using random: inout some RandomNumberGenerator) -> [String: String] {
        var texts: [String: String] = [:]
        for setting in Setting.all where Bool.random(using: &random) {
            texts[setting.key] = text(of: setting.key, using: &random)
        }
        return texts
    }

    private static func text(of key: String, using random: inout some RandomNumberGenerator) -> String {
        func one(of values: [String]) -> String { values.randomElement(using: &random) ?? "" }
        switch key {
        case "database":
            return one(of: ["sqlite:" + name(using: &random), "postgres://ada:s%40e@db:5432/shop?sslmode=require"])
        case "database.connections": return String(Int.random(in: 1...1_000, using: &random))
        case "database.statement-time-limit": return one(of: ["1s", "59s", "7m", "23h", "1d"])
        case "http.host": return one(of: ["0.0.0.0", "::1", "localhost"])
        case "http.port": return String(Int.random(in: 0...65_535, using: &random))
        case "log.level": return one(of: LogLevel.allCases.map(\.rawValue))
        case "log.format": return one(of: LogFormat.allCases.map(\.rawValue))
        case "language": return one(of: Language.allCases.map(\.rawValue))
        case "time-zone": return one(of: ["UTC", "Europe/Warsaw", "Europe/Moscow", "Asia/Kolkata"])
        case "currency": return one(of: ["EUR", "PLN", "RUB", "KWD"])
        case "workers": return String(Int.random(in: 1...256, using: &random))
        case "business", "backup.folder": return name(using: &random)
        case "privacy.key": return name(using: &random) + String(repeating: "k", count: 32)
        default: return String(Int.random(in: 1...36_500, using: &random)) + "d"
        }
    }

    /// Letters, marks and signs that JSON escapes or that take several bytes.
    private static func name(using random: inout some RandomNumberGenerator) -> String {
        let letters: [Character] = ["a", "Z", "9", " ", "\"", "\\", "/", "ż", "щ", "€", "😀", "{", "}", ",", ":", "."]
        return "n"
            + String(
                (0..<Int.random(in: 0...20, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
    }

    /// A configuration file with these values, with some of its keys in objects and some characters escaped.
    static func file(_ texts: [String: String], using random: inout some RandomNumberGenerator) -> String {
        var members: [String] = []
        for (key, text) in texts.sorted(by: { $0.key < $1.key }).shuffled(using: &random) {
            let isNumber = Int(text) != nil && Bool.random(using: &random)
            let value = isNumber ? text : quoted(text, using: &random)
            let parts = key.split(separator: ".", maxSplits: 1)
            if parts.count == 2, Bool.random(using: &random) {
                members.append("\"\(parts[0])\": {\"\(parts[1])\": \(value)}")
            } else {
                members.append("\"\(key)\":\(value)")
            }
        }
        let mark = Bool.random(using: &random) ? "\u{FEFF}" : ""
        return mark + "{" + members.joined(separator: [",", ",\n", " ,\r\n\t"].randomElement(using: &random) ?? ",")
            + "}\n"
    }

    private static func quoted(_ text: String, using random: inout some RandomNumberGenerator) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" {
                json += "\\" + String(scalar)
            } else if Int.random(in: 0..<4, using: &random) == 0 {
                for unit in String(scalar).utf16 {
                    let code = String(unit, radix: 16, uppercase: Bool.random(using: &random))
                    json += "\\u" + String(repeating: "0", count: 4 - code.count) + code
                }
            } else {
                json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}
