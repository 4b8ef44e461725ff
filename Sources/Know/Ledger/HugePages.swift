// Unsafe memory: addresses alone; only whole pages inside of the caller's memory are advised on.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Asks the kernel for pages of two megabytes.
@usableFromInline package enum HugePages {
    @usableFromInline package static func advise<Element>(_ buffer: UnsafeMutableBufferPointer<Element>) {
        if let start = buffer.baseAddress { advise(start, byteCount: buffer.count * MemoryLayout<Element>.stride) }
    }

    /// Advice alone: nothing changes where there are none.
    package static func advise(_ start: UnsafeMutableRawPointer, byteCount: Int) {
        #if os(Linux)
            let page = 2 << 20
            let first = (Int(bitPattern: start) + page - 1) & ~(page - 1)
            let end = (Int(bitPattern: start) + byteCount) & ~(page - 1)
            guard end > first, let address = UnsafeMutableRawPointer(bitPattern: first) else { return }
            madvise(address, end - first, MADV_HUGEPAGE)
        #endif
    }
}
