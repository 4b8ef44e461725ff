import Database

/// Prepared statements. Each is prepared once a connection, when it is first run.
extension Connection {
    /// The name of the prepared statement.
    func prepared(_ sql: SQL, _ values: [Value]) throws(DatabaseError) -> String {
        let key = StatementNames.Key(sql, values)
        if let name = statements.name(of: key) { return name }
        if statements.isFull { try forgetStatements() }
        let name = statements.newName()
        let types = key.types
        let text = Dialect.postgresql.text(of: sql)
        let sent = types.withUnsafeBufferPointer { types in
            library.sendPrepare(pointer, name, text, Int32(types.count), types.baseAddress)
        }
        let answer = collect(sent)
        try check(answer, sql: sql.text)
        statements.keep(name, for: key)
        return name
    }

    func forgetStatements() throws(DatabaseError) {
        try command("DEALLOCATE ALL")
        statements.removeAll()
    }

    /// Runs a statement to its end.
    func run(_ sql: SQL, _ values: [Value]) throws(DatabaseError) -> Answer {
        let answer = collect(try sendPrepared(sql, values))
        try check(answer, sql: sql.text)
        guard !answer.isCopy else { throw Self.strayCopy(sql) }
        return answer
    }

    /// Sends a statement whose rows then come one by one.
    func send(_ sql: SQL, _ values: [Value]) throws(DatabaseError) {
        let sent = try sendPrepared(sql, values)
        guard sent == 1, library.setSingleRowMode(pointer) == 1 else { throw error(collect(0), sql: sql.text) }
    }

    private func sendPrepared(_ sql: SQL, _ values: [Value]) throws(DatabaseError) -> Int32 {
        let name = try prepared(sql, values)
        do { try parameters.fill(values) } catch { throw DatabaseError(error.reason, error.message, sql: sql.text) }
        return parameters.withPointers { count, texts, lengths, formats in
            library.sendPrepared(pointer, name, count, texts, lengths, formats, 1)
        }
    }

    static func strayCopy(_ sql: SQL) -> DatabaseError {
        DatabaseError(.refused, "COPY is no statement for a session; tables are filled with load.", sql: sql.text)
    }
}
