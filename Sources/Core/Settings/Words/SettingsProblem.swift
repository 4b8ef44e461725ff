public import Domain

/// One thing that is wrong with the configuration. It holds no secret, so that it can be shown and logged.
public enum SettingsProblem: Hashable, Sendable {
    /// A value that was given, fit to be shown.
    public enum Shown: Hashable, Sendable {
        case text(String)
        /// `true`, `null`, `[…]`: nothing that a setting could be.
        case kind(String)
        /// It is not to be shown.
        case secret
    }

    /// - Parameter variable: That of the environment which names the file; nil where another place does.
    case unreadableFile(String, FileReadFailure, variable: String?)
    case notJSON(String, JSONFault)
    case unknownKey(String, SettingSource, nearest: String)
    case unknownVariable(String, nearest: String)
    /// The file has a key twice.
    case twoLines(String, path: String, line: Int, first: Int)
    /// A variable gives a value, and another one names a file for it.
    case twoVariables(String, String)
    case wrongValue(key: String, shown: Shown, SettingSource, allowed: Phrase)
    /// An option whose value has a password in it.
    case secretFlag(String, variable: String, fileVariable: String)

    static func wrongValue(_ setting: Setting, _ text: String, _ source: SettingSource) -> Self {
        // In the file of a secret may stand a bare password, in which nothing is found to mask.
        if case .secretFile = source { return wrongValue(setting, shown: .secret, source) }
        return wrongValue(setting, shown: setting.secrecy == .value ? .secret : .text(setting.masked(text)), source)
    }

    static func wrongValue(_ setting: Setting, shown: Shown, _ source: SettingSource) -> Self {
        .wrongValue(key: setting.key, shown: shown, source, allowed: setting.allowed)
    }

    static func secretFlag(_ flag: String, setting: Setting) -> Self {
        .secretFlag(flag, variable: setting.variable, fileVariable: setting.fileVariable ?? setting.variable)
    }
}

/// Everything that is wrong with the configuration: one problem at least.
public struct SettingsProblems: Error, Hashable, Sendable {
    public let problems: [SettingsProblem]

    init(_ problems: [SettingsProblem]) {
        precondition(!problems.isEmpty, "nothing is wrong")
        self.problems = problems
    }

    /// One problem a line, in the language.
    public func message(in language: Language) -> String {
        problems.map { $0.message(in: language) }.joined(separator: "\n")
    }
}
