import Database

extension Schema {
    static let privacy: SQL = """
        -- Never changed; what is in force is the last row of a customer, channel and purpose.
        CREATE TABLE consent (
            id {lasting id},
            customer_id {integer} NOT NULL REFERENCES customer (id),
            channel {text} NOT NULL CHECK (channel IN ('email', 'sms', 'phone', 'push', 'post')),
            purpose {text} NOT NULL CHECK (purpose <> ''),
            state {text} NOT NULL CHECK (state IN ('given', 'denied', 'withdrawn')),
            basis {text} NOT NULL CHECK (basis IN ('consent', 'soft-opt-in', 'contract', 'legitimate-interest')),
            wording {text},
            wording_version {text},
            language {text},
            collected_by {text} NOT NULL CHECK (collected_by IN ('form', 'import', 'staff', 'api', 'message')),
            proof {text},                       -- where the proof lies, or what it is
            network_address {text},
            user_agent {text},
            is_proven {integer} NOT NULL CHECK (is_proven IN (0, 1)),
            occurred_at {integer} NOT NULL,
            recorded_at {integer} NOT NULL
        ){strict};
        CREATE INDEX consent_customer ON consent (customer_id, channel, purpose, occurred_at);

        -- Who must never be written to again, told by a keyed hash alone: the key is not in the database.
        CREATE TABLE suppression (
            id {lasting id},
            channel {text} NOT NULL CHECK (channel IN ('email', 'sms', 'phone', 'push', 'post', 'all')),
            mark {blob} NOT NULL,
            reason {text} NOT NULL,
            since_at {integer} NOT NULL,
            UNIQUE (channel, mark)
        ){strict};

        CREATE TABLE erasure (
            id {lasting id},
            customer_id {integer} NOT NULL,
            requested_at {integer} NOT NULL,
            erased_at {integer} NOT NULL,
            receipt {json} NOT NULL
        ){strict};

        CREATE TABLE retention_period (
            data_class {text} PRIMARY KEY,
            days {integer} NOT NULL CHECK (days > 0),
            changed_at {integer} NOT NULL
        ){strict};
        """
}
