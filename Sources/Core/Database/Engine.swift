/// The database engines that Perennial runs on.
public enum Engine: String, Sendable, CaseIterable {
    /// Embedded, one file: the default.
    case sqlite
    /// A server, for several nodes.
    case postgresql
}
