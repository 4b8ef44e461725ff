import Database

/// Who does the jobs, by their kind.
///
///     var handlers = JobHandlers()
///     handlers.register(RefreshScores.self) { payload, job in
///         try await scores.refresh(asOf: payload.day)
///     }
public struct JobHandlers: Sendable {
    typealias Handler = @Sendable (RunningJob) async throws -> Void

    private var handlers: [String: Handler] = [:]

    public init() {}

    /// - Parameter handle: Does the work; when it returns the job is done. It may be called again for a job whose work was
    ///   done but not acknowledged, so doing it twice is as doing it once. It ends early by
    ///   throwing when its task is cancelled.
    /// - Precondition: The kind has no other handler.
    public mutating func register<Payload: JobPayload>(
        _ type: Payload.Type, _ handle: @escaping @Sendable (Payload, RunningJob) async throws -> Void
    ) {
        let previous = handlers.updateValue(
            { job in
                let payload: Payload
                do {
                    payload = try JSONText.decoded(job.lease.payload)
                } catch {
                    throw UnreadablePayload(error)
                }
                try await handle(payload, job)
            }, forKey: Payload.kind)
        precondition(previous == nil, "the kind \(Payload.kind) has one handler")
    }

    subscript(kind: String) -> Handler? { handlers[kind] }
}

/// The payload of a job is not what its handler reads.
struct UnreadablePayload: Error {
    /// What is wrong with it, without its values and without keys, which may be personal in a dictionary.
    let text: String

    init(_ error: any Error) {
        switch error {
        case DecodingError.keyNotFound(let key, _): text = "The payload lacks “\(key.stringValue)”."
        case DecodingError.typeMismatch(let type, _): text = "The payload holds something else than \(type)."
        case DecodingError.valueNotFound(let type, _): text = "The payload holds nothing where \(type) is wanted."
        default: text = "The payload cannot be read."
        }
    }
}
