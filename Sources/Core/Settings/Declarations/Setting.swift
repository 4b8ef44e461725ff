public import Domain

/// The declaration of one setting: its key, which field it fills, what it may be and what it means.
public struct Setting: Sendable {
    /// What has to be kept from other eyes.
    public enum Secrecy: Sendable {
        case nothing
        /// A password that may stand within the value.
        case password
        /// The whole value.
        case value
    }

    /// Words with dots between them, such as `database.connections`.
    public let key: String
    /// What it is, in a short sentence without its full stop.
    public let meaning: Phrase
    /// Which values are allowed, as the end of “Allowed: …”.
    public let allowed: Phrase
    public let secrecy: Secrecy
    /// Fills the field; false where the text is none of the allowed values.
    let store: @Sendable (_ text: String, _ settings: inout Settings) -> Bool
    /// The field's value as `store` takes it, secrets too; nil where there is none.
    let exposed: @Sendable (Settings) -> String?

    init<Value>(
        _ key: String, _ field: any WritableKeyPath<Settings, Value> & Sendable, _ form: SettingForm<Value>,
        secrecy: Secrecy = .nothing, _ meaning: Phrase
    ) {
        (self.key, self.meaning, self.secrecy) = (key, meaning, secrecy)
        allowed = form.allowed
        store = { text, settings in
            guard let value = form.read(text) else { return false }
            settings[keyPath: field] = value
            return true
        }
        exposed = { form.write($0[keyPath: field]) }
    }

    /// The variable of the environment that gives the value, such as `PERENNIAL_DATABASE_CONNECTIONS`.
    public var variable: String {
        SettingVariables.prefix
            + String(key.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    /// The variable that names a file which holds the value; nil where nothing of it is secret.
    public var fileVariable: String? {
        switch secrecy {
        case .nothing: nil
        case .password, .value: variable + "_FILE"
        }
    }

    /// The value as it may be shown: `••••` for a secret; nil where there is none.
    public func shown(in settings: Settings) -> String? { exposed(settings).map(masked) }

    /// A text that was given for the value, right or wrong, as it may be shown.
    func masked(_ text: String) -> String {
        switch secrecy {
        case .nothing: text
        case .password: DatabaseAddress.masked(text)
        case .value: Secret.mask
        }
    }
}
