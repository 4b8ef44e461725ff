import Foundation
import Intake

/// A file of UTF-8 text without compression, read as it is.
final class PlainFile: OrderFile {
    let name: String
    let totalBytes: Int64? = nil
    let delimiter: UInt8? = nil

    init(_ path: String) { name = path }

    func open() throws -> any ByteSource {
        let descriptor = Foundation.open(name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        return Reading(descriptor)
    }

    func reconsiderEncoding() -> Bool { false }

    private final class Reading: ByteSource {
        private let descriptor: Int32
        private(set) var consumedBytes: Int64 = 0

        init(_ descriptor: Int32) { self.descriptor = descriptor }

        deinit { close(descriptor) }

        func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            guard count >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            consumedBytes += Int64(count)
            return count
        }
    }
}
