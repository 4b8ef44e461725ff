public import Database

/// What learns of events: it is handed each that it wants at least once, in the order of their positions.
public protocol Subscriber: Sendable {
    /// The name of its cursor, never changed once it has run.
    var name: String { get }

    /// Whether it writes to people, gives them something or otherwise acts on them: then it never sees what is historical.
    var actsOnPeople: Bool { get }

    /// The kinds that it wants; nil: all.
    var kinds: Set<EventKind>? { get }

    /// Where it begins when it runs for the first time.
    var start: SubscriberStart { get }

    /// Handles events in the transaction that moves its cursor: what it writes holds when the events count as handled, and
    /// not otherwise. What must be done outside of the database it enqueues as a job.
    ///
    /// - Parameter events: At least one, in the order of their positions.
    /// - Throws: Whatever stops it; the events come again.
    func handle(_ events: [Event], in session: any Session) throws
}

public enum SubscriberStart: Hashable, Sendable {
    /// With the first event that there ever was.
    case beginning
    /// With what is told from then on.
    case present
}

extension Subscriber {
    func wants(_ event: Event) -> Bool {
        if actsOnPeople && event.isHistorical { return false }
        return kinds?.contains(event.kind) ?? true
    }
}
