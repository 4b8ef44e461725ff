// Unsafe memory: `bytes` and `free` are slices of one allocation, below `count` and from there to its capacity.

/// Memory that a reader fills and empties: the first `count` bytes of it are in use.
///
/// A class, because arrays lend their memory through closures only, and those do not carry typed errors.
final class ByteBuffer {
    private let memory: UnsafeMutableRawBufferPointer
    var count = 0

    init(capacity: Int) {
        memory = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { memory.deallocate() }

    var capacity: Int { memory.count }

    /// The bytes in use; valid while the buffer lives.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

    /// The bytes behind those in use.
    var free: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(rebasing: memory[count...]) }

    /// Drops the first `dropped` bytes in use and moves the others to the front.
    func removeFirst(_ dropped: Int) {
        let rest = count - dropped
        if dropped > 0, rest > 0 {
            memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[dropped..<count]))
        }
        count = rest
    }
}
