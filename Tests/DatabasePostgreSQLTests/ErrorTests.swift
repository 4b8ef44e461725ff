import Database
import DatabaseTestSupport
import Testing

@testable import DatabasePostgreSQL

@Suite("What PostgreSQL refuses") struct ErrorTests {
    private static let schema: SQL = """
        CREATE TABLE parent (id {integer} PRIMARY KEY);
        CREATE TABLE a (
            id {integer} CONSTRAINT a_once UNIQUE, email {text} NOT NULL, n {integer} CONSTRAINT n_positive CHECK (n > 0),
            parent_id {integer} REFERENCES parent (id), short VARCHAR(3), j {json});
        INSERT INTO a (id, email) VALUES (1, 'x')
        """

    @Test(
        "has its reason, and never a value",
        arguments: [
            ("INSERT INTO a (id, email) VALUES (1, $1)", .notUnique("a_once")),
            ("INSERT INTO a (email, parent_id) VALUES ($1, 5)", .foreignKey),
            ("INSERT INTO a (email, short) VALUES (NULL, substr($1, 1, 3))", .notNull("email")),
            ("INSERT INTO a (email, n) VALUES ($1, -1)", .check("n_positive")),
            ("INSERT INTO a (email, short) VALUES ('x', $1)", .unexpectedValue),
            ("INSERT INTO a (email, j) VALUES ('x', $1)", .unexpectedValue),
            ("INSERT INTO a (email, id) VALUES ('x', CAST(CAST($1 AS TEXT) AS BIGINT))", .unexpectedValue),
            ("INSERT INTO a (id, email) VALUES ($1, 'x')", .unexpectedValue),
            ("SELECT CAST(CAST($1 AS TEXT) AS TIMESTAMP)", .unexpectedValue),
            ("SELECT CAST(CAST($1 AS TEXT) AS NUMERIC)", .unexpectedValue),
            ("SELECT decode($1, 'hex')", .unexpectedValue),
            ("SELECT 'a' ~ ('[' || CAST($1 AS TEXT))", .unexpectedValue),
            ("SELECT nothing($1)", .refused), ("SELECT nothing FROM a WHERE email = $1", .refused),
            ("SELEC $1", .refused),
            ("SELECT $1, $2", .refused), ("SELECT $1 FROM nothing", .refused),
        ] as [(SQL, DatabaseError.Reason)])
    func reasons(sql: SQL, reason: DatabaseError.Reason) async throws {
        try await TestPostgreSQL.database(settings: PostgreSQLSettings(connections: 1)) { database in
            try await database.script(Self.schema)
            let email = "ada.lovelace@example.org"
            let error = try await refusal { try await database.write { _ = try $0.execute(sql, email) } }
            #expect(error.reason == reason, "\(error)")
            #expect(!error.description.contains("ada") && !error.description.contains("example"), "\(error)")
            #expect(error.sql == sql.text)
            #expect(try await database.integer("SELECT COUNT(*) FROM a") == 1)
        }
    }

    @Test("by a trigger's own words is told without them") func trigger() async throws {
        try await TestPostgreSQL.database { database in
            try await database.script(
                """
                CREATE TABLE a (email {text});
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION 'not %', NEW.email; END $$;
                CREATE TRIGGER refuse BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION refuse()
                """)
            let error = try await refusal {
                try await database.write { _ = try $0.execute("INSERT INTO a VALUES ($1)", "ada") }
            }
            #expect(error.reason == .refused && !error.message.contains("ada"))
        }
    }

    @Test(
        "has the reason of its SQLSTATE",
        arguments: [
            ("23505", .notUnique("c")), ("23503", .foreignKey), ("23502", .notNull("k")), ("23514", .check("c")),
            ("57014", .timeout), ("25P03", .timeout), ("55P03", .busy), ("40001", .busy), ("40P01", .busy),
            ("53100", .diskFull), ("25006", .readOnly), ("08006", .connectionLost), ("08000", .connectionLost),
            ("08P01", .refused), ("57P01", .connectionLost), ("57P02", .connectionLost), ("57P03", .connectionLost),
            ("3D000", .cannotOpen), ("28000", .cannotOpen), ("28P01", .cannotOpen), ("XX001", .damaged),
            ("XX002", .damaged),
            ("22P02", .unexpectedValue), ("22003", .unexpectedValue), ("42601", .refused), ("0A000", .refused),
            ("XX000", .refused), ("53300", .refused),
        ] as [(String, DatabaseError.Reason)])
    func states(state: String, reason: DatabaseError.Reason) {
        let message = ServerMessage(state: state, primary: "said", constraint: "c", column: "k")
        #expect(message.error(sql: "SELECT 1") == DatabaseError(reason, message.error().message, sql: "SELECT 1"))
        #expect(message.error().message.contains("said") != state.hasPrefix("22"))
    }
}
