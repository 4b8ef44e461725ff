import Database

/// The tables that an import fills, column by column in the order in which `DocumentRow` writes them.
enum ImportTables {
    static let order = LoadedTable("shop_order", orderColumns)
    static let refund = LoadedTable("refund", refundColumns)
    static let stagedOrder = LoadedTable("staged_order", isTemporary: true, orderColumns)
    static let stagedRefund = LoadedTable("staged_refund", isTemporary: true, refundColumns)

    static let orderLine = LoadedTable("order_line", [.init("order_id", .integer)] + lineColumns)
    static let refundLine = LoadedTable("refund_line", [.init("refund_id", .integer)] + lineColumns)

    static let stagedNumber = LoadedTable(
        "staged_number", isTemporary: true,
        [.init("place", .integer), .init("is_refund", .integer), .init("number", .text), .init("part", .text)])

    static let customer = LoadedTable(
        "customer",
        [
            .init("id", .integer), .init("reference", .text), .init("created_at", .integer),
            .init("updated_at", .integer),
        ])

    static let identity = LoadedTable(
        "customer_identity",
        [
            .init("customer_id", .integer), .init("kind", .text), .init("source_id", .integer), .init("value", .text),
            .init("created_at", .integer),
        ])

    static let stagedIdentity = LoadedTable(
        "staged_identity", isTemporary: true,
        [.init("place", .integer), .init("kind", .text), .init("source_id", .integer), .init("value", .text)])

    private static let lineColumns: [LoadedTable.Column] = [
        .init("position", .integer), .init("product_id", .integer), .init("quantity_milli", .integer),
        .init("price_minor", .integer), .init("amount_minor", .integer),
    ]

    private static let orderColumns =
        keyColumns + [
            .init("is_reversed", .integer), .init("status", .text), .init("payment_status", .text),
            .init("fulfilment_status", .text),
        ] + documentColumns

    private static let refundColumns = keyColumns + [.init("order_number", .text)] + documentColumns

    private static let keyColumns: [LoadedTable.Column] = [
        .init("id", .integer), .init("source_id", .integer), .init("number", .text), .init("part", .text),
        .init("customer_id", .integer),
    ]

    private static let documentColumns: [LoadedTable.Column] = [
        .init("occurred_at", .integer), .init("day", .integer), .init("minute", .integer), .init("left_out", .text),
        .init("currency", .text), .init("amount_minor", .integer), .init("base_minor", .integer),
        .init("contribution_minor", .integer), .init("lacks_goods_cost", .integer), .init("country_id", .integer),
        .init("city_id", .integer), .init("origin_id", .integer), .init("channel_id", .integer),
        .init("delivery_id", .integer), .init("payment_id", .integer), .init("coupon_id", .integer),
        .init("digest", .integer), .init("changed_at", .integer),
    ]
}

extension LoadedTable {
    /// Sets all columns of `target` but its number to those of this table, row by row of the same number.
    func update(_ target: StaticString) -> SQL {
        let assignments = columns.dropFirst().map { SQL($0.name) + " = staged." + SQL($0.name) }.joined(by: ", ")
        return "UPDATE " + SQL(target) + " SET " + assignments + " FROM " + SQL(name) + " AS staged WHERE staged.id = "
            + SQL(target) + ".id"
    }
}
