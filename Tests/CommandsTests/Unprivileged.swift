import Foundation
import Synchronization
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Runs something as a user who owns nothing, where the tests run as the superuser, to whom every file is open.
enum Unprivileged {
    /// What `body` throws when it is run without privileges; nil when it throws nothing.
    ///
    /// The identity by which files are opened is a thread's own on Linux, so a thread of its own takes another.
    static func run(_ body: @escaping @Sendable () throws -> Void) throws -> (any Error)? {
        let setIdentity = try #require(dlsym(dlopen(nil, RTLD_NOW), "setfsuid"), "the system has no setfsuid")
        typealias SetIdentity = @convention(c) (UInt32) -> Int32
        let set = unsafeBitCast(setIdentity, to: SetIdentity.self)
        let outcome = Mutex<(any Error)?>(nil)
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            _ = set(nobody)
            do {
                try body()
            } catch {
                outcome.withLock { $0 = error }
            }
            done.signal()
        }
        done.wait()
        return outcome.withLock { $0 }
    }

    private static let nobody: UInt32 = 65_534
}
