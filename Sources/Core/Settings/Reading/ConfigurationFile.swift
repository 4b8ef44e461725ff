/// The configuration file: JSON, with keys such as `"database.connections"`, or with objects for what stands before a dot.
struct ConfigurationFile {
    /// As it was named; nil where there is no file.
    let path: String?
    let layer: SettingsLayer
    let problems: [SettingsProblem]

    static let name = "perennial.json"

    /// The file that the command line names, or the environment, or the one in the working directory, or the system's.
    static func find(
        named file: String?, environment: [String: String], folder: String, _ systemFile: String
    ) -> ConfigurationFile {
        if let file { return read(file, variable: nil, folder: folder) }
        if let path = environment[SettingVariables.file] {
            return read(path, variable: SettingVariables.file, folder: folder)
        }
        for path in [name, systemFile] {
            let read = read(path, variable: nil, folder: folder)
            if case .unreadableFile(_, .missing, _) = read.problems.first { continue }
            return read
        }
        return ConfigurationFile(path: nil, entries: [], problems: [])
    }

    private static func read(_ path: String, variable: String?, folder: String) -> ConfigurationFile {
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read(path, folder: folder)
        } catch {
            let problem = SettingsProblem.unreadableFile(path, error, variable: variable)
            return ConfigurationFile(path: path, entries: [], problems: [problem])
        }
        do {
            return ConfigurationFile(path: path, entries: try JSONEntries.read(bytes), problems: [])
        } catch {
            return ConfigurationFile(path: path, entries: [], problems: [.notJSON(path, error)])
        }
    }

    private init(path: String?, entries: [JSONEntries.Entry], problems: [SettingsProblem]) {
        self.path = path
        let path = path ?? ""
        var problems = problems
        var (texts, lines): ([String: String], [String: Int]) = ([:], [:])
        for entry in entries {
            let source = SettingSource.file(path: path, line: entry.line)
            guard let setting = Setting.named(entry.key) else {
                let nearest = NearestName.of(entry.key, among: Setting.all.map(\.key), separator: ".")
                problems.append(.unknownKey(entry.key, source, nearest: nearest))
                continue
            }
            if let first = lines[entry.key] {
                problems.append(.twoLines(entry.key, path: path, line: entry.line, first: first))
                continue
            }
            lines[entry.key] = entry.line
            switch entry.value {
            case .text(let text): texts[entry.key] = text
            case .other(let kind): problems.append(.wrongValue(setting, shown: .kind(kind), source))
            }
        }
        self.problems = problems
        let lineOfKey = lines
        layer = SettingsLayer(texts: texts, name: path) { .file(path: path, line: lineOfKey[$0.key] ?? 0) }
    }
}
