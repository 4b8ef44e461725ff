/// Where a setting's value is from; the first that has one goes before all below it.
public enum SettingSource: Hashable, Sendable {
    /// An option of the command line, such as `--database`.
    case flag(String)
    /// A variable of the environment.
    case environment(String)
    /// The file that a variable of the environment names.
    case secretFile(path: String, variable: String)
    /// A line of the configuration file, counted from 1.
    case file(path: String, line: Int)
    case byDefault
}
