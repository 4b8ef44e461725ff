/// Memory for putting one share together after the other, so that a worker asks the system for it once.
final class ShardMemory {
    let rows = ReusedMemory<SortedRow>()
    let packed = ReusedMemory<PackedRow>()
    let extras = ReusedMemory<UInt16>()
    let counts = ReusedMemory<UInt32>()
    let slots = ReusedMemory<UInt64>()
    let cursors = ReusedMemory<Int>()
}

/// Memory that is lent again and again; what was in it before is of no meaning.
///
/// Unsafe memory: a loan ends when the next begins.
final class ReusedMemory<Element: BitwiseCopyable> {
    private var memory = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)

    deinit { memory.deallocate() }

    /// Room for `count` elements, not initialized.
    func lend(_ count: Int) -> UnsafeMutableBufferPointer<Element> {
        if memory.count < count {
            memory.deallocate()
            memory = .allocate(capacity: count + count / 4)
        }
        return UnsafeMutableBufferPointer(start: memory.baseAddress, count: count)
    }
}
