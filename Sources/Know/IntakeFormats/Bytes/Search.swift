// Unsafe memory: memchr looks at `count` bytes; slices end at `count`.

import Glibc

extension UnsafeRawBufferPointer {
    /// Where `byte` stands first.
    func firstOffset(of byte: UInt8) -> Int? {
        guard let baseAddress, let found = memchr(baseAddress, Int32(byte), count) else { return nil }
        return UnsafeRawPointer(found) - baseAddress
    }

    /// Where `bytes` stand first.
    func firstOffset(of bytes: [UInt8]) -> Int? {
        var start = 0
        while start + bytes.count <= count {
            let rest = UnsafeRawBufferPointer(rebasing: self[start..<(count - bytes.count + 1)])
            guard let found = rest.firstOffset(of: bytes[0]) else { return nil }
            if self[(start + found)...].starts(with: bytes) { return start + found }
            start += found + 1
        }
        return nil
    }
}
