// Unsafe memory: the system reads the bytes that are left of an array, within its closure.

import Domain

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The terminal, or what stands in its place: results go to standard output, everything else to standard error.
enum Console {
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Colour only on a terminal, and never against `NO_COLOR` (no-color.org).
    static var usesColour: Bool {
        outputIsTerminal && (Environment.value(of: "NO_COLOR") ?? "").isEmpty
            && Environment.value(of: "TERM") != "dumb"
    }

    /// Columns of the terminal; 80 where there is none.
    static var width: Int {
        var size = winsize()
        if outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return Int(size.ws_col)
        }
        return 80
    }

    /// Keeps the places of standard streams that the caller has closed: the next file that is opened would take one,
    /// and be read or written in its stead. Standard input is then empty, and writing to the others fails.
    static func holdStandardStreams() {
        for (descriptor, mode) in [(STDIN_FILENO, O_RDWR), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest free place is the one that is missing.
            _ = open("/dev/null", mode)
        }
    }

    /// Writes all bytes.
    ///
    /// - Returns: 0, or the system's `errno` where it refused.
    static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Int32 {
        let bytes = Array(bytes)
        return bytes.withUnsafeBytes { buffer in
            var start = 0
            while start < buffer.count {
                let written = systemWrite(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
                if written < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                start += written
            }
            return 0
        }
    }

    /// Says something that is no result, on standard error; where nobody can hear it, nothing is to be done. Names of
    /// files and columns that are quoted in it do not command the terminal.
    static func say(_ text: String) { _ = write((VisibleText.of(text) + "\n").utf8, to: STDERR_FILENO) }

    /// Writes a result to standard output.
    ///
    /// - Throws: `UnwritableFile` when the disk is full or the like. A reader that has gone is no failure: it has seen
    ///   what it wanted.
    static func answer(_ text: String) throws(UnwritableFile) {
        let code = write((text.hasSuffix("\n") ? text : text + "\n").utf8, to: STDOUT_FILENO)
        guard code == 0 || code == EPIPE else { throw UnwritableFile(path: nil) }
    }
}

/// The system's function, which the method of the same name would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
