import Database

/// What a ledger is made of.
enum LedgerStatements {
    /// All customers. No index: the whole table.
    static let customers: SQL = "SELECT id, merged_into, reference FROM customer ORDER BY id"

    static let orders: SQL =
        "SELECT customer_id, day, minute, base_minor, is_reversed, " + columns + " FROM shop_order" + end

    static let refunds: SQL = "SELECT customer_id, day, minute, base_minor, 0, " + columns + " FROM refund" + end

    private static let columns: SQL = """
        contribution_minor, lacks_goods_cost, country_id, city_id, origin_id, channel_id, delivery_id, payment_id,
        coupon_id
        """

    /// Until the day $1. No index: the whole table, as it lies.
    private static let end: SQL = " WHERE left_out IS NULL AND day <= $1 ORDER BY id"

    static let terms: SQL = "SELECT id, text FROM term ORDER BY id"
}
