// Unsafe memory: the system writes `buffer.count` bytes at most.

import Glibc

/// An open file that can be read at any place, as often as needed.
///
/// What comes only once (a pipe, standard input) is kept in a temporary file first, so that it can be read again.
final class InputFile {
    static let standardInputPath = "-"

    /// The path as given, `-` for standard input.
    let path: String
    let size: Int64
    private let descriptor: Int32
    /// What the file looked like at the start; nil for a temporary file, which nobody else can change.
    private let fingerprint: Fingerprint?

    private init(path: String, size: Int64, descriptor: Int32, fingerprint: Fingerprint?) {
        self.path = path
        self.size = size
        self.descriptor = descriptor
        self.fingerprint = fingerprint
    }

    deinit { close(descriptor) }

    /// - Parameter progress: Called with the bytes so far, while what comes only once is kept.
    static func open(_ path: String, progress: ((Int64) -> Void)? = nil) throws(OrderFileError) -> InputFile {
        let isStandardInput = path == standardInputPath
        let descriptor = isStandardInput ? dup(STDIN_FILENO) : Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw refusal(errno, path: path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw .readFailed(path: path, code: code)
        }
        // A redirected file needs no copy, unless another program has read its beginning already.
        if status.isRegular, !isStandardInput || lseek(descriptor, 0, SEEK_CUR) == 0 {
            let file = InputFile(
                path: path, size: Int64(status.st_size), descriptor: descriptor, fingerprint: Fingerprint(status))
            if file.size == 0 { throw .empty(path: path) }
            return file
        }
        defer { close(descriptor) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw .isDirectory(path: path)
        case S_IFBLK: throw .isDevice(path: path)
        // Apart from a terminal, devices either have no end or no content: `< /dev/null` is no input at all.
        case S_IFCHR where isatty(descriptor) == 0:
            throw isStandardInput && hasEnded(descriptor) ? .empty(path: path) : .isDevice(path: path)
        default: return try spooled(from: descriptor, path: path, progress: progress)
        }
    }

    private static func spooled(
        from descriptor: Int32, path: String, progress: ((Int64) -> Void)?
    ) throws(OrderFileError) -> InputFile {
        let spool = try Spool()
        try spool.fill(from: descriptor, path: path, progress: progress)
        return try file(in: spool, path: path)
    }

    /// Everything that `reader` still gives, kept in a temporary file.
    static func kept(_ reader: some ContentReader, path: String) throws(OrderFileError) -> InputFile {
        let spool = try Spool()
        try spool.fill(from: reader)
        return try file(in: spool, path: path)
    }

    private static func file(in spool: Spool, path: String) throws(OrderFileError) -> InputFile {
        if spool.size == 0 { throw .empty(path: path) }
        let copy = dup(spool.descriptor)
        guard copy >= 0 else { throw .readFailed(path: path, code: errno) }
        return InputFile(path: path, size: spool.size, descriptor: copy, fingerprint: nil)
    }

    private static func hasEnded(_ descriptor: Int32) -> Bool {
        var byte: UInt8 = 0
        return Glibc.read(descriptor, &byte, 1) == 0
    }

    private static func refusal(_ code: Int32, path: String) -> OrderFileError {
        switch code {
        case ENOENT, ENOTDIR: .notFound(path: path)
        case EACCES, EPERM: .noPermission(path: path)
        // Standard input that was closed has nothing to say.
        case EBADF: .empty(path: path)
        default: .readFailed(path: path, code: code)
        }
    }

    /// Fills `buffer` with the bytes from `offset` on and returns how many there were; 0 means the end.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(OrderFileError) -> Int {
        guard buffer.count > 0 else { return 0 }
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            if errno != EINTR { throw .readFailed(path: path, code: errno) }
        }
    }

    /// Throws when the file is no longer what it was when it was opened.
    func requireUnchanged() throws(OrderFileError) {
        guard let fingerprint else { return }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .readFailed(path: path, code: errno) }
        if Fingerprint(status) != fingerprint { throw .changedWhileRead(path: path) }
    }

    /// `failure`, or that the file changed: then the change is the cause.
    func cause(of failure: OrderFileError) -> OrderFileError {
        do {
            try requireUnchanged()
            return failure
        } catch {
            return error
        }
    }
}

/// What tells a changed file from an unchanged one.
private struct Fingerprint: Equatable {
    let size: Int64
    let seconds: Int
    let nanoseconds: Int

    init(_ status: stat) {
        size = Int64(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }
}

extension stat {
    fileprivate var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
}
