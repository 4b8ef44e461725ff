/// The phases of a run, in their order.
public struct Phases: Encodable, Sendable {
    /// Each phase by its name.
    public private(set) var phases: [Phase] = []

    /// One phase.
    public struct Phase: Encodable, Sendable {
        /// What was done.
        public let name: String
        /// Seconds on the wall.
        public let wall: Double
        /// Seconds of all cores together.
        public let cpu: Double
    }

    /// Before the first phase.
    public init() {}

    /// Runs `body` as the next phase.
    public mutating func measure<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
        let (elapsed, result) = try Elapsed.measure(body)
        phases.append(Phase(name: name, wall: elapsed.wall, cpu: elapsed.cpu))
        return result
    }

    /// All phases together.
    public var total: Elapsed { phases.reduce(Elapsed()) { $0 + Elapsed(wall: $1.wall, cpu: $1.cpu) } }

    public func encode(to encoder: any Encoder) throws { try phases.encode(to: encoder) }
}
