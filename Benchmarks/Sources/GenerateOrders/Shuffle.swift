import SampleShop

/// A permutation of 0 ..< `count` that is computed item by item, so that a shuffle needs no memory.
///
/// A Feistel network of four rounds permutes the next even power of two; numbers beyond `count` are sent through again
/// until they fall inside.
struct Shuffle {
    private let count: UInt64
    private let halfBits: UInt64
    private let mask: UInt64
    private let keys: [UInt64]

    init(count: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var bits: UInt64 = 1
        while UInt64(1) << (2 * bits) < UInt64(count) { bits += 1 }
        self.count = UInt64(count)
        halfBits = bits
        mask = (1 << bits) - 1
        keys = (0..<4).map { _ in random.next() }
    }

    /// Where the item at `index` goes.
    func position(of index: Int) -> Int {
        var value = UInt64(index)
        repeat {
            var left = value >> halfBits
            var right = value & mask
            for key in keys {
                (left, right) = (right, left ^ (SplitMix64.mixed(right ^ key) & mask))
            }
            value = left << halfBits | right
        } while value >= count
        return Int(value)
    }
}
