import Configuration

/// One source of values, and how to say where in it a value stands.
struct SettingsLayer: Sendable {
    private let provider: any ConfigProvider
    private let source: @Sendable (Setting) -> SettingSource

    init(_ provider: any ConfigProvider, source: @escaping @Sendable (Setting) -> SettingSource) {
        (self.provider, self.source) = (provider, source)
    }

    /// - Parameter texts: By the setting's key.
    init(texts: [String: String], name: String, source: @escaping @Sendable (Setting) -> SettingSource) {
        let values = texts.map { key, text in
            (AbsoluteConfigKey(key), ConfigValue(.string(text), isSecret: Setting.named(key)?.secrecy != .nothing))
        }
        self.init(
            InMemoryProvider(name: name, values: Dictionary(values) { first, _ in first }), source: source)
    }

    /// nil where the source says nothing of the setting.
    func value(of setting: Setting) -> (text: String, source: SettingSource)? {
        // All texts: nothing is there that would not convert.
        guard let found = try? provider.value(forKey: AbsoluteConfigKey(setting.key), type: .string),
            case .string(let text) = found.value?.content
        else { return nil }
        return (text, source(setting))
    }
}

extension AbsoluteConfigKey {
    fileprivate init(_ key: String) { self.init(key.split(separator: ".").map(String.init)) }
}
