public import Domain

extension SettingsProblem {
    /// What is wrong and what to do, on one line.
    public func message(in language: Language) -> String {
        VisibleText.of(phrase[language], .oneLine)
    }

    private var phrase: Phrase {
        switch self {
        case .unreadableFile(let path, let failure, let variable): failure.message(path: path, variable: variable)
        case .notJSON(let path, let fault): fault.message(path: path)
        case .unknownKey(let key, let source, let nearest): Self.unknownKey(key, source.name, nearest)
        case .unknownVariable(let name, let nearest): Self.unknownVariable(name, nearest)
        case .twoLines(let key, let path, let line, let first): Self.twoLines(key, path, line, first)
        case .twoVariables(let variable, let other): Self.twoVariables(variable, other)
        case .wrongValue(let key, let shown, let source, let allowed):
            Self.wrongValue(key, shown.phrase, source.name, allowed)
        case .secretFlag(let flag, let variable, let fileVariable): Self.secretFlag(flag, variable, fileVariable)
        }
    }

    private static func unknownKey(_ key: String, _ source: Phrase, _ nearest: String) -> Phrase {
        let key = clipped(key)
        return Phrase(
            en: "\(source.en): there is no setting “\(key)”. The nearest is “\(nearest)”.",
            pl: "\(source.pl): nie ma ustawienia „\(key)”. Najbliższe to „\(nearest)”.",
            ru: "\(source.ru): нет настройки «\(key)». Ближайшая — «\(nearest)».")
    }

    private static func unknownVariable(_ name: String, _ nearest: String) -> Phrase {
        let name = clipped(name)
        return Phrase(
            en: "Environment: there is no setting for the variable \(name). The nearest is \(nearest).",
            pl: "Środowisko: zmienna \(name) nie odpowiada żadnemu ustawieniu. Najbliższa to \(nearest).",
            ru: "Окружение: переменной \(name) не соответствует ни одна настройка. Ближайшая — \(nearest).")
    }

    private static func twoLines(_ key: String, _ path: String, _ line: Int, _ first: Int) -> Phrase {
        Phrase(
            en: "\(path), line \(line): “\(key)” stands in line \(first) already. Keep one of them.",
            pl: "\(path), wiersz \(line): „\(key)” jest już w wierszu \(first). Zostaw jeden z nich.",
            ru: "\(path), строка \(line): «\(key)» уже есть в строке \(first). Оставьте одну из них.")
    }

    private static func twoVariables(_ variable: String, _ other: String) -> Phrase {
        Phrase(
            en: "Environment: \(variable) and \(other) are both set. Keep one of them.",
            pl: "Środowisko: ustawiono naraz \(variable) i \(other). Zostaw jedną z nich.",
            ru: "Окружение: заданы сразу \(variable) и \(other). Оставьте одну из них.")
    }

    private static func wrongValue(_ key: String, _ shown: Phrase, _ source: Phrase, _ allowed: Phrase) -> Phrase {
        Phrase(
            en: "\(source.en): “\(key)” cannot be \(shown.en). Allowed: \(allowed.en).",
            pl: "\(source.pl): „\(key)” nie może mieć wartości \(shown.pl). Dozwolone: \(allowed.pl).",
            ru: "\(source.ru): «\(key)» не может иметь значение \(shown.ru). Допустимо: \(allowed.ru).")
    }

    private static func secretFlag(_ flag: String, _ variable: String, _ fileVariable: String) -> Phrase {
        Phrase(
            en: "\(flag) takes no password, since every user of this machine can read its command lines. "
                + "Put the value into \(variable), or its file's path into \(fileVariable).",
            pl: "\(flag) nie przyjmuje hasła, bo wiersze poleceń widzi każdy użytkownik tego komputera. "
                + "Podaj wartość w \(variable) albo ścieżkę pliku z nią w \(fileVariable).",
            ru: "\(flag) не принимает пароль: командные строки видны всем пользователям этой машины. "
                + "Укажите значение в \(variable) или путь к файлу с ним в \(fileVariable).")
    }

    /// A text from outside, not longer than a line can bear.
    fileprivate static func clipped(_ text: String) -> String { text.count <= 80 ? text : text.prefix(79) + "…" }
}

extension SettingsProblem.Shown {
    fileprivate var phrase: Phrase {
        switch self {
        case .kind(let kind): return Phrase(en: kind, pl: kind, ru: kind)
        case .secret:
            return Phrase(
                en: "what was given (it is secret)", pl: "takiej, jaką podano (jest tajna)",
                ru: "в том виде, в каком оно задано (оно секретно)")
        case .text(let text):
            let text = SettingsProblem.clipped(text)
            return Phrase(en: "“\(text)”", pl: "„\(text)”", ru: "«\(text)»")
        }
    }
}
