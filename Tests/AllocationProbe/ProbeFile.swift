import Intake

/// A file in memory.
final class ProbeFile: OrderFile {
    let name = "orders.csv"
    let delimiter: UInt8? = nil
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var totalBytes: Int64? { Int64(bytes.count) }

    func open() throws -> any ByteSource { Reading(bytes) }

    func reconsiderEncoding() throws -> Bool { false }

    private final class Reading: ByteSource {
        private let bytes: [UInt8]
        private var place = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        var consumedBytes: Int64 { Int64(place) }

        func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
            let count = min(buffer.count, bytes.count - place)
            bytes.withUnsafeBytes {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place..<place + count]))
            }
            place += count
            return count
        }
    }
}
