/// Bytes on their way to the server.
///
/// Bounds: `reserve` makes room before anything is written, and `count` never passes `capacity`.
final class CopyBuffer {
    /// Beyond this many bytes they are sent. Larger pieces are no faster.
    static let full = 128 * 1_024

    private(set) var count = 0
    private var capacity = full + 4_096
    private var memory: UnsafeMutableRawPointer

    init() { memory = .allocate(byteCount: capacity, alignment: 16) }

    deinit { memory.deallocate() }

    var isFull: Bool { count >= Self.full }

    func removeAll() { count = 0 }

    @inline(__always)
    private func reserve(_ more: Int) {
        if count + more > capacity { grow(by: more) }
    }

    private func grow(by more: Int) {
        capacity = max(count + more, 2 * capacity)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        larger.copyMemory(from: memory, byteCount: count)
        memory.deallocate()
        memory = larger
    }

    /// The highest byte first, as the network has it.
    @inline(__always)
    func append<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
        reserve(MemoryLayout<Number>.size)
        memory.storeBytes(of: number.bigEndian, toByteOffset: count, as: Number.self)
        count += MemoryLayout<Number>.size
    }

    @inline(__always)
    func append(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (memory + count).copyMemory(from: start, byteCount: bytes.count)
        count += bytes.count
    }

    /// Writes over what stands at `offset`, which was appended before.
    func replace(at offset: Int, with number: Int16) {
        memory.storeBytes(of: number.bigEndian, toByteOffset: offset, as: Int16.self)
    }

    func withBytes<Result>(_ body: (UnsafeRawPointer, Int32) -> Result) -> Result {
        body(UnsafeRawPointer(memory), Int32(truncatingIfNeeded: count))
    }
}
