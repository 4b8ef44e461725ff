import Synchronization

/// Room for what the rows say beyond the ledger, until their documents are put together.
///
/// Bytes are appended by several threads at once and read by one when all are there.
public protocol RowSpool: AnyObject, Sendable {
    /// Keeps bytes and returns where they begin.
    func append(_ bytes: [UInt8]) throws -> Int

    /// The bytes that were kept there.
    ///
    /// - Parameter range: Of one or more calls of `append`.
    func bytes(_ range: Range<Int>) throws -> [UInt8]

    /// Forgets all bytes: the files are read again.
    func removeAll() throws
}

/// Keeps all in memory, which is enough for files of some hundred megabytes.
public final class MemorySpool: RowSpool {
    private let pieces = Mutex<(starts: [Int], pieces: [[UInt8]], size: Int)>(([], [], 0))

    public init() {}

    public func append(_ bytes: [UInt8]) -> Int {
        pieces.withLock { kept in
            let start = kept.size
            kept.starts.append(start)
            kept.pieces.append(bytes)
            kept.size += bytes.count
            return start
        }
    }

    public func bytes(_ range: Range<Int>) -> [UInt8] {
        pieces.withLock { kept in
            var result: [UInt8] = []
            result.reserveCapacity(range.count)
            // The last piece that begins at the range's start or before it.
            var low = 0
            var high = kept.starts.count
            while low < high {
                let middle = (low + high) / 2
                if kept.starts[middle] <= range.lowerBound { low = middle + 1 } else { high = middle }
            }
            var piece = max(0, low - 1)
            while piece < kept.pieces.count, result.count < range.count {
                let from = range.lowerBound + result.count - kept.starts[piece]
                let end = min(kept.pieces[piece].count, from + range.count - result.count)
                if from < end { result += kept.pieces[piece][from..<end] }
                piece += 1
            }
            return result
        }
    }

    public func removeAll() { pieces.withLock { $0 = ([], [], 0) } }
}
