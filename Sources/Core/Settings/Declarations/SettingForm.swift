import Domain
import Foundation

/// How values of one kind are written in a configuration, and which are allowed.
struct SettingForm<Value: Sendable>: Sendable {
    /// What is allowed, as the end of “Allowed: …”.
    let allowed: Phrase
    /// nil where a text is none of the allowed values.
    let read: @Sendable (String) -> Value?
    /// What `read` reads back; nil for a value that is not given.
    let write: @Sendable (Value) -> String?
}

// MARK: Numbers and durations

extension SettingForm<Int> {
    static func wholeNumber(_ range: ClosedRange<Int>) -> Self {
        Self(
            allowed: Phrase(
                en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
                pl: "liczba całkowita od \(range.lowerBound) do \(range.upperBound)",
                ru: "целое число от \(range.lowerBound) до \(range.upperBound)"),
            read: { text in WrittenNumber.value(of: text).flatMap { range.contains($0) ? $0 : nil } },
            write: { String($0) })
    }

    /// Whole days, written as `90d`.
    static func days(_ range: ClosedRange<Int>) -> Self {
        let (least, most) = ("\(range.lowerBound)d", "\(range.upperBound)d")
        return Self(
            allowed: Phrase(
                en: "days, from \(least) to \(most)", pl: "dni, od \(least) do \(most)",
                ru: "дни, от \(least) до \(most)"),
            read: { text in
                guard text.hasSuffix("d"), let days = WrittenNumber.value(of: text.dropLast()) else { return nil }
                return range.contains(days) ? days : nil
            },
            write: { "\($0)d" })
    }
}

extension SettingForm<Duration> {
    /// Whole seconds, minutes, hours or days, written as `30s`, `10m`, `12h`, `90d`.
    static func duration(_ range: ClosedRange<Duration>) -> Self {
        let (least, most) = (WrittenDuration.text(of: range.lowerBound), WrittenDuration.text(of: range.upperBound))
        return Self(
            allowed: Phrase(
                en: "a duration such as 30s, 10m or 12h, from \(least) to \(most)",
                pl: "czas trwania, na przykład 30s, 10m lub 12h, od \(least) do \(most)",
                ru: "длительность, например 30s, 10m или 12h, от \(least) до \(most)"),
            read: { text in WrittenDuration.value(of: text).flatMap { range.contains($0) ? $0 : nil } },
            write: WrittenDuration.text)
    }
}

// MARK: Names

extension SettingForm where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of some names.
    static var oneOf: Self {
        let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
        return Self(
            allowed: Phrase(en: "one of \(names)", pl: "jedno z: \(names)", ru: "одно из: \(names)"),
            read: { Value(rawValue: $0) }, write: { $0.rawValue })
    }
}

extension SettingForm<Currency> {
    static var currency: Self {
        Self(
            allowed: Phrase(
                en: "a currency's code of three letters, such as EUR",
                pl: "trzyliterowy kod waluty, na przykład PLN", ru: "код валюты из трёх букв, например RUB"),
            read: { text in Currency(text).flatMap { $0.isUnknown ? nil : $0 } }, write: { $0.code })
    }
}

extension SettingForm<TimeZone> {
    static var timeZone: Self {
        Self(
            allowed: Phrase(
                en: "a time zone such as Europe/London, or UTC",
                pl: "strefa czasowa, na przykład Europe/Warsaw, lub UTC",
                ru: "часовой пояс, например Europe/Moscow, или UTC"),
            read: { text in
                if text == "UTC" { return .gmt }
                // `GMT+2` and the like have no days of 23 or 25 hours: nobody's business keeps them.
                return TimeZone(identifier: text).flatMap { $0.identifier == text ? $0 : nil }
            },
            write: { $0 == .gmt ? "UTC" : $0.identifier })
    }
}

// MARK: Texts

extension SettingForm<String> {
    /// A name for people.
    static func text(_ lengths: ClosedRange<Int>) -> Self {
        Self(
            allowed: Phrase(
                en: "a text of \(lengths.lowerBound) to \(lengths.upperBound) characters on one line",
                pl: "tekst o długości od \(lengths.lowerBound) do \(lengths.upperBound) znaków w jednym wierszu",
                ru: "текст длиной от \(lengths.lowerBound) до \(lengths.upperBound) символов в одну строку"),
            read: { text in
                let isFit = lengths.contains(text.count) && !text.unicodeScalars.contains(where: VisibleText.isCommand)
                return isFit && text.contains { !$0.isWhitespace } ? text : nil
            },
            write: { $0 })
    }

    static var path: Self {
        Self(
            allowed: Phrase(en: "the path of a folder", pl: "ścieżka folderu", ru: "путь к папке"),
            read: { text in text.isEmpty || text.unicodeScalars.contains(where: VisibleText.isCommand) ? nil : text },
            write: { $0 })
    }

    /// An address or the name of a machine.
    static var host: Self {
        Self(
            allowed: Phrase(
                en: "an address or a name of this machine, such as 127.0.0.1, :: or localhost",
                pl: "adres lub nazwa tego komputera, na przykład 127.0.0.1, :: lub localhost",
                ru: "адрес или имя этой машины, например 127.0.0.1, :: или localhost"),
            read: { text in
                let isFit = text.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"): true
                    // Of addresses with a scope, such as fe80::1%eth0.
                    case UInt8(ascii: ":"), UInt8(ascii: "%"), UInt8(ascii: "_"): true
                    default: false
                    }
                }
                return isFit && (1...253).contains(text.utf8.count) ? text : nil
            },
            write: { $0 })
    }
}

extension SettingForm<DatabaseAddress> {
    static var database: Self {
        Self(
            allowed: Phrase(
                en: "sqlite:PATH, or postgres://USER@HOST/DATABASE with / ? # @ of a password as %2F %3F %23 %40",
                pl: "sqlite:ŚCIEŻKA lub postgres://UŻYTKOWNIK@HOST/BAZA, gdzie / ? # @ w haśle to %2F %3F %23 %40",
                ru: "sqlite:ПУТЬ или postgres://ИМЯ@ХОСТ/БАЗА, где / ? # @ в пароле пишутся как %2F %3F %23 %40"),
            read: { DatabaseAddress($0) }, write: { $0.exposed })
    }
}

extension SettingForm<Secret?> {
    static func secret(_ lengths: ClosedRange<Int>) -> Self {
        Self(
            allowed: Phrase(
                en: "\(lengths.lowerBound) to \(lengths.upperBound) characters on one line",
                pl: "od \(lengths.lowerBound) do \(lengths.upperBound) znaków w jednym wierszu",
                ru: "от \(lengths.lowerBound) до \(lengths.upperBound) символов в одну строку"),
            read: { text in
                let isFit = lengths.contains(text.count) && !text.unicodeScalars.contains(where: VisibleText.isCommand)
                return isFit ? .some(Secret(text)) : nil
            },
            write: { $0?.exposed })
    }
}
