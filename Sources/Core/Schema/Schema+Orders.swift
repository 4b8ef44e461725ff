public import Database

extension Schema {
    static let orders: SQL = """
        CREATE TABLE product (
            id {id},
            source_id {integer} NOT NULL REFERENCES source (id),
            code {text} NOT NULL,
            name {text} NOT NULL,
            UNIQUE (source_id, code)
        ){strict};

        CREATE TABLE shop_order (
            id {id},
            source_id {integer} NOT NULL REFERENCES source (id),
            number {text} NOT NULL CHECK (number <> ''),
            part {text} NOT NULL,               -- tells apart what stands under one number
            customer_id {integer} REFERENCES customer (id),
            is_reversed {integer} NOT NULL CHECK (is_reversed IN (0, 1)),    -- wholly given back: no purchase any more
            status {text},
            payment_status {text},
            fulfilment_status {text},
            occurred_at {integer} NOT NULL,
            day {integer} NOT NULL,
            minute {integer} CHECK (minute BETWEEN 0 AND 1439),
            left_out {text},                    -- why it is in no figure, where it is not
            currency {text} NOT NULL CHECK (LENGTH(currency) = 3),
            amount_minor {integer} NOT NULL CHECK (amount_minor >= 0),
            base_minor {integer} NOT NULL CHECK (base_minor >= 0),    -- in the business's currency
            contribution_minor {integer},
            lacks_goods_cost {integer} NOT NULL CHECK (lacks_goods_cost IN (0, 1)),
            country_id {integer} REFERENCES term (id),
            city_id {integer} REFERENCES term (id),
            origin_id {integer} REFERENCES term (id),
            channel_id {integer} REFERENCES term (id),
            delivery_id {integer} REFERENCES term (id),
            payment_id {integer} REFERENCES term (id),
            coupon_id {integer} REFERENCES term (id),
            digest {integer} NOT NULL,          -- of all that was read, so that what did not change is left alone
            changed_at {integer} NOT NULL
        ){strict};

        CREATE TABLE order_line (
            order_id {integer} NOT NULL REFERENCES shop_order (id),
            position {integer} NOT NULL CHECK (position > 0),
            product_id {integer} REFERENCES product (id),
            quantity_milli {integer},
            price_minor {integer},
            amount_minor {integer},
            PRIMARY KEY (order_id, position)
        ){clustered};

        CREATE TABLE refund (
            id {id},
            source_id {integer} NOT NULL REFERENCES source (id),
            number {text} NOT NULL CHECK (number <> ''),
            part {text} NOT NULL,               -- tells apart what stands under one number
            customer_id {integer} REFERENCES customer (id),
            order_number {text},                -- of the order it gives back, as the source tells
            occurred_at {integer} NOT NULL,
            day {integer} NOT NULL,
            minute {integer} CHECK (minute BETWEEN 0 AND 1439),
            left_out {text},                    -- why it is in no figure, where it is not
            currency {text} NOT NULL CHECK (LENGTH(currency) = 3),
            amount_minor {integer} NOT NULL CHECK (amount_minor >= 0),
            base_minor {integer} NOT NULL CHECK (base_minor >= 0),    -- in the business's currency
            contribution_minor {integer},
            lacks_goods_cost {integer} NOT NULL CHECK (lacks_goods_cost IN (0, 1)),
            country_id {integer} REFERENCES term (id),
            city_id {integer} REFERENCES term (id),
            origin_id {integer} REFERENCES term (id),
            channel_id {integer} REFERENCES term (id),
            delivery_id {integer} REFERENCES term (id),
            payment_id {integer} REFERENCES term (id),
            coupon_id {integer} REFERENCES term (id),
            digest {integer} NOT NULL,          -- of all that was read, so that what did not change is left alone
            changed_at {integer} NOT NULL
        ){strict};

        CREATE TABLE refund_line (
            refund_id {integer} NOT NULL REFERENCES refund (id),
            position {integer} NOT NULL CHECK (position > 0),
            product_id {integer} REFERENCES product (id),
            quantity_milli {integer},
            price_minor {integer},
            amount_minor {integer},
            PRIMARY KEY (refund_id, position)
        ){clustered};

        CREATE TABLE cart (
            id {id},
            source_id {integer} NOT NULL REFERENCES source (id),
            number {text} NOT NULL CHECK (number <> ''),
            customer_id {integer} REFERENCES customer (id),
            order_id {integer} REFERENCES shop_order (id),    -- what it became
            currency {text} NOT NULL CHECK (LENGTH(currency) = 3),
            amount_minor {integer} NOT NULL CHECK (amount_minor >= 0),
            lines {json},
            created_at {integer} NOT NULL,
            changed_at {integer} NOT NULL,
            UNIQUE (source_id, number)
        ){strict};
        CREATE INDEX cart_customer ON cart (customer_id);
        """ + orderIndexes

    /// Apart, since a first load makes them when all rows are there. May be run again.
    public static let orderIndexes: SQL = """

        CREATE UNIQUE INDEX IF NOT EXISTS shop_order_number ON shop_order (source_id, number, part);
        CREATE INDEX IF NOT EXISTS shop_order_customer ON shop_order (customer_id, day);
        CREATE UNIQUE INDEX IF NOT EXISTS refund_number ON refund (source_id, number, part);
        CREATE INDEX IF NOT EXISTS refund_customer ON refund (customer_id, day);
        """

    /// Undoes `orderIndexes`.
    public static let withoutOrderIndexes: SQL = """
        DROP INDEX IF EXISTS shop_order_number;
        DROP INDEX IF EXISTS shop_order_customer;
        DROP INDEX IF EXISTS refund_number;
        DROP INDEX IF EXISTS refund_customer;
        """
}
