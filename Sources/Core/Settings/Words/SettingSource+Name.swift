public import Domain

extension SettingSource {
    /// What a reader looks for to find the place.
    public var name: Phrase {
        switch self {
        case .flag(let name), .environment(let name): Phrase(en: name, pl: name, ru: name)
        case .secretFile(let path, let variable):
            Phrase(
                en: "\(path) (\(variable))", pl: "\(path) (\(variable))", ru: "\(path) (\(variable))")
        case .file(let path, let line):
            Phrase(
                en: "\(path), line \(line)", pl: "\(path), wiersz \(line)", ru: "\(path), строка \(line)")
        case .byDefault: Phrase(en: "default", pl: "domyślnie", ru: "по умолчанию")
        }
    }
}
