import Database
import Foundation

/// The functions of libpq that the driver calls, found when a PostgreSQL database is asked for: a program that uses SQLite
/// starts where libpq is not installed. What they do is in chapter 34 of PostgreSQL's manual.
///
/// Bounds: every pointer that goes in lives for the call; every pointer that comes out belongs to the connection or the
/// answer that it was asked of and is read before that is given back.
struct LibPQ: Sendable {
    typealias Text = UnsafePointer<CChar>
    typealias Texts = UnsafePointer<UnsafePointer<CChar>?>
    typealias Numbers = UnsafePointer<Int32>
    typealias Types = UnsafePointer<UInt32>
    typealias Receiver = @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?) -> Void

    // The connection.
    let conninfoParse:
        @convention(c) @Sendable (Text, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> UnsafeMutableRawPointer?
    let conninfoFree: @convention(c) @Sendable (UnsafeMutableRawPointer?) -> Void
    let startConnecting: @convention(c) @Sendable (Texts, Texts, Int32) -> OpaquePointer?
    let goOnConnecting: @convention(c) @Sendable (OpaquePointer) -> Int32
    let socket: @convention(c) @Sendable (OpaquePointer) -> Int32
    let finish: @convention(c) @Sendable (OpaquePointer) -> Void
    let status: @convention(c) @Sendable (OpaquePointer) -> Int32
    let transactionStatus: @convention(c) @Sendable (OpaquePointer) -> Int32
    let serverVersion: @convention(c) @Sendable (OpaquePointer) -> Int32
    let parameterStatus: @convention(c) @Sendable (OpaquePointer, Text) -> Text?
    let errorMessage: @convention(c) @Sendable (OpaquePointer) -> Text?
    let setNoticeReceiver:
        @convention(c) @Sendable (OpaquePointer, Receiver?, UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
    let freeMemory: @convention(c) @Sendable (UnsafeMutableRawPointer?) -> Void

    // Statements.
    let execute: @convention(c) @Sendable (OpaquePointer, Text) -> OpaquePointer?
    let send: @convention(c) @Sendable (OpaquePointer, Text) -> Int32
    let sendPrepare: @convention(c) @Sendable (OpaquePointer, Text, Text, Int32, Types?) -> Int32
    let sendPrepared: @convention(c) @Sendable (OpaquePointer, Text, Int32, Texts?, Numbers?, Numbers?, Int32) -> Int32
    let setSingleRowMode: @convention(c) @Sendable (OpaquePointer) -> Int32
    let nextAnswer: @convention(c) @Sendable (OpaquePointer) -> OpaquePointer?
    let makeCancel: @convention(c) @Sendable (OpaquePointer) -> OpaquePointer?
    let cancel: @convention(c) @Sendable (OpaquePointer, UnsafeMutablePointer<CChar>, Int32) -> Int32
    let freeCancel: @convention(c) @Sendable (OpaquePointer) -> Void

    // Answers.
    let answerStatus: @convention(c) @Sendable (OpaquePointer?) -> Int32
    let errorField: @convention(c) @Sendable (OpaquePointer?, Int32) -> Text?
    let commandStatus: @convention(c) @Sendable (OpaquePointer) -> Text?
    let commandRows: @convention(c) @Sendable (OpaquePointer) -> Text?
    let columnCount: @convention(c) @Sendable (OpaquePointer) -> Int32
    let columnType: @convention(c) @Sendable (OpaquePointer, Int32) -> UInt32
    let value: @convention(c) @Sendable (OpaquePointer, Int32, Int32) -> UnsafeRawPointer?
    let length: @convention(c) @Sendable (OpaquePointer, Int32, Int32) -> Int32
    let isNull: @convention(c) @Sendable (OpaquePointer, Int32, Int32) -> Int32
    let clear: @convention(c) @Sendable (OpaquePointer?) -> Void

    // COPY.
    let putCopyData: @convention(c) @Sendable (OpaquePointer, UnsafeRawPointer, Int32) -> Int32
    let putCopyEnd: @convention(c) @Sendable (OpaquePointer, Text?) -> Int32
}

extension LibPQ {
    /// By the names that Linux distributions, Homebrew and PostgreSQL's own packages for macOS give it.
    static let usualNames = [
        "libpq.so.5", "libpq.so", "libpq.5.dylib", "libpq.dylib", "/opt/homebrew/opt/libpq/lib/libpq.5.dylib",
        "/usr/local/opt/libpq/lib/libpq.5.dylib", "/Library/PostgreSQL/17/lib/libpq.5.dylib",
    ]

    /// What was found the first time; the library is never given back.
    private static let usual = Result { () throws(DatabaseError) in try LibPQ(names: usualNames) }

    static func load() throws(DatabaseError) -> LibPQ { try usual.get() }

    /// The first of the libraries that is there.
    ///
    /// - Throws: `DatabaseError` with `.cannotOpen`, saying which package to install.
    init(names: [String]) throws(DatabaseError) {
        let found = names.lazy.compactMap { dlopen($0, RTLD_NOW | RTLD_LOCAL) }.first
        guard let library = found else { throw Self.missing("is not installed") }
        do { self = try LibPQ(library) } catch { throw error }
    }

    private static func missing(_ fault: String) -> DatabaseError {
        DatabaseError(
            .cannotOpen,
            "PostgreSQL is reached through its library libpq, which \(fault). Install it (Debian and Ubuntu: libpq5, "
                + "Fedora: libpq, Arch: postgresql-libs, Alpine: libpq, macOS: brew install libpq) and start again.")
    }

    private init(_ library: UnsafeMutableRawPointer) throws(DatabaseError) {
        /// - Precondition: `Function` is the C function's type as libpq's manual gives it.
        func function<Function>(_ name: String) throws(DatabaseError) -> Function {
            guard let address = dlsym(library, name) else { throw Self.missing("is too old (it has no \(name))") }
            return unsafeBitCast(address, to: Function.self)
        }
        conninfoParse = try function("PQconninfoParse")
        conninfoFree = try function("PQconninfoFree")
        startConnecting = try function("PQconnectStartParams")
        goOnConnecting = try function("PQconnectPoll")
        socket = try function("PQsocket")
        finish = try function("PQfinish")
        status = try function("PQstatus")
        transactionStatus = try function("PQtransactionStatus")
        serverVersion = try function("PQserverVersion")
        parameterStatus = try function("PQparameterStatus")
        errorMessage = try function("PQerrorMessage")
        setNoticeReceiver = try function("PQsetNoticeReceiver")
        freeMemory = try function("PQfreemem")
        execute = try function("PQexec")
        send = try function("PQsendQuery")
        sendPrepare = try function("PQsendPrepare")
        sendPrepared = try function("PQsendQueryPrepared")
        setSingleRowMode = try function("PQsetSingleRowMode")
        nextAnswer = try function("PQgetResult")
        makeCancel = try function("PQgetCancel")
        cancel = try function("PQcancel")
        freeCancel = try function("PQfreeCancel")
        answerStatus = try function("PQresultStatus")
        errorField = try function("PQresultErrorField")
        commandStatus = try function("PQcmdStatus")
        commandRows = try function("PQcmdTuples")
        columnCount = try function("PQnfields")
        columnType = try function("PQftype")
        value = try function("PQgetvalue")
        length = try function("PQgetlength")
        isNull = try function("PQgetisnull")
        clear = try function("PQclear")
        putCopyData = try function("PQputCopyData")
        putCopyEnd = try function("PQputCopyEnd")
    }
}
