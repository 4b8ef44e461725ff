/// What the server answered to one statement, given back to libpq when the last one lets go of it.
///
/// Bounds: the pointer comes from libpq and lives as long as this; texts of it are copied out.
final class Answer {
    let pointer: OpaquePointer?
    private let library: LibPQ

    init(_ pointer: OpaquePointer?, _ library: LibPQ) { (self.pointer, self.library) = (pointer, library) }

    deinit { library.clear(pointer) }

    var status: Status { Status(rawValue: library.answerStatus(pointer)) ?? .fatal }

    /// The kinds of answers that libpq's header numbers.
    enum Status: Int32 {
        case empty = 0, command, rows, copyOut, copyIn, badResponse, notice, fatal, copyBoth, singleRow
    }

    var isRefusal: Bool {
        switch status {
        case .empty, .command, .rows, .copyOut, .copyIn, .copyBoth, .singleRow, .notice: false
        case .badResponse, .fatal: true
        }
    }

    /// Whether the statement was a `COPY` of its own, which waits for rows or sends them.
    var isCopy: Bool { [.copyIn, .copyOut, .copyBoth].contains(status) }

    /// How many rows were inserted, changed or deleted.
    var changedRows: Int {
        guard let pointer, let tag = library.commandStatus(pointer).map({ String(cString: $0) }),
            ["INSERT", "UPDATE", "DELETE", "MERGE", "COPY"].contains(where: tag.hasPrefix)
        else { return 0 }
        return library.commandRows(pointer).flatMap { Int(String(cString: $0)) } ?? 0
    }

    /// The object identifiers of the columns' types.
    var columnTypes: [UInt32] {
        guard let pointer else { return [] }
        return (0..<library.columnCount(pointer)).map { library.columnType(pointer, $0) }
    }

    /// What the server, or libpq itself, refused.
    func message(orElse fallback: String) -> ServerMessage {
        ServerMessage(
            state: field("C"), primary: field("M") ?? fallback, constraint: field("n"), column: field("c"),
            function: field("R"))
    }

    private func field(_ letter: Unicode.Scalar) -> String? {
        library.errorField(pointer, Int32(letter.value)).map { String(cString: $0) }
    }
}
