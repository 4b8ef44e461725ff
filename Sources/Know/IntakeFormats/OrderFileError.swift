import Domain
import Glibc

/// Why a file cannot be read as orders. Cases carry the facts; `message(in:)` says them to a person.
///
/// `path` is the path as given, `-` for standard input. Byte offsets count from 0 in the file as it is stored.
public enum OrderFileError: Error, Equatable, Sendable {
    case notFound(path: String)
    case noPermission(path: String)
    case isDirectory(path: String)
    case isDevice(path: String)
    case empty(path: String)
    /// Bytes that no text has, in any encoding: at this line and character of the unpacked content, from 1.
    case notText(path: String, line: Int, column: Int)
    case truncatedGzip(path: String, byteOffset: Int64)
    case damagedGzip(path: String, byteOffset: Int64)
    /// `part` is the file inside the workbook, nil when the archive itself is damaged; `row` is the sheet's row.
    case damagedSpreadsheet(path: String, part: String?, row: Int?)
    /// The content grew beyond what a file of this size can honestly hold.
    case tooLargeUnpacked(path: String, limitBytes: Int64)
    case noSuchSheet(path: String, sheet: String, sheets: [String])
    case noVisibleSheet(path: String, sheets: [String])
    /// A sheet was asked for in a file that is text.
    case notASpreadsheet(path: String, sheet: String)
    case unsupported(path: String, kind: UnsupportedKind)
    /// The size or the modification time at the end of a reading differs from that at the start.
    case changedWhileRead(path: String)
    /// The system refused; `code` is its `errno`.
    case readFailed(path: String, code: Int32)
    /// Input that comes only once could not be kept in a temporary file in `directory`.
    case spoolFailed(directory: String, code: Int32)
}

extension OrderFileError: CustomStringConvertible {
    /// The message in English, with the system's own words where it refused.
    public var description: String {
        switch self {
        case .readFailed(_, let code), .spoolFailed(_, let code):
            message(in: .english) + " (\(String(cString: strerror(code))))"
        default: message(in: .english)
        }
    }
}
