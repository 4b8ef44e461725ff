import Foundation
public import Intake

/// A file of UTF-8 text without compression, read as it is.
public final class PlainFile: OrderFile {
    public let name: String
    public let totalBytes: Int64? = nil
    public let delimiter: UInt8? = nil

    /// The file at this path.
    public init(_ path: String) { name = path }

    public func open() throws -> any ByteSource {
        let descriptor = Foundation.open(name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        return Reading(descriptor)
    }

    public func reconsiderEncoding() -> Bool { false }

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
