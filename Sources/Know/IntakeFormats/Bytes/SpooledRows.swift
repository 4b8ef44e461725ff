// Unsafe memory: the system reads and writes below the counts of the arrays that are lent to it.

import Glibc
public import Intake
import Synchronization

/// Room for what rows say beyond the ledger: memory while it is little, then a temporary file without a name.
///
/// The file is readable by its owner alone and vanishes with the process, whatever happens to it.
public final class SpooledRows: RowSpool {
    private let state = Mutex(State())
    private let memoryLimit: Int

    private struct State {
        var memory: [UInt8] = []
        var file: Spool?
    }

    /// - Parameter memoryLimit: How many bytes are kept in memory at the most.
    public init(memoryLimit: Int = 64 << 20) { self.memoryLimit = memoryLimit }

    /// Whether a file is in use.
    var hasFile: Bool { state.withLock { $0.file != nil } }

    public func append(_ bytes: [UInt8]) throws -> Int {
        try state.withLock { state in
            guard let file = state.file else {
                let start = state.memory.count
                if start + bytes.count <= memoryLimit {
                    state.memory += bytes
                    return start
                }
                let file = try Spool()
                try file.append(state.memory)
                try file.append(bytes)
                state.file = file
                state.memory = []
                return start
            }
            let start = Int(file.size)
            try file.append(bytes)
            return start
        }
    }

    public func bytes(_ range: Range<Int>) throws -> [UInt8] {
        try state.withLock { state in
            guard let file = state.file else { return Array(state.memory[range]) }
            return try file.bytes(range)
        }
    }

    public func removeAll() { state.withLock { $0 = State() } }
}

extension Spool {
    func append(_ bytes: [UInt8]) throws(OrderFileError) {
        let result = bytes.withUnsafeBytes { bytes in Result { () throws(OrderFileError) in try append(bytes) } }
        try result.get()
    }

    /// - Parameter range: Below `size`.
    func bytes(_ range: Range<Int>) throws(OrderFileError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let read = pread(descriptor, rest.baseAddress, range.count - count, off_t(range.lowerBound + count))
                if read > 0 {
                    count += read
                } else if read == 0 || errno != EINTR {
                    // What was written is there, unless somebody cut the file.
                    failure = read == 0 ? EIO : errno
                    return
                }
            }
        }
        if failure != 0 { throw failed(failure) }
        return bytes
    }
}
