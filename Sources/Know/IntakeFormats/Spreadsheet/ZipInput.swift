// Unsafe memory: libzip's memory is used for the length that it names, during its call.

import CZip
import Glibc

/// Lets libzip read an `InputFile`.
///
/// libzip could open the path itself, but then it would open another file after a rename, and no pipe.
final class ZipInput {
    private let file: InputFile
    private(set) var offset: Int64 = 0
    /// Why the file could not be read; libzip only knows that it could not.
    private(set) var failure: OrderFileError?
    private var error = zip_error_t()

    init(_ file: InputFile) {
        self.file = file
        zip_error_init(&error)
    }

    deinit { zip_error_fini(&error) }

    /// A source that keeps this object alive until libzip frees it.
    func makeSource(_ error: inout zip_error_t) -> OpaquePointer? {
        let userData = Unmanaged.passRetained(self).toOpaque()
        let source = zip_source_function_create(
            { userData, data, length, command in
                let input = Unmanaged<ZipInput>.fromOpaque(userData!)
                if command == ZIP_SOURCE_FREE {
                    input.release()
                    return 0
                }
                return input.takeUnretainedValue().answer(command, data, length)
            }, userData, &error)
        if source == nil { Unmanaged<ZipInput>.fromOpaque(userData).release() }
        return source
    }

    private static let commands: [zip_source_cmd_t] = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
    ]

    private func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
        switch command {
        case ZIP_SOURCE_SUPPORTS: return Self.commands.reduce(0) { $0 | 1 << Int64($1.rawValue) }
        case ZIP_SOURCE_OPEN:
            offset = 0
            return 0
        case ZIP_SOURCE_CLOSE: return 0
        case ZIP_SOURCE_READ: return read(into: UnsafeMutableRawBufferPointer(start: data, count: Int(length)))
        case ZIP_SOURCE_SEEK:
            let target = zip_source_seek_compute_offset(UInt64(offset), UInt64(file.size), data, length, &error)
            if target < 0 { return -1 }
            offset = target
            return 0
        case ZIP_SOURCE_TELL: return offset
        case ZIP_SOURCE_STAT:
            guard let status = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
            zip_stat_init(status)
            status.pointee.size = UInt64(file.size)
            status.pointee.valid = UInt64(ZIP_STAT_SIZE)
            return Int64(MemoryLayout<zip_stat_t>.size)
        case ZIP_SOURCE_ERROR: return zip_error_to_data(&error, data, length)
        default:
            zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0)
            return -1
        }
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int64 {
        do {
            let count = try file.read(into: buffer, at: offset)
            offset += Int64(count)
            return Int64(count)
        } catch {
            failure = error
            zip_error_set(&self.error, ZIP_ER_READ, EIO)
            return -1
        }
    }
}
