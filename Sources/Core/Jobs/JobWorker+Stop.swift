import Database
import Domain
import Waiting

extension JobWorker {
    /// Lets running jobs end, then cancels them, then gives back what will not end.
    func endRunning() async {
        await waitForRunning(settings.grace)
        for job in running.values { job.task.cancel() }
        await waitForRunning(settings.cancelling)
        let (left, now) = (running.values.map(\.lease), clock.now)
        for lease in left {
            do {
                try await database.write { try $0.release(lease, at: now) }
                tell(.released(lease.jobID, kind: lease.kind))
            } catch is LeaseLost {
                tell(.leaseLost(lease.jobID, kind: lease.kind))
            } catch {
                // It is taken back when its lease runs out.
                tell(.databaseFailed(loggableText(of: error)))
            }
        }
        running = [:]
    }

    private func waitForRunning(_ longest: Duration) async {
        let end = clock.now.advanced(by: longest)
        while !running.isEmpty && clock.now < end {
            let seen = wakeUp.count
            guard !running.isEmpty else { return }
            try? await wakeUp.wait(past: seen, until: end, on: clock)
        }
    }
}
