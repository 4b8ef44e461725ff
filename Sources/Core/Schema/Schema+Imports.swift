import Database

extension Schema {
    static let imports: SQL = """
        CREATE TABLE import_run (
            id {lasting id},
            kind {text} NOT NULL CHECK (kind IN ('orders', 'customers', 'products', 'consents', 'costs')),
            source_id {integer} NOT NULL REFERENCES source (id),
            files {json} NOT NULL,              -- names, as given
            digest {text} NOT NULL,             -- of the files' bytes and all options that change what is read
            state {text} NOT NULL CHECK (state IN ('running', 'done', 'abandoned')),
            lease_until {integer} NOT NULL,     -- a running import that has passed it was broken off
            is_first_load {integer} NOT NULL CHECK (is_first_load IN (0, 1)),    -- indexes are made at its end
            batches {integer} NOT NULL CHECK (batches >= 0),
            rows_read {integer} NOT NULL,
            rows_accepted {integer} NOT NULL,
            rows_rejected {integer} NOT NULL,
            rows_ignored {integer} NOT NULL,
            reasons {json},                     -- rows by the reason why they were rejected or ignored
            added {integer} NOT NULL,
            changed {integer} NOT NULL,
            unchanged {integer} NOT NULL,
            started_at {integer} NOT NULL,
            ended_at {integer},
            CHECK (rows_accepted + rows_rejected + rows_ignored = rows_read),
            CHECK ((state = 'running') = (ended_at IS NULL))
        ){strict};
        CREATE INDEX import_run_digest ON import_run (digest);

        CREATE TABLE rejected_row (
            import_id {integer} NOT NULL REFERENCES import_run (id),
            place {integer} NOT NULL CHECK (place > 0),    -- among the rejected rows of the import
            file {text} NOT NULL,
            line {integer} NOT NULL CHECK (line > 0),
            reason {text} NOT NULL,
            text {text} NOT NULL,
            PRIMARY KEY (import_id, place)
        ){clustered};
        """
}
