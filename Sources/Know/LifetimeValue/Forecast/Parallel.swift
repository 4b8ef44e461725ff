internal import Dispatch

// The one file of this library where unsafe memory is touched: parts of a base are worked on at the same time, and each
// writes to places of one buffer that no other part writes to.

enum Parallel {
    /// Calls with 0, 1, … count − 1, on all cores.
    static func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
        guard count > 1 else {
            if count == 1 { body(0) }
            return
        }
        DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }

    /// An array whose places are written by many at the same time, each of them exactly once.
    static func array<Element: BitwiseCopyable>(
        _ count: Int, of element: Element.Type, _ fill: (Slots<Element>) -> Void
    ) -> [Element] {
        [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            fill(Slots(base: buffer.baseAddress, count: count))
            initialized = count
        }
    }

    struct Slots<Element: BitwiseCopyable>: @unchecked Sendable {  // disjoint places, see above
        fileprivate let base: UnsafeMutablePointer<Element>?
        fileprivate let count: Int

        @inline(__always)
        func set(_ place: Int, _ value: Element) {
            precondition(place >= 0 && place < count)
            (base! + place).initialize(to: value)
        }
    }
}
