import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A terminal that nobody sits at: what a program writes to it is kept.
final class PseudoTerminal {
    /// The program's side.
    let handle: FileHandle
    private let ours: Int32

    init() throws {
        var size = winsize()
        size.ws_col = 100
        size.ws_row = 40
        var (ours, theirs): (Int32, Int32) = (-1, -1)
        try #require(openpty(&ours, &theirs, nil, nil, &size) == 0, "no pseudo-terminal")
        self.ours = ours
        handle = FileHandle(fileDescriptor: theirs, closeOnDealloc: false)
    }

    deinit { close(ours) }

    /// Everything that comes until all programs have let go of their side.
    func text() -> String {
        close(handle.fileDescriptor)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(ours, &buffer, buffer.count)
            // The end of a terminal is an error on Linux.
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }
}
