import Foundation

/// Why a file could not be read.
public enum FileReadFailure: Error, Hashable, Sendable {
    /// The path is empty: mostly a variable of the shell that is not set.
    case noPath
    case missing
    case noPermission
    case folder
    case tooLarge
    case notUTF8
    case other
}

/// The bytes of a small file.
enum FileBytes {
    /// A configuration has a few kilobytes; whatever is larger was named by mistake.
    static let mostBytes = 1 << 20

    /// - Parameters:
    ///   - path: May be a pipe, which is read to its end.
    ///   - folder: Where a relative path begins.
    static func read(_ path: String, folder: String) throws(FileReadFailure) -> [UInt8] {
        guard !path.isEmpty else { throw .noPath }
        guard !path.utf8.contains(0) else { throw .missing }
        let url = URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: folder, isDirectory: true))
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue {
            throw .folder
        }
        let bytes: [UInt8]
        do {
            let handle = try FileHandle(forReadingFrom: url)
            defer { try? handle.close() }
            bytes = try Array(handle.read(upToCount: mostBytes + 1) ?? Data())
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
            throw .missing
        } catch let error as CocoaError where error.code == .fileReadNoPermission {
            throw .noPermission
        } catch {
            throw .other
        }
        guard bytes.count <= mostBytes else { throw .tooLarge }
        return bytes
    }
}
