/// A name as it is typed in a shell.
public enum ShellWord {
    /// In double quotes, or in single ones where a shell would change the name inside double ones.
    public static func quoted(_ name: String) -> String {
        guard name.contains(where: { "\"$`\\!".contains($0) }) else { return "\"\(name)\"" }
        return "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
