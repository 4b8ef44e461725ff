/// Everything that settings are read from. Nothing else is looked at, neither the process's environment nor its folder.
///
///     let inForce = try SettingsSources(environment: environment, folder: folder).inForce()
///     let port = inForce.settings.http.port
public struct SettingsSources: Sendable {
    /// Values of the command line by the setting's key.
    public var flags: [String: String]
    /// The variables of the environment; those without our prefix are not looked at.
    public var environment: [String: String]
    /// The configuration file that the command line names.
    public var file: String?
    /// The working directory, in which `perennial.json` is looked for and relative paths begin.
    public var folder: String
    /// The file that is read where no other is there.
    public var systemFile: String

    /// - Parameter flags: By the setting's key; an option's name is the key after two hyphens.
    public init(
        flags: [String: String] = [:], environment: [String: String], file: String? = nil, folder: String,
        systemFile: String = "/etc/perennial/perennial.json"
    ) {
        precondition(flags.keys.allSatisfy { Setting.named($0) != nil }, "a flag of no setting")
        (self.flags, self.environment, self.file) = (flags, environment, file)
        (self.folder, self.systemFile) = (folder, systemFile)
    }

    /// Reads all sources, and checks every value that is given, also one that another goes before.
    ///
    /// - Throws: `SettingsProblems` with everything that is wrong, not only with the first.
    public func inForce() throws(SettingsProblems) -> SettingsInForce {
        let environment = EnvironmentSettings(environment, folder: folder)
        let file = ConfigurationFile.find(named: file, environment: self.environment, folder: folder, systemFile)
        var problems = environment.problems + file.problems
        let layers = [flagLayer, environment.variables, environment.files, file.layer]
        var (settings, scratch) = (Settings(), Settings())
        var sources: [String: SettingSource] = [:]
        for setting in Setting.all {
            for layer in layers {
                guard let given = layer.value(of: setting) else { continue }
                if case .flag(let flag) = given.source, setting.hides(given.text) {
                    problems.append(.secretFlag(flag, setting: setting))
                } else if !setting.store(given.text, &scratch) {
                    problems.append(.wrongValue(setting, given.text, given.source))
                } else if sources[setting.key] == nil {
                    _ = setting.store(given.text, &settings)
                    sources[setting.key] = given.source
                }
            }
        }
        guard problems.isEmpty else { throw SettingsProblems(problems) }
        return SettingsInForce(settings, file: file.path, sources: sources)
    }

    private var flagLayer: SettingsLayer {
        SettingsLayer(texts: flags, name: "flags") { .flag("--" + $0.key) }
    }
}

extension Setting {
    /// Whether a text holds something that must not be seen: the command lines of a machine are seen by all its users.
    fileprivate func hides(_ text: String) -> Bool { masked(text) != text }

    /// What is wrong with a value of the command line; nil where nothing is.
    public func problem(ofFlag text: String) -> SettingsProblem? {
        var settings = Settings()
        if hides(text) { return .secretFlag("--" + key, setting: self) }
        return store(text, &settings) ? nil : .wrongValue(self, text, .flag("--" + key))
    }
}
