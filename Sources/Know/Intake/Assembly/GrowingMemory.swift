/// An array for the innermost loops: nothing is retained or checked for a reader who keeps below `count`.
///
/// Unsafe memory: elements are read and written below `count` only.
struct GrowingMemory<Element: BitwiseCopyable>: ~Copyable {
    private var memory: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 16
        memory = .allocate(capacity: capacity)
    }

    deinit { memory.deallocate() }

    @inline(__always)
    subscript(place: Int) -> Element {
        assert(place >= 0 && place < count)
        return memory[place]
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(count + 1) }
        (memory + count).initialize(to: element)
        count &+= 1
    }

    @inline(__always)
    mutating func append(_ elements: UnsafeBufferPointer<Element>) {
        guard let start = elements.baseAddress else { return }
        if count + elements.count > capacity { grow(count + elements.count) }
        (memory + count).initialize(from: start, count: elements.count)
        count &+= elements.count
    }

    /// The elements of `range`; valid until something is appended.
    @inline(__always)
    func part(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
        assert(range.lowerBound >= 0 && range.upperBound <= count)
        return UnsafeBufferPointer(start: memory + range.lowerBound, count: range.count)
    }

    @inline(never)
    private mutating func grow(_ needed: Int) {
        capacity = max(needed, capacity * 2)
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.initialize(from: memory, count: count)
        memory.deallocate()
        memory = larger
    }
}
