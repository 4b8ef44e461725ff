public import Testing

/// Waits until something that other tasks bring about is so: 30 seconds at most, and longer where machines are so busy that
/// few looks came in between. Then the other tasks wait for a thread as this one does.
public func eventually(
    _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation, _ isSo: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now.advanced(by: .seconds(30))
    var looks = 0
    while ContinuousClock.now < end || looks < fewestLooks {
        if try await isSo() { return }
        looks += 1
        try await Task.sleep(for: .milliseconds(2))
    }
    Issue.record(what, sourceLocation: sourceLocation)
}

private let fewestLooks = 1_000
