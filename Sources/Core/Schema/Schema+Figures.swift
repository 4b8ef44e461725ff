import Database

extension Schema {
    static let figures: SQL = """
        CREATE TABLE customer_score (
            customer_id {integer} PRIMARY KEY REFERENCES customer (id),
            last_order_day {integer} NOT NULL,
            orders {integer} NOT NULL CHECK (orders >= 0),
            net_minor {integer} NOT NULL,
            recency_score {integer} CHECK (recency_score BETWEEN 1 AND 5),
            frequency_score {integer} CHECK (frequency_score BETWEEN 1 AND 5),
            monetary_score {integer} CHECK (monetary_score BETWEEN 1 AND 5),
            p_alive {real} CHECK (p_alive BETWEEN 0 AND 1),
            expected_orders {real},
            expected_minor {integer},
            changed_at {integer} NOT NULL
        ){strict};

        -- How much of the business's currency one unit cost on that day: a decimal number as written.
        CREATE TABLE exchange_rate (
            currency {text} NOT NULL CHECK (LENGTH(currency) = 3),
            day {integer} NOT NULL,
            rate {text} NOT NULL,
            PRIMARY KEY (currency, day)
        ){strict};

        CREATE TABLE acquisition_cost (
            origin {text} NOT NULL,
            month {integer} NOT NULL,           -- since January 1970
            currency {text} NOT NULL CHECK (LENGTH(currency) = 3),
            spent_minor {integer} NOT NULL CHECK (spent_minor >= 0),
            changed_at {integer} NOT NULL,
            PRIMARY KEY (origin, month, currency)
        ){strict};
        """
}
