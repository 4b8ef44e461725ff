import Foundation

/// How many mutated files a property tries, in groups that run beside each other: 2,000, and more in `make soak`.
enum MutationSeeds {
    static let groups = UInt64(0)..<20

    static func seeds(ofGroup group: UInt64) -> Range<UInt64> {
        let asked = ProcessInfo.processInfo.environment["PERENNIAL_SOAK"].flatMap { UInt64($0) }
        // Files are slower than texts in memory, for which the number is meant.
        let size = max(2_000, (asked ?? 0) / 10) / UInt64(groups.count)
        return (group * size)..<((group + 1) * size)
    }
}

extension [UInt8] {
    /// A copy with one to four changes: bytes replaced, removed, repeated, or the end cut off.
    func mutated(using random: inout some RandomNumberGenerator) -> [UInt8] {
        var bytes = self
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            let length = Swift.min(Int.random(in: 1...64, using: &random), bytes.count - place)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: bytes.removeSubrange(place..<place + length)
            case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            case 4: for index in place..<place + length { bytes[index] = .random(in: 0...255, using: &random) }
            default: if Bool.random(using: &random) { bytes.removeSubrange(place...) }
            }
        }
        return bytes
    }
}
