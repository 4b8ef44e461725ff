import Database

/// Where the server is and who asks, as libpq reads it: `postgresql://user@host:5432/name?sslmode=verify-full` or
/// `host=… user=… dbname=…`.
///
/// Bounds: libpq's list of options ends with one that has no keyword; each is six pointers and a number long.
struct ConnectionString: Sendable {
    /// What it says, by keyword.
    let options: [String: String]

    /// libpq tells what it could not read, and that may be a part of the password; so none of its words are passed on.
    private static let unreadable = DatabaseError(
        .cannotOpen,
        "The PostgreSQL connection string cannot be read. Write postgresql://USER:PASSWORD@HOST:PORT/DATABASE or "
            + "“host=HOST user=USER dbname=DATABASE”; in the first form @ : / ? # % and blanks in a name or password are "
            + "written as %40 %3A %2F %3F %23 %25 %20.")

    init(_ text: String, _ library: LibPQ) throws(DatabaseError) {
        guard !text.utf8.contains(0) else { throw Self.unreadable }
        var fault: UnsafeMutablePointer<CChar>?
        guard let list = text.withCString({ library.conninfoParse($0, &fault) }) else {
            library.freeMemory(fault)
            throw Self.unreadable
        }
        defer { library.conninfoFree(list) }
        options = Self.options(of: list)
        // A password with a bare @ or / ends up in what libpq takes for the host, the port or the database.
        let places = ["host", "hostaddr", "port", "dbname"].compactMap { options[$0] }
        guard !places.contains(where: { $0.contains("@") }), Self.isPort(options["port"]) else { throw Self.unreadable }
    }

    /// Numbers, one or, for several hosts, many with commas.
    private static func isPort(_ text: String?) -> Bool {
        text?.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ",") } ?? true
    }

    private static func options(of list: UnsafeMutableRawPointer) -> [String: String] {
        let pointer = MemoryLayout<UnsafePointer<CChar>?>.stride
        let (valueOffset, stride) = (3 * pointer, 7 * pointer)
        var options: [String: String] = [:]
        var option = UnsafeRawPointer(list)
        while let keyword = option.load(as: UnsafePointer<CChar>?.self) {
            if let value = option.load(fromByteOffset: valueOffset, as: UnsafePointer<CChar>?.self) {
                options[String(cString: keyword)] = String(cString: value)
            }
            option += stride
        }
        return options
    }

    /// What libpq is asked to connect with.
    func parameters(_ settings: PostgreSQLSettings) -> [String: String] {
        // A server that is gone without a word is noticed within a minute, not after hours.
        let usual = [
            "fallback_application_name": settings.applicationName,
            "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3", "tcp_user_timeout": "60000",
        ]
        return usual.merging(options) { $1 }.merging(["client_encoding": "UTF8"]) { $1 }
    }

    /// How long making a connection may take, in milliseconds: for each of the servers that it may be made to.
    func connectMilliseconds(_ settings: PostgreSQLSettings) -> Int {
        let places = options["host"] ?? options["hostaddr"] ?? ""
        let own = options["connect_timeout"].flatMap { Int($0) }
        // Zero is no limit, as libpq has it.
        let milliseconds = own.map { $0 > 0 ? min($0, 1_000_000) * 1_000 : Int(Int32.max) }
        let servers = max(1, places.split(separator: ",").count)
        return (milliseconds ?? Int(settings.connectLimit.serverMilliseconds)) * servers
    }

    /// A text of libpq on one line, without the secrets of this connection string.
    func scrubbed(_ text: String) -> String {
        var text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for secret in ["password", "sslpassword"].compactMap({ options[$0] }) where !secret.isEmpty {
            text = text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "…")
        }
        return text
    }
}
