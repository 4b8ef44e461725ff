import Configuration

/// What the environment says: `PERENNIAL_<KEY>`, and for secrets also `PERENNIAL_<KEY>_FILE`, a file that holds one.
struct EnvironmentSettings {
    let variables: SettingsLayer
    let files: SettingsLayer
    let problems: [SettingsProblem]

    init(_ environment: [String: String], folder: String) {
        let ours = environment.filter { $0.key.hasPrefix(SettingVariables.prefix) }
        let secrets = Setting.all.filter { $0.secrecy != .nothing }
        variables = SettingsLayer(
            EnvironmentVariablesProvider(
                environmentVariables: ours, secretsSpecifier: .specific(Set(secrets.map(\.variable)))
            ).prefixKeys(with: "perennial")
        ) { .environment($0.variable) }
        var problems = Self.unknown(in: ours)
        var (texts, paths): ([String: String], [String: String]) = ([:], [:])
        for setting in secrets {
            guard let variable = setting.fileVariable, let path = ours[variable] else { continue }
            if ours[setting.variable] != nil { problems.append(.twoVariables(setting.variable, variable)) }
            do {
                texts[setting.key] = try Self.secret(in: path, folder: folder)
                paths[setting.key] = path
            } catch {
                problems.append(.unreadableFile(path, error, variable: variable))
            }
        }
        let pathOfKey = paths
        files = SettingsLayer(texts: texts, name: "secret files") { setting in
            .secretFile(path: pathOfKey[setting.key] ?? "", variable: setting.fileVariable ?? "")
        }
        self.problems = problems
    }

    private static func unknown(in ours: [String: String]) -> [SettingsProblem] {
        let known = Set(SettingVariables.known)
        return ours.keys.sorted().compactMap { name in
            guard !known.contains(name), !SettingVariables.isOfOthers(name, value: ours[name] ?? "") else { return nil }
            return .unknownVariable(name, nearest: NearestName.of(name, among: SettingVariables.known, separator: "_"))
        }
    }

    /// The text of a file without the line break at its end, which editors and `echo` write.
    private static func secret(in path: String, folder: String) throws(FileReadFailure) -> String {
        let bytes = try FileBytes.read(path, folder: folder)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        if text.hasSuffix("\r\n") || text.hasSuffix("\n") { return String(text.dropLast()) }
        return text
    }
}
