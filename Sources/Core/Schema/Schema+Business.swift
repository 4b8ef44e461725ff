import Database

extension Schema {
    static let business: SQL = """
        CREATE TABLE business (
            id {integer} PRIMARY KEY CHECK (id = 1),
            name {text} NOT NULL,
            time_zone {text} NOT NULL,
            currency {text} NOT NULL CHECK (LENGTH(currency) = 3),
            created_at {integer} NOT NULL
        ){strict};

        -- Where data comes from: a shop, files, the API. Source 0 is everywhere: an e-mail address is the same in all.
        CREATE TABLE source (
            id {integer} PRIMARY KEY,
            name {text} NOT NULL UNIQUE,
            created_at {integer} NOT NULL
        ){strict};
        INSERT INTO source (id, name, created_at) VALUES (0, '', 0);

        -- Texts that many orders share: countries, channels, coupons. Orders name them by number.
        CREATE TABLE term (
            id {id},
            dimension {text} NOT NULL,
            text {text} NOT NULL,
            UNIQUE (dimension, text)
        ){strict};

        -- What was done by whom, beyond what happens to customers.
        CREATE TABLE audit_entry (
            id {lasting id},
            at {integer} NOT NULL,
            actor {text} NOT NULL,
            action {text} NOT NULL,
            subject {text} NOT NULL,
            details {json}
        ){strict};
        CREATE INDEX audit_entry_at ON audit_entry (at);
        """
}
