import Database

/// What the server said when it refused something.
///
/// Its detail, hint and context are left out: they hold values, which may be personal.
struct ServerMessage {
    /// SQLSTATE: five letters and digits; the first two are the class. Nil when it is libpq that speaks.
    let state: String?
    let primary: String
    var constraint: String?
    var column: String?
    /// The function of the server that said it.
    var function: String?

    func error(sql: String? = nil) -> DatabaseError {
        DatabaseError(reason, text, sql: sql)
    }

    /// Source: PostgreSQL's manual, appendix A, "PostgreSQL Error Codes".
    private var reason: DatabaseError.Reason {
        switch state ?? "" {
        case "23505": .notUnique(constraint ?? "")
        case "23503": .foreignKey
        case "23502": .notNull(column ?? "")
        case "23514": .check(constraint ?? "")
        case "57014", "25P03": .timeout
        case "55P03", "40001", "40P01": .busy
        case "0A000" where tellsChangedSchema: .busy
        case "53100": .diskFull
        case "25006": .readOnly
        case "3D000", "28000", "28P01": .cannotOpen
        case "XX001", "XX002": .damaged
        case let state where Self.tellsLoss(state): .connectionLost
        case let state where state.hasPrefix("22"): .unexpectedValue
        default: .refused
        }
    }

    /// Whether the server ends the connection with it.
    static func tellsLoss(_ state: String) -> Bool {
        ["57P01", "57P02", "57P03", "57P05"].contains(state) || (state.hasPrefix("08") && state != "08P01")
    }

    /// A prepared statement would answer with other columns than it did.
    var tellsChangedSchema: Bool { state == "0A000" && function == "RevalidateCachedQuery" }

    private var text: String {
        guard let state else { return primary }
        if state.hasPrefix("22") { return dataText(state) }
        switch state {
        // Written by somebody's trigger or function, with whatever is in it.
        case "P0001", "P0004": return "A trigger or function of the database refused it (SQLSTATE \(state))."
        case "0A000" where tellsChangedSchema: return "The schema was changed meanwhile; try again."
        default: return primary
        }
    }

    /// The server quotes the value in most messages of this class.
    private func dataText(_ state: String) -> String {
        let what =
            switch state {
            case "22001": "a text is longer than its column takes"
            case "22003": "a number is outside of what its type holds"
            case "22007", "22008": "a text is no date or time of its type"
            case "22012": "a division by zero"
            case "22021": "a text holds a zero byte or is not valid UTF-8"
            case "22P02", "22030", "22032": "a text is not written as its type wants it"
            case "22P03": "bytes are not what their type wants"
            default: "a value does not fit"
            }
        return "PostgreSQL: \(what) (SQLSTATE \(state))."
    }

    static let lost = DatabaseError(.connectionLost, "The connection to the PostgreSQL server was lost.")
}
