public import Database

/// The tables, as numbered steps; each topic has a file.
///
/// Money columns end in `_minor`, with a currency beside them or that of the business; instants end in `_at` and are UTC
/// milliseconds; `day` is a day of the business since 1970-01-01 and `minute` one of that day. Yes and no are 1 and 0.
public enum Schema {
    /// In the order in which they are applied.
    public static let migrations: [Migration] = [
        Migration(1, "business and sources", business),
        Migration(2, "customers", customers),
        Migration(3, "orders", orders),
        Migration(4, "timeline", timeline),
        Migration(5, "imports", imports),
        Migration(6, "consents and privacy", privacy),
        Migration(7, "jobs", jobs),
        Migration(8, "scores, rates and costs", figures),
    ]
}
