public import Domain
public import Foundation
public import Waiting

/// How a `JobWorker` works.
public struct JobWorkerSettings: Hashable, Sendable {
    /// How many jobs run at once.
    public var concurrency = 4
    /// How long a lease holds; it is extended after a third of that.
    public var lease = Duration.seconds(60)
    /// How long to wait between looks into the database when nothing wakes it: what other processes enqueue is found so.
    public var look = Duration.milliseconds(500)
    /// Between two attempts to ask a database that cannot be asked.
    public var outage = BackOff(first: .milliseconds(500), most: .seconds(10))
    /// Between attempts at one job.
    public var backOff = BackOff(first: .seconds(10), most: .seconds(6 * 3_600))
    /// How long running jobs may go on when the worker is to stop, until they are cancelled.
    public var grace = Duration.seconds(20)
    /// How long cancelled jobs may take to end, until the worker lets them go.
    public var cancelling = Duration.seconds(5)
    /// How long jobs that are done are kept.
    public var keepDone = Duration.seconds(7 * 86_400)
    /// Of the business: schedules keep to it.
    public var timeZone: TimeZone

    public init(timeZone: TimeZone) { self.timeZone = timeZone }

    /// A lease that reaches further ahead was given by a clock that has been set back since; machines' clocks may differ
    /// by less.
    var farthestLease: Duration { lease + .seconds(3_600) }
}

/// What a `JobWorker` tells the log.
public enum JobNotice: Hashable, Sendable {
    /// An attempt failed; another one follows at `retryAt`, or with nil there is a new dead letter.
    case failed(Job.ID, kind: String, JobFailure, retryAt: Instant?)
    /// The job is somebody else's by now; what this worker did of it counts for nothing.
    case leaseLost(Job.ID, kind: String)
    /// Given back unfinished, since the worker stops.
    case released(Job.ID, kind: String)
    /// The database could not be asked; it is asked again. The text holds no personal data.
    case databaseFailed(String)
}
