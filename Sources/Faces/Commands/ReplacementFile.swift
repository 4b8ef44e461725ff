// Unsafe memory: the system fills a buffer, of which as many bytes are handed on as it says.

import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A new file beside the plain one whose place it takes once it is whole: until then, on a full disk for one, the old
/// file stays as it was.
struct ReplacementFile {
    let descriptor: Int32
    private let path: String
    private let target: String

    /// A new file in the folder of `target`, as private as the plain file that is there.
    ///
    /// - Returns: Nil where `target` must be written into: a device, a pipe or a link would be destroyed by a file in its
    ///   place, a file that is protected is not to be replaced, and the folder may take no new file.
    /// - Throws: `UnwritableFile`.
    static func beside(_ target: String) throws -> ReplacementFile? {
        var old = stat()
        let isThere = lstat(target, &old) == 0
        guard isThere ? old.st_mode & S_IFMT == S_IFREG && access(target, W_OK) == 0 : errno == ENOENT else {
            return nil
        }
        // Folder and name are left to the system: Foundation would take `..` away from the text alone, which is another
        // folder where a link stands before it.
        let path = FileIdentity.folder(of: target) + "/.perennial-" + UUID().uuidString
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isThere ? 0o600 : 0o666)
        guard descriptor >= 0 else {
            if [EACCES, EPERM, EROFS].contains(errno) { return nil }
            throw UnwritableFile(path: target)
        }
        if isThere { give(descriptor, owner: old.st_uid, group: old.st_gid, mode: old.st_mode & 0o777) }
        return ReplacementFile(descriptor: descriptor, path: path, target: target)
    }

    /// As far as the system permits; never more rights than the old file had.
    private static func give(_ descriptor: Int32, owner: uid_t, group: gid_t, mode: mode_t) {
        var mode = mode
        if fchown(descriptor, owner, group) != 0, fchown(descriptor, uid_t.max, group) != 0 {
            // What its group might do, another group may not.
            mode &= 0o707
        }
        _ = fchmod(descriptor, mode)
    }

    /// Takes the place of the old file.
    ///
    /// - Throws: `UnwritableFile`; the old file is then as it was, where it can be replaced at all.
    func takePlace() throws {
        defer { unlink(path) }
        guard close(descriptor) == 0 else { throw UnwritableFile(path: target) }
        guard rename(path, target) != 0 else { return }
        // A folder may take new files and yet keep others' from being replaced, and so does a file that is mounted.
        guard [EACCES, EPERM, EBUSY].contains(errno) else { throw UnwritableFile(path: target) }
        try copyIntoTarget()
    }

    func giveUp() {
        close(descriptor)
        unlink(path)
    }

    private func copyIntoTarget() throws {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw UnwritableFile(path: target) }
        defer { close(source) }
        try OutputFile.writeInto(target) { write in
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
            defer { buffer.deallocate() }
            while true {
                let count = read(source, buffer.baseAddress, buffer.count)
                guard count >= 0 else { throw UnwritableFile(path: target) }
                guard count > 0 else { return }
                try write(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
    }
}
