/// A job that comes again and again.
public struct JobSchedule: Hashable, Sendable {
    /// Names the schedule, and the job while it waits: the next one changes nothing then.
    public let name: String
    public let schedule: Schedule
    let order: JobOrder

    /// - Throws: What `JSONText.encoded` throws of the payload.
    public init<Payload: JobPayload>(_ name: String, _ schedule: Schedule, _ payload: Payload) throws {
        (self.name, self.schedule, order) = (name, schedule, try JobOrder(payload))
    }
}
