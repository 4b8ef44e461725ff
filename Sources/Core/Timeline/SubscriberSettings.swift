public import Waiting

/// How a `SubscriberRunner` works.
public struct SubscriberSettings: Hashable, Sendable {
    /// How many events a subscriber is handed in one transaction at most.
    public var batch = 500
    /// How many events get positions in one transaction at most.
    public var placedBatch = 5_000
    /// How long to wait between looks into the database when nothing wakes it: what other processes append is found so.
    public var look = Duration.milliseconds(250)
    /// Between two attempts at one event.
    public var backOff = BackOff(first: .seconds(1), most: .seconds(300))
    /// Between two attempts to ask a database that cannot be asked.
    public var outage = BackOff(first: .milliseconds(250), most: .seconds(10))

    public init() {}
}

/// What a `SubscriberRunner` tells the log.
public enum SubscriberNotice: Hashable, Sendable {
    case failed(SubscriberFailure)
    /// The database could not be asked; it is asked again. The text holds no personal data.
    case databaseFailed(String)
}
