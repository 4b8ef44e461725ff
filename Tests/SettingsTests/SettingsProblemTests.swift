import Domain
import Foundation
import Testing

@testable import Settings

@Suite("What is said of a wrong configuration")
struct SettingsProblemTests {
    private static func said(_ place: Installation, _ environment: [String: String] = [:]) -> [String] {
        do {
            _ = try place.inForce(environment)
            return []
        } catch {
            return Language.allCases.map { error.message(in: $0) }
        }
    }

    private static func said(file: String) throws -> [String] { said(try Installation(["perennial.json": file])) }

    private static func said(_ environment: [String: String]) throws -> [String] {
        said(try Installation(), environment)
    }

    @Test("an unknown key is told with its line and the nearest known one") func unknownKey() throws {
        #expect(
            try Self.said(file: "{\n  \"http.prot\": 80\n}") == [
                "perennial.json, line 2: there is no setting “http.prot”. The nearest is “http.port”.",
                "perennial.json, wiersz 2: nie ma ustawienia „http.prot”. Najbliższe to „http.port”.",
                "perennial.json, строка 2: нет настройки «http.prot». Ближайшая — «http.port».",
            ])
    }

    @Test("an unknown variable is told with the nearest known one") func unknownVariable() throws {
        #expect(
            try Self.said(["PERENNIAL_PORT": "80"]) == [
                "Environment: there is no setting for the variable PERENNIAL_PORT. The nearest is PERENNIAL_HTTP_PORT.",
                "Środowisko: zmienna PERENNIAL_PORT nie odpowiada żadnemu ustawieniu. Najbliższa to PERENNIAL_HTTP_PORT.",
                "Окружение: переменной PERENNIAL_PORT не соответствует ни одна настройка. Ближайшая — PERENNIAL_HTTP_PORT.",
            ])
    }

    @Test("a wrong value is told with key, value, place and what is allowed") func wrongValue() throws {
        #expect(
            try Self.said(["PERENNIAL_HTTP_PORT": "abc"]) == [
                "PERENNIAL_HTTP_PORT: “http.port” cannot be “abc”. Allowed: a whole number from 0 to 65535.",
                "PERENNIAL_HTTP_PORT: „http.port” nie może mieć wartości „abc”. Dozwolone: liczba całkowita od 0 do 65535.",
                "PERENNIAL_HTTP_PORT: «http.port» не может иметь значение «abc». Допустимо: целое число от 0 до 65535.",
            ])
        #expect(
            try Self.said(file: #"{"log": {"level": true}}"#) == [
                "perennial.json, line 1: “log.level” cannot be true. Allowed: one of trace, debug, info, notice, warning, error, critical.",
                "perennial.json, wiersz 1: „log.level” nie może mieć wartości true. Dozwolone: jedno z: trace, debug, info, notice, warning, error, critical.",
                "perennial.json, строка 1: «log.level» не может иметь значение true. Допустимо: одно из: trace, debug, info, notice, warning, error, critical.",
            ])
    }

    @Test(
        "what is allowed is told in every language",
        arguments: [
            (
                "database.statement-time-limit",
                [
                    "a duration such as 30s, 10m or 12h, from 1s to 1d",
                    "czas trwania, na przykład 30s, 10m lub 12h, od 1s do 1d",
                    "длительность, например 30s, 10m или 12h, от 1s до 1d",
                ]
            ),
            ("retention.audit", ["days, from 1d to 36500d", "dni, od 1d do 36500d", "дни, от 1d до 36500d"]),
            (
                "privacy.key",
                [
                    "32 to 1024 characters on one line", "od 32 do 1024 znaków w jednym wierszu",
                    "от 32 до 1024 символов в одну строку",
                ]
            ),
        ])
    func allowed(key: String, texts: [String]) throws {
        let setting = try #require(Setting.named(key))
        #expect(Language.allCases.map { setting.allowed[$0] } == texts)
    }

    @Test("a wrong secret is told without it") func wrongSecret() throws {
        #expect(
            try Self.said(["PERENNIAL_PRIVACY_KEY": "hunter2"]) == [
                "PERENNIAL_PRIVACY_KEY: “privacy.key” cannot be what was given (it is secret). "
                    + "Allowed: 32 to 1024 characters on one line.",
                "PERENNIAL_PRIVACY_KEY: „privacy.key” nie może mieć wartości takiej, jaką podano (jest tajna). "
                    + "Dozwolone: od 32 do 1024 znaków w jednym wierszu.",
                "PERENNIAL_PRIVACY_KEY: «privacy.key» не может иметь значение в том виде, в каком оно задано "
                    + "(оно секретно). Допустимо: от 32 до 1024 символов в одну строку.",
            ])
    }

    @Test("a key that is there twice is told with both lines") func twoLines() throws {
        #expect(
            try Self.said(file: "{\"http.port\": 1,\n\"http\": {\n\"port\": 2}}") == [
                "perennial.json, line 3: “http.port” stands in line 1 already. Keep one of them.",
                "perennial.json, wiersz 3: „http.port” jest już w wierszu 1. Zostaw jeden z nich.",
                "perennial.json, строка 3: «http.port» уже есть в строке 1. Оставьте одну из них.",
            ])
    }

    @Test("a secret and a file for it are too much") func twoVariables() throws {
        let key = String(repeating: "k", count: 40)
        let place = try Installation(["key": key])
        #expect(
            Self.said(place, ["PERENNIAL_PRIVACY_KEY": key, "PERENNIAL_PRIVACY_KEY_FILE": "key"]) == [
                "Environment: PERENNIAL_PRIVACY_KEY and PERENNIAL_PRIVACY_KEY_FILE are both set. Keep one of them.",
                "Środowisko: ustawiono naraz PERENNIAL_PRIVACY_KEY i PERENNIAL_PRIVACY_KEY_FILE. Zostaw jedną z nich.",
                "Окружение: заданы сразу PERENNIAL_PRIVACY_KEY и PERENNIAL_PRIVACY_KEY_FILE. Оставьте одну из них.",
            ])
    }

    @Test("a file that is not there is told with the variable that names it") func missing() throws {
        #expect(
            try Self.said(["PERENNIAL_CONFIG": "shop.json"]) == [
                "shop.json (PERENNIAL_CONFIG): there is no such file. Check the path.",
                "shop.json (PERENNIAL_CONFIG): nie ma takiego pliku. Sprawdź ścieżkę.",
                "shop.json (PERENNIAL_CONFIG): такого файла нет. Проверьте путь.",
            ])
        #expect(
            try Self.said(["PERENNIAL_PRIVACY_KEY_FILE": "k"]).first?.hasPrefix("k (PERENNIAL_PRIVACY_KEY_FILE)")
                == true)
    }

    @Test(
        "a file that is no JSON is told with the line",
        arguments: [
            (
                "{\n\"http.port\": 1,\n}",
                [
                    "perennial.json, line 3: “}” may not stand here in JSON.",
                    "perennial.json, wiersz 3: w JSON nie może tu stać „}”.",
                    "perennial.json, строка 3: в JSON здесь не может стоять «}».",
                ]
            ),
            (
                "{\"business\": Shop}",
                [
                    "perennial.json, line 1: this is no JSON. Are quotation marks missing?",
                    "perennial.json, wiersz 1: to nie jest JSON. Czy brakuje cudzysłowów?",
                    "perennial.json, строка 1: это не JSON. Возможно, не хватает кавычек?",
                ]
            ),
            (
                "{\n\"http\": {",
                [
                    "perennial.json, line 2: the file ends before everything is closed.",
                    "perennial.json, wiersz 2: plik kończy się, zanim wszystko zamknięto.",
                    "perennial.json, строка 2: файл кончается раньше, чем всё закрыто.",
                ]
            ),
            (
                " \n",
                [
                    "perennial.json: the file is empty. Write {} where nothing is to be set.",
                    "perennial.json: plik jest pusty. Wpisz {}, jeśli nic nie ma być ustawione.",
                    "perennial.json: файл пуст. Напишите {}, если ничего не нужно задавать.",
                ]
            ),
            (
                "[1]",
                [
                    "perennial.json: the file is no JSON object. Write settings such as {\"http.port\": 8080}.",
                    "perennial.json: plik nie jest obiektem JSON. Zapisz ustawienia na przykład tak: {\"http.port\": 8080}.",
                    "perennial.json: файл не является объектом JSON. Запишите настройки, например так: {\"http.port\": 8080}.",
                ]
            ),
        ])
    func notJSON(file: String, texts: [String]) throws {
        #expect(try Self.said(file: file) == texts)
    }

    @Test("a password on the command line is refused, and the way out is told") func secretFlag() throws {
        let problem = try #require(Setting.named("database")?.problem(ofFlag: "postgres://ada:hunter2@db/shop"))
        #expect(
            Language.allCases.map { problem.message(in: $0) } == [
                "--database takes no password, since every user of this machine can read its command lines. "
                    + "Put the value into PERENNIAL_DATABASE, or its file's path into PERENNIAL_DATABASE_FILE.",
                "--database nie przyjmuje hasła, bo wiersze poleceń widzi każdy użytkownik tego komputera. "
                    + "Podaj wartość w PERENNIAL_DATABASE albo ścieżkę pliku z nią w PERENNIAL_DATABASE_FILE.",
                "--database не принимает пароль: командные строки видны всем пользователям этой машины. "
                    + "Укажите значение в PERENNIAL_DATABASE или путь к файлу с ним в PERENNIAL_DATABASE_FILE.",
            ])
        #expect(throws: SettingsProblems.self) {
            try Installation().inForce(flags: ["database": "postgres://ada:hunter2@db/shop"])
        }
        #expect(Setting.named("database")?.problem(ofFlag: "postgres://ada@db/shop") == nil)
    }

    @Test("everything that is wrong is told at once") func all() throws {
        let place = try Installation(["perennial.json": #"{"workers": 0, "wrokers": 1, "http.port": [80]}"#])
        let problems = place.problems(["PERENNIAL_LANGUAGE": "de", "PERENNIAL_X": "1", "PERENNIAL_PRIVACY_KEY": ""])
        #expect(problems.count == 6)
        #expect(SettingsProblems(problems).message(in: .english).split(separator: "\n").count == 6)
    }

    @Test("texts from outside command no terminal and end somewhere") func hostileTexts() throws {
        let key = "a\u{1B}[2J\n" + String(repeating: "b", count: 10_000)
        let said = try Self.said([
            "PERENNIAL_HTTP_HOST": key, "PERENNIAL_" + key: "x", "PERENNIAL_CONFIG": "a\u{202E}b",
        ])
        #expect(said.count == 3)
        for text in said {
            #expect(text.split(separator: "\n").count == 3)
            #expect(!text.unicodeScalars.contains { VisibleText.isCommand($0) && $0 != "\n" })
            #expect(text.count < 900)
        }
    }

    @Test(
        "the nearest name is the one that was meant",
        arguments: [
            ("port", "http.port"), ("http.prot", "http.port"), ("timezone", "time-zone"), ("Language", "language"),
            ("database.conections", "database.connections"), ("retention.event", "retention.events"),
            ("privacyKey", "privacy.key"), ("host", "http.host"), ("level", "log.level"), ("lang", "language"),
        ])
    func nearest(name: String, known: String) {
        #expect(NearestName.of(name, among: Setting.all.map(\.key), separator: ".") == known)
    }

    @Test(
        "letters to change between two names",
        arguments: [("", "", 0), ("", "abc", 3), ("port", "prot", 1), ("kitten", "sitting", 3), ("ca", "abc", 3)])
    func distance(left: String, right: String, count: Int) {
        #expect(NearestName.distance(Array(left.utf8), Array(right.utf8)) == count)
        #expect(NearestName.distance(Array(right.utf8), Array(left.utf8)) == count)
    }
}
