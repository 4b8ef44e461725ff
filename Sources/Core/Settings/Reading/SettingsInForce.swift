/// What is in force, and where each value is from.
public struct SettingsInForce: Sendable {
    public let settings: Settings
    /// The configuration file that was read; nil where there is none.
    public let file: String?
    private let sources: [String: SettingSource]

    init(_ settings: Settings, file: String?, sources: [String: SettingSource]) {
        (self.settings, self.file, self.sources) = (settings, file, sources)
    }

    public func source(of setting: Setting) -> SettingSource { sources[setting.key] ?? .byDefault }
}
