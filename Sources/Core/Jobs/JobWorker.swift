public import Database
import Domain
import Synchronization
public import Waiting

/// Does jobs, several at once, until it is told to stop. Every process may run one or more.
///
///     let worker = JobWorker(database: database, handlers: handlers, settings: settings, …)
///     async let work: Void = worker.run()
///     …
///     worker.stop()        // running jobs may end; then the rest is given back
///     await work
public actor JobWorker {
    nonisolated let database: any Database
    nonisolated let handlers: JobHandlers
    nonisolated let schedules: [JobSchedule]
    nonisolated let settings: JobWorkerSettings
    /// Told apart from all other workers, also of other processes.
    nonisolated let owner: String
    /// Signalled when a job was enqueued, when one has ended, and to stop.
    nonisolated let wakeUp: WakeUp
    nonisolated let clock: any WallClock
    nonisolated let chance: SharedChance
    nonisolated let tell: @Sendable (JobNotice) -> Void
    private nonisolated let stopRequested = Mutex(false)

    var running: [Job.ID: (lease: JobLease, task: Task<Void, Never>)] = [:]
    private var hasKeptSchedules = false
    private var nextCare: Instant?

    /// - Parameters:
    ///   - schedules: All that there are: others in the database are removed.
    ///   - owner: A name that no other worker has.
    ///   - enqueued: Signalled by those who enqueue, after their commit.
    ///   - chance: What back-off draws from.
    ///   - tell: Called with what goes wrong, for the log.
    public init(
        database: any Database, handlers: JobHandlers, schedules: [JobSchedule] = [], settings: JobWorkerSettings,
        owner: String, enqueued: WakeUp, clock: any WallClock, chance: SharedChance,
        tell: @escaping @Sendable (JobNotice) -> Void
    ) {
        precondition(settings.concurrency > 0, "a worker does at least one job at a time")
        (self.database, self.handlers, self.schedules, self.settings) = (database, handlers, schedules, settings)
        (self.owner, wakeUp, self.clock, self.chance, self.tell) = (owner, enqueued, clock, chance, tell)
    }

    /// Works until `stop()` is called or the task is cancelled, and returns when the jobs that were running have ended or
    /// were given back.
    public func run() async {
        // Apart from the caller's task: what is written at the end must be written although that is cancelled.
        let work = Task { await self.work() }
        await withTaskCancellationHandler {
            await work.value
        } onCancel: {
            stop()
        }
    }

    /// Begins no more jobs; see `JobWorkerSettings.grace` for those that run.
    public nonisolated func stop() {
        stopRequested.withLock { $0 = true }
        wakeUp.signal()
    }

    nonisolated var isStopping: Bool { stopRequested.withLock { $0 } }

    private func work() async {
        var outages = 0
        while !isStopping {
            let seen = wakeUp.count
            do {
                try await turn()
                outages = 0
            } catch {
                tell(.databaseFailed(loggableText(of: error)))
                outages += 1
            }
            let wait = outages == 0 ? settings.look : settings.outage.limit(after: outages)
            try? await wakeUp.wait(past: seen, until: clock.now.advanced(by: wait), on: clock)
        }
        await endRunning()
    }

    /// One look into the database: what is due is begun.
    private func turn() async throws {
        let now = clock.now
        if !hasKeptSchedules {
            let (schedules, zone) = (schedules, settings.timeZone)
            try await database.write { try $0.keepSchedules(schedules, in: zone, at: now) }
            hasKeptSchedules = true
        }
        try await takeCare(at: now)
        try await begin(at: now)
    }

    /// What is done now and then: schedules, leases that ran out, old jobs, jobs of a clock that was ahead.
    private func takeCare(at now: Instant) async throws {
        let longest = settings.farthestLease
        let due = try await database.read { try $0.queueOutlook(longest: longest, at: now) }
        if due.hasSchedule {
            let zone = settings.timeZone
            _ = try await database.write { try $0.enqueueScheduled(in: zone, at: now) }
        }
        if due.hasExpired { try await takeBack(at: now) }
        guard nextCare.map({ $0 <= now || $0 > now.advanced(by: Self.careInterval) }) ?? true else { return }
        nextCare = now.advanced(by: Self.careInterval)
        let oldest = now.advanced(by: .zero - settings.keepDone)
        while try await database.write({ try $0.sweepDoneJobs(before: oldest, limit: 1_000) }) == 1_000 {}
        let future = now.advanced(by: longest)
        try await database.write { try $0.bringBackFutureJobs(createdAfter: future, to: now) }
    }

    private static let careInterval = Duration.seconds(3_600)

    /// Jobs whose worker is gone have failed; but not those of this worker, which was only late.
    private func takeBack(at now: Instant) async throws {
        let (chance, settings, own) = (chance, settings, running.mapValues(\.lease.number))
        let notices = try await database.write { session in
            try session.expiredLeases(longest: settings.farthestLease, at: now).compactMap { lease -> JobNotice? in
                guard own[lease.jobID] != lease.number else { return nil }
                let failure = JobFailure(.leaseExpired, "The lease ran out in attempt \(lease.attempt).")
                let wait = chance.wait(after: lease.attempt, of: settings.backOff)
                let retryAt = try session.fail(lease, failure, wait: wait, at: now)
                return .failed(lease.jobID, kind: lease.kind, failure, retryAt: retryAt)
            }
        }
        notices.forEach(tell)
    }

    /// Leases as many jobs as there is room for, and begins them.
    private func begin(at now: Instant) async throws {
        let room = settings.concurrency - running.count
        guard room > 0, !isStopping else { return }
        let (owner, until) = (owner, now.advanced(by: settings.lease))
        guard try await database.read({ try $0.hasDueJob(at: now) }) else { return }
        let leases = try await database.write { try $0.leaseJobs(room, owner: owner, until: until, at: now) }
        for lease in leases {
            running[lease.jobID] = (lease, Task { await self.perform(lease) })
        }
    }

    /// Not after it was given up, be it that another lease of the same job runs.
    func isRunning(_ lease: JobLease) -> Bool { running[lease.jobID]?.lease.number == lease.number }

    func ended(_ lease: JobLease) {
        if isRunning(lease) { running[lease.jobID] = nil }
        wakeUp.signal()
    }
}
