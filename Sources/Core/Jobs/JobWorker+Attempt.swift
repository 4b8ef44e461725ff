import Database
import Domain
import Waiting

extension JobWorker {
    /// How an attempt ended.
    private enum Ending: Sendable {
        case done
        /// The handler has ended the job itself.
        case completed
        case failed(JobFailure)
        case leaseLost
    }

    /// What the two tasks of an attempt answer.
    private enum Part: Sendable {
        case handler(Ending)
        case leaseLost
        case extended
    }

    /// Does one job from beginning to end.
    nonisolated func perform(_ lease: JobLease) async {
        let ending = await attempt(lease)
        // A task that was cancelled could not write any more.
        let wasCancelled = Task.isCancelled
        await Task { await self.write(ending, of: lease, wasCancelled: wasCancelled) }.value
        await ended(lease)
    }

    /// Runs the handler, and extends the lease meanwhile.
    private nonisolated func attempt(_ lease: JobLease) async -> Ending {
        guard let handler = handlers[lease.kind] else {
            return .failed(JobFailure(.unknownKind, "No handler for jobs of kind “\(lease.kind)”."))
        }
        let job = RunningJob(lease, database: database, clock: clock)
        return await withTaskGroup(of: Part.self) { group in
            group.addTask { .handler(await Self.ending(of: job, by: handler)) }
            group.addTask { await self.extend(job) }
            var ending = Ending.leaseLost
            var isLost = false
            for await part in group {
                switch part {
                case .handler(let end):
                    ending = end
                    group.cancelAll()
                case .leaseLost:
                    isLost = true
                    group.cancelAll()
                case .extended: break
                }
            }
            return isLost ? .leaseLost : ending
        }
    }

    private static func ending(of job: RunningJob, by handler: JobHandlers.Handler) async -> Ending {
        do {
            try await handler(job)
            return job.hasEnded ? .completed : .done
        } catch let error as UnreadablePayload {
            return .failed(JobFailure(.unreadablePayload, error.text))
        } catch let error as LeaseLost where error.jobID == job.id {
            return job.hasEnded ? .completed : .leaseLost
        } catch {
            // What was completed in the handler's own transaction stays so, whatever it threw afterwards.
            return job.hasEnded ? .completed : .failed(JobFailure(error))
        }
    }

    /// Extends the lease until it is lost or the task is cancelled.
    private nonisolated func extend(_ job: RunningJob) async -> Part {
        let lease = job.lease
        while true {
            do {
                try await clock.sleep(for: settings.lease / 3)
                let until = clock.now.advanced(by: settings.lease)
                try await database.write { try $0.extend(lease, until: until) }
            } catch is LeaseLost {
                return job.hasEnded ? .extended : .leaseLost
            } catch is CancellationError {
                return .extended
            } catch {
                // The next third of the lease may go better.
                tell(.databaseFailed(loggableText(of: error)))
            }
        }
    }

    /// Keeps how the attempt ended, and tries again while the database cannot be asked, until the lease has run out: then
    /// the job will be done again.
    private nonisolated func write(_ ending: Ending, of lease: JobLease, wasCancelled: Bool) async {
        if case .leaseLost = ending { return tell(.leaseLost(lease.jobID, kind: lease.kind)) }
        let end = clock.now.advanced(by: settings.lease)
        while true {
            do {
                if let notice = try await keep(ending, of: lease, wasCancelled: wasCancelled) { tell(notice) }
                return
            } catch is LeaseLost {
                return tell(.leaseLost(lease.jobID, kind: lease.kind))
            } catch {
                tell(.databaseFailed(loggableText(of: error)))
                guard clock.now < end, await isRunning(lease) else { return }
                try? await clock.sleep(for: settings.look)
            }
        }
    }

    /// - Returns: What there is to tell.
    private nonisolated func keep(
        _ ending: Ending, of lease: JobLease, wasCancelled: Bool
    ) async throws -> JobNotice? {
        let now = clock.now
        switch ending {
        case .completed, .leaseLost: return nil
        case .done:
            try await database.write { try $0.complete(lease, at: now) }
            return nil
        case .failed(let failure) where wasCancelled && failure.isRetriable:
            try await database.write { try $0.release(lease, at: now) }
            return .released(lease.jobID, kind: lease.kind)
        case .failed(let failure):
            let wait = chance.wait(after: lease.attempt, of: settings.backOff)
            let retryAt = try await database.write { try $0.fail(lease, failure, wait: wait, at: now) }
            return .failed(lease.jobID, kind: lease.kind, failure, retryAt: retryAt)
        }
    }
}
