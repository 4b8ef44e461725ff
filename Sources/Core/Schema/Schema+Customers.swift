import Database

extension Schema {
    static let customers: SQL = """
        -- A merged customer stays and points at the one who took it in; orders keep the one they came with.
        CREATE TABLE customer (
            id {lasting id},
            reference {text} NOT NULL,          -- the identity that reports name the customer by
            name {text},
            language {text},
            attributes {json},
            merged_into {integer} REFERENCES customer (id) CHECK (merged_into <> id),
            created_at {integer} NOT NULL,
            updated_at {integer} NOT NULL,
            erased_at {integer}
        ){strict};
        CREATE INDEX customer_merged_into ON customer (merged_into) WHERE merged_into IS NOT NULL;

        CREATE TABLE customer_identity (
            id {id},
            customer_id {integer} NOT NULL REFERENCES customer (id),
            kind {text} NOT NULL CHECK (kind IN ('email', 'phone', 'external')),
            source_id {integer} NOT NULL REFERENCES source (id),
            value {text} NOT NULL CHECK (value <> ''),
            created_at {integer} NOT NULL,
            CHECK (kind = 'external' OR source_id = 0),
            UNIQUE (kind, source_id, value)
        ){strict};
        CREATE INDEX customer_identity_customer ON customer_identity (customer_id);

        CREATE TABLE customer_merge (
            id {lasting id},
            survivor_id {integer} NOT NULL REFERENCES customer (id),
            absorbed_id {integer} NOT NULL REFERENCES customer (id) CHECK (absorbed_id <> survivor_id),
            reason {text} NOT NULL,
            merged_at {integer} NOT NULL,
            undone_at {integer} CHECK (undone_at >= merged_at)
        ){strict};
        CREATE INDEX customer_merge_survivor ON customer_merge (survivor_id);
        CREATE UNIQUE INDEX customer_merge_absorbed ON customer_merge (absorbed_id) WHERE undone_at IS NULL;
        """
}
