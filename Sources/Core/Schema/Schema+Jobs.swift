import Database

extension Schema {
    static let jobs: SQL = """
        CREATE TABLE job (
            id {lasting id},
            kind {text} NOT NULL CHECK (kind <> ''),
            payload {json} NOT NULL,
            unique_key {text},                  -- one job a key waits, and one runs
            priority {integer} NOT NULL CHECK (priority BETWEEN 1 AND 4),    -- the higher the sooner
            state {text} NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'dead')),
            run_at {integer} NOT NULL,
            attempts {integer} NOT NULL CHECK (attempts >= 0),
            most_attempts {integer} NOT NULL CHECK (most_attempts > 0),
            lease_number {integer} NOT NULL CHECK (lease_number >= 0),    -- grows with every lease: it tells apart who holds
            lease_owner {text},
            lease_until {integer},
            failure {text} CHECK (failure IN ('thrown', 'final', 'unknown-kind', 'unreadable-payload', 'lease-expired')),
            last_error {text},
            created_at {integer} NOT NULL,
            ended_at {integer},
            CHECK ((state = 'running') = (lease_owner IS NOT NULL)),
            CHECK ((state = 'running') = (lease_until IS NOT NULL)),
            CHECK ((state IN ('done', 'dead')) = (ended_at IS NOT NULL)),
            CHECK (state <> 'dead' OR failure IS NOT NULL)
        ){strict};
        -- Priority first and by equality: jobs that wait for a later time are never walked over.
        CREATE INDEX job_waiting ON job (priority, run_at, id) WHERE state = 'waiting';
        CREATE INDEX job_running ON job (lease_until) WHERE state = 'running';
        CREATE INDEX job_ended ON job (state, ended_at, id) WHERE ended_at IS NOT NULL;
        CREATE UNIQUE INDEX job_waiting_key ON job (unique_key) WHERE unique_key IS NOT NULL AND state = 'waiting';
        CREATE UNIQUE INDEX job_running_key ON job (unique_key) WHERE unique_key IS NOT NULL AND state = 'running';

        CREATE TABLE job_schedule (
            name {text} PRIMARY KEY,
            kind {text} NOT NULL CHECK (kind <> ''),
            payload {json} NOT NULL,
            priority {integer} NOT NULL CHECK (priority BETWEEN 1 AND 4),
            most_attempts {integer} NOT NULL CHECK (most_attempts > 0),
            rule {text} NOT NULL,
            next_at {integer} NOT NULL,
            changed_at {integer} NOT NULL
        ){strict};
        """
}
