/// What a job of one kind needs to know. It is kept as JSON, so that a newer version must read what an older one wrote:
/// new properties are optional. It holds numbers of rows rather than what is personal, since done jobs and dead letters
/// are kept for a while.
///
///     struct RefreshScores: JobPayload {
///         static let kind = "refresh-scores"
///         let day: Int
///     }
public protocol JobPayload: Codable, Sendable {
    /// The name of the kind, never changed once released.
    static var kind: String { get }

    /// Unless told otherwise at the enqueuing: `normal`.
    static var priority: JobPriority { get }

    /// How many attempts until it is a dead letter, at least 1; 12 unless told otherwise.
    static var mostAttempts: Int { get }
}

extension JobPayload {
    public static var priority: JobPriority { .normal }

    public static var mostAttempts: Int { 12 }
}
