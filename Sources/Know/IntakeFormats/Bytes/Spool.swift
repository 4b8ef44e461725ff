// Unsafe memory: the system reads `rest.count` bytes; what is left is the slice behind them.

import Glibc

/// A temporary file without a name, readable by its owner alone: it vanishes with the process, whatever happens to it.
final class Spool {
    private(set) var size: Int64 = 0
    let descriptor: Int32
    private let directory: String

    /// In `TMPDIR`, else in `/var/tmp`: unlike `/tmp`, that is hardly ever kept in memory, and orders can be gigabytes.
    init() throws(OrderFileError) {
        let given = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        directory = given.isEmpty ? "/var/tmp" : given
        var template = Array((directory + "/perennial-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)  // mode 0600
        guard descriptor >= 0 else { throw .spoolFailed(directory: directory, code: errno) }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Appends everything that `reader` still gives.
    func fill(from reader: some ContentReader) throws(OrderFileError) {
        let buffer = ByteBuffer(capacity: 1 << 18)
        while true {
            buffer.count = 0
            buffer.count = try reader.fill(buffer.free)
            if buffer.count == 0 { return }
            try append(buffer.bytes)
        }
    }

    /// Appends everything that still comes from `input`, the file at `path`.
    ///
    /// - Parameter progress: Called with the bytes so far.
    func fill(from input: Int32, path: String, progress: ((Int64) -> Void)? = nil) throws(OrderFileError) {
        let buffer = ByteBuffer(capacity: 1 << 18)
        while true {
            let count = read(input, buffer.free.baseAddress, buffer.capacity)
            if count == 0 { return }
            if count < 0 {
                if errno == EINTR { continue }
                throw .readFailed(path: path, code: errno)
            }
            buffer.count = count
            try append(buffer.bytes)
            buffer.count = 0
            progress?(size)
        }
    }

    /// What to throw where the system refuses.
    func failed(_ code: Int32) -> OrderFileError { .spoolFailed(directory: directory, code: code) }

    func append(_ bytes: UnsafeRawBufferPointer) throws(OrderFileError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = write(descriptor, rest.baseAddress, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw .spoolFailed(directory: directory, code: errno)
            }
            size += Int64(count)
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
