import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Which file a path leads to, however it is spelled: two paths of one file are equal.
enum FileIdentity: Hashable {
    /// A file that is there: hard links of it are the same file.
    case existing(device: UInt64, inode: UInt64)
    /// A file that is not there yet: its folder, and its name in it.
    case new(device: UInt64, inode: UInt64, name: String)
    /// Its folder is not there: nothing can be written to it.
    case nowhere(String)

    /// The file at `path`, links followed; nil for a device, a pipe or a folder, which no result replaces.
    init?(_ path: String) {
        var path = path
        // A link may lead to a file that is not there yet; more links than that are a circle.
        for _ in 0..<40 {
            var status = stat()
            if stat(path, &status) == 0 {
                guard status.st_mode & S_IFMT == S_IFREG else { return nil }
                self = .existing(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
                return
            }
            guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { break }
            path = target.hasPrefix("/") ? target : Self.folder(of: path) + "/" + target
        }
        var folder = stat()
        guard stat(Self.folder(of: path), &folder) == 0 else {
            self = .nowhere(path)
            return
        }
        self = .new(device: UInt64(folder.st_dev), inode: UInt64(folder.st_ino), name: Self.name(of: path))
    }

    /// The plain file that an open stream reads or writes; nil for anything else.
    init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self = .existing(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
