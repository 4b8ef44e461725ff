import Database

extension Schema {
    static let timeline: SQL = """
        -- position: in the order of commits, given afterwards; NULL until then.
        CREATE TABLE event (
            id {lasting id},
            position {integer} UNIQUE CHECK (position > 0),
            customer_id {integer} REFERENCES customer (id),
            kind {text} NOT NULL CHECK (kind <> ''),
            is_historical {integer} NOT NULL CHECK (is_historical IN (0, 1)),
            occurred_at {integer} NOT NULL,
            recorded_at {integer} NOT NULL,
            data {json} NOT NULL
        ){strict};
        CREATE INDEX event_without_position ON event (id) WHERE position IS NULL;
        CREATE INDEX event_customer ON event (customer_id, occurred_at);

        CREATE TABLE subscriber (
            name {text} PRIMARY KEY,
            position {integer} NOT NULL CHECK (position >= 0),    -- of the last event it has handled
            failures {integer} NOT NULL CHECK (failures >= 0),    -- on end, of the event behind that
            retry_at {integer} NOT NULL,
            failed_event_id {integer},
            last_error {text},
            changed_at {integer} NOT NULL,
            CHECK ((failures > 0) = (failed_event_id IS NOT NULL)),
            CHECK ((failures > 0) = (last_error IS NOT NULL))
        ){strict};

        -- The last position that was given: kept apart, since the event that has it may be deleted.
        CREATE TABLE sequencer (
            id {integer} PRIMARY KEY CHECK (id = 1),
            position {integer} NOT NULL CHECK (position >= 0)
        ){strict};
        INSERT INTO sequencer (id, position) VALUES (1, 0);
        """
}
