// Unsafe memory: blocks are cut from regions one behind the other and never beyond a region's end.

import Ledger

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Memory for the rows of one worker: large regions cut into blocks, given back all at once.
///
/// The kernel is asked for huge pages where it has them: a worker writes to hundreds of blocks in turn, and with small
/// pages every second row would wait for an address to be looked up.
final class RowArena {
    private static let largestRegion = 16 << 20
    private static let hugePage = 2 << 20

    private var regions: [UnsafeMutableRawPointer] = []
    /// Of the last region; small files should not pay for large ones.
    private var regionBytes = 64 << 10
    private var used = 64 << 10

    deinit { for region in regions { region.deallocate() } }

    private static let page = 4_096

    /// A block of `bytes`, aligned to 64, a large one to a page; not initialized.
    func block(of bytes: Int) -> UnsafeMutableRawPointer {
        let unit = bytes >= Self.page ? Self.page : 64
        let bytes = (bytes + unit - 1) & ~(unit - 1)
        if used + bytes > regionBytes {
            regionBytes = min(regionBytes * 4, max(bytes, Self.largestRegion))
            while regionBytes < bytes { regionBytes *= 2 }
            let isLarge = regionBytes >= 2 * Self.hugePage
            let region = UnsafeMutableRawPointer.allocate(
                byteCount: regionBytes, alignment: isLarge ? Self.hugePage : Self.page)
            if isLarge { HugePages.advise(region, byteCount: regionBytes) }
            regions.append(region)
            used = 0
        }
        defer { used += bytes }
        return regions[regions.count - 1] + used
    }

    /// Lets the system have the memory of a block that nobody reads again; its addresses stay the arena's.
    static func giveBack(_ block: UnsafeMutableRawPointer, byteCount: Int) {
        #if os(Linux)
            let first = (Int(bitPattern: block) + page - 1) & ~(page - 1)
            let end = (Int(bitPattern: block) + byteCount) & ~(page - 1)
            guard end > first, let address = UnsafeMutableRawPointer(bitPattern: first) else { return }
            madvise(address, end - first, MADV_DONTNEED)
        #endif
    }
}
