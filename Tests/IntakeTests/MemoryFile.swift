import Intake
import TestSupport

/// A file in memory: read in pieces of any size, and failing on command.
final class MemoryFile: OrderFile {
    let name: String
    let delimiter: UInt8?
    /// What each judgement of the encoding makes of the file; the first stands at the beginning.
    private var versions: [[UInt8]]
    /// Reading more bytes than this throws `MemoryFile.Failure`.
    var failsAfter: Int?
    /// Draws the size of each piece; nil: as much as there is room for.
    var pieces: SeededGenerator?
    private(set) var openings = 0
    /// Whether fields with a point and without quotes are numbers, as those of a spreadsheet.
    var hasTypedNumbers = false

    struct Failure: Error, Equatable {}

    init(_ bytes: some Sequence<UInt8>, name: String = "orders.csv", delimiter: UInt8? = nil) {
        versions = [Array(bytes)]
        self.name = name
        self.delimiter = delimiter
    }

    convenience init(_ text: String, name: String = "orders.csv", delimiter: UInt8? = nil) {
        self.init(text.utf8, name: name, delimiter: delimiter)
    }

    var totalBytes: Int64? { Int64(versions[0].count) }

    /// What the file turns into when its encoding is judged again.
    func becomes(_ bytes: some Sequence<UInt8>) { versions.append(Array(bytes)) }

    func open() throws -> any ByteSource {
        openings += 1
        return Source(versions[0], failsAfter: failsAfter, pieces: pieces)
    }

    func reconsiderEncoding() throws -> Bool {
        guard versions.count > 1 else { return false }
        versions.removeFirst()
        return true
    }

    private final class Source: ByteSource {
        private let bytes: [UInt8]
        private let failsAfter: Int?
        private var pieces: SeededGenerator?
        private var place = 0

        init(_ bytes: [UInt8], failsAfter: Int?, pieces: SeededGenerator?) {
            self.bytes = bytes
            self.failsAfter = failsAfter
            self.pieces = pieces
        }

        var consumedBytes: Int64 { Int64(place) }

        func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
            var count = min(buffer.count, bytes.count - place)
            if count > 1, pieces != nil { count = Int.random(in: 1...min(count, 4_096), using: &pieces!) }
            if let failsAfter, place + count > failsAfter { throw Failure() }
            bytes.withUnsafeBytes {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place..<place + count]))
            }
            place += count
            return count
        }
    }
}
