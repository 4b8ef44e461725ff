import Database

/// What an import asks of the database, for a whole batch at a time.
enum ImportStatements {
    /// Who has the staged identities. Index: customer_identity (kind, source_id, value).
    static let owners: SQL = """
        SELECT staged.place, known.customer_id
        FROM staged_identity AS staged CROSS JOIN customer_identity AS known
        WHERE known.kind = staged.kind AND known.source_id = staged.source_id AND known.value = staged.value
        """

    /// All kinds of identities of those who have any of the staged ones. Index: customer_identity_customer.
    static let ownedKinds: SQL = """
        SELECT DISTINCT other.customer_id, other.kind, other.source_id
        FROM staged_identity AS staged CROSS JOIN customer_identity AS known CROSS JOIN customer_identity AS other
        WHERE known.kind = staged.kind AND known.source_id = staged.source_id AND known.value = staged.value
            AND other.customer_id = known.customer_id
        """

    /// Orders of source $1 that are kept under the staged numbers. Index: shop_order_number.
    static let knownOrders: SQL = """
        SELECT staged.place, known.id, known.digest
        FROM staged_number AS staged CROSS JOIN shop_order AS known
        WHERE staged.is_refund = 0 AND known.source_id = $1 AND known.number = staged.number
            AND known.part = staged.part
        """

    /// Refunds of source $1 that are kept under the staged numbers. Index: refund_number.
    static let knownRefunds: SQL = """
        SELECT staged.place, known.id, known.digest
        FROM staged_number AS staged CROSS JOIN refund AS known
        WHERE staged.is_refund = 1 AND known.source_id = $1 AND known.number = staged.number
            AND known.part = staged.part
        """

    /// Lines of orders that are about to get others. Index: the key of order_line.
    static let deleteStagedOrderLines: SQL =
        "DELETE FROM order_line WHERE order_id IN (SELECT id FROM staged_order)"

    /// Lines of refunds that are about to get others. Index: the key of refund_line.
    static let deleteStagedRefundLines: SQL =
        "DELETE FROM refund_line WHERE refund_id IN (SELECT id FROM staged_refund)"

    /// Gives orders that stand under one key each a part of its own. No index: it comes afterwards.
    static let tellApartOrders = tellApart("shop_order")

    /// The same of refunds.
    static let tellApartRefunds = tellApart("refund")

    private static func tellApart(_ table: StaticString) -> SQL {
        "UPDATE " + SQL(table) + """
             SET part = part || '~' || CAST(id AS {text})
            WHERE id IN (
                SELECT numbered.id FROM (
                    SELECT id, ROW_NUMBER() OVER (
                        PARTITION BY source_id, number, part ORDER BY CASE WHEN left_out IS NULL THEN 0 ELSE 1 END, id
                    ) AS place FROM
            """ + " " + SQL(table) + ") AS numbered WHERE numbered.place > 1)"
    }
}
