import Report
import Settings

/// The settings in force for programs; docs/json.md describes the document.
enum SettingsJSON {
    static func text(of inForce: SettingsInForce) -> String {
        JSONValue.object([
            "schema": .string("perennial.config/1"),
            "file": .text(inForce.file),
            "settings": .array(Setting.all.map { setting(of: $0, inForce) }),
        ]).description
    }

    private static func setting(of setting: Setting, _ inForce: SettingsInForce) -> JSONValue {
        let source = inForce.source(of: setting)
        return .object([
            "key": .string(setting.key),
            "value": .text(setting.shown(in: inForce.settings)),
            "secret": .bool(setting.secrecy == .value),
            "source": .string(source.kind),
            "name": .text(source.place),
            "line": .count(source.line),
        ])
    }
}

extension SettingSource {
    fileprivate var kind: String {
        switch self {
        case .flag: "flag"
        case .environment: "environment"
        case .secretFile: "secretFile"
        case .file: "file"
        case .byDefault: "default"
        }
    }

    /// The option, the variable or the file.
    fileprivate var place: String? {
        switch self {
        case .flag(let name), .environment(let name): name
        case .secretFile(let path, variable: _), .file(let path, line: _): path
        case .byDefault: nil
        }
    }

    fileprivate var line: Int? {
        if case .file(path: _, let line) = self { line } else { nil }
    }
}
