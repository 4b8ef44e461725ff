import Foundation

/// Makes a connection step by step: this way nothing that the server remarks meanwhile is printed, and the time is ours to
/// limit.
///
/// Bounds: the texts are there while libpq copies them; the pointer is libpq's.
struct ConnectionOpening {
    private let library: LibPQ
    private let parameters: [(key: String, value: String)]
    private let milliseconds: Int

    init(_ string: ConnectionString, _ settings: PostgreSQLSettings, _ library: LibPQ) {
        self.library = library
        parameters = string.parameters(settings).sorted { $0.key < $1.key }
        milliseconds = max(1, string.connectMilliseconds(settings))
    }

    /// Nil: there is no memory for it.
    func start() -> OpaquePointer? {
        let pointer = withTexts(parameters.map(\.key)) { keywords in
            withTexts(parameters.map(\.value)) { values in library.startConnecting(keywords, values, 0) }
        }
        if let pointer { _ = library.setNoticeReceiver(pointer, { _, _ in }, nil) }
        return pointer
    }

    /// What libpq waits for next, as its header numbers it.
    private enum Step: Int32 { case failed = 0, reading, writing, done }

    /// Waits until the connection is made or has failed.
    ///
    /// - Returns: What went wrong beyond what libpq says itself.
    func finish(_ pointer: OpaquePointer) -> String? {
        let start = ContinuousClock.now
        var step = Step.writing
        while step == .reading || step == .writing {
            guard library.status(pointer) != 1 else { return nil }
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            let left = milliseconds - Int(seconds) * 1_000 - Int(attoseconds / 1_000_000_000_000_000)
            guard left > 0, wait(for: step, library.socket(pointer), milliseconds: left) else {
                return "the server did not answer within \(max(1, milliseconds / 1_000)) s"
            }
            step = Step(rawValue: library.goOnConnecting(pointer)) ?? .failed
        }
        return nil
    }

    /// Whether it came to pass in time.
    private func wait(for step: Step, _ socket: Int32, milliseconds: Int) -> Bool {
        let events = Int16(step == .reading ? POLLIN : POLLOUT)
        var waiting = pollfd(fd: socket, events: events, revents: 0)
        let ready = poll(&waiting, 1, Int32(clamping: milliseconds))
        // A signal ends the wait too soon; the time is looked at again.
        return ready > 0 || (ready < 0 && errno == EINTR)
    }

    /// Calls `body` with the texts as C has them, nil at the end; they are there until it returns.
    private func withTexts<Result>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        let bytes = texts.flatMap { Array($0.utf8CString) }
        return bytes.withUnsafeBufferPointer { bytes in
            var pointers: [UnsafePointer<CChar>?] = []
            var offset = 0
            for text in texts {
                pointers.append(bytes.baseAddress.map { $0 + offset })
                offset += text.utf8.count + 1
            }
            pointers.append(nil)
            return pointers.withUnsafeBufferPointer { pointers in
                // There is always the nil at the end.
                body(pointers.baseAddress!)
            }
        }
    }
}
