/// Lets a few in at a time: tests run all at once, and a server has only so many connections.
actor Turnstile {
    @TaskLocal private static var isInside = false

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    /// Whoever is inside already is let in again, so that two tests with two databases each cannot wait for each other.
    nonisolated func pass<Result>(_ body: () async throws -> Result) async rethrows -> Result {
        guard !Self.isInside else { return try await body() }
        await enter()
        do {
            let result = try await Self.$isInside.withValue(true) { try await body() }
            await leave()
            return result
        } catch {
            await leave()
            throw error
        }
    }

    private func enter() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
