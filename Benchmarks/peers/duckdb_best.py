"""The fastest SQL we found for the same numbers; ../README.md tells what was tried and why this won."""

import duckdb

import peer

file, shape, customers_file = peer.arguments()
clock = peer.Clock()
db = duckdb.connect()
db.execute(f"SET threads = {peer.THREADS}")

# Load. Explicit types, no sniffing, no quotes where there are none, the day parsed as a DATE straight from the
# timestamp, money as whole cents, days and months as small numbers since 1970. An e-mail address is grouped by its
# hash, which is checked to be exact below.
EPOCH = "DATE '1970-01-01'"
MONTH = f"date_diff('month', {EPOCH}, {{}})::USMALLINT AS month"
by_email = shape.customer == "email"
types = {"order_id": "UINTEGER", shape.customer: "VARCHAR" if by_email else "UINTEGER", "timestamp": "DATE"}
types |= {"product": "VARCHAR", "quantity": "SMALLINT", "unit_price": "DECIMAL(9, 2)"} if shape.lines else {}
types |= {} if shape.lines else {"amount": "DECIMAL(9, 2)"}
types |= {"currency": "VARCHAR"}
db.execute(f"""
    CREATE TEMP TABLE line AS
    SELECT order_id, {"email, hash(email)" if by_email else "customer_id"} AS customer,
        ("timestamp" - {EPOCH})::USMALLINT AS day,
        {"(100 * unit_price)::INTEGER * quantity" if shape.lines else "(100 * amount)::INTEGER"} AS amount
        {"" if shape.lines else ", " + MONTH.format('"timestamp"')}
    FROM read_csv('{file}', columns = {types}, auto_detect = false, header = true, delim = '{shape.delimiter}',
        quote = '{shape.quote}', escape = '{shape.quote}', decimal_separator = '{shape.decimal}', parallel = true)
""")
clock.lap("load")

# Merge. Rows with one order id are one document; where the ids strictly ascend every row is one already.
rising = "SELECT bool_and(rises) FROM (SELECT order_id > lag(order_id) OVER () AS rises FROM line)"
ascending = db.execute(rising).fetchone()[0]
db.execute("SET preserve_insertion_order = false")
if by_email:
    db.execute("""
        CREATE TEMP TABLE address AS
        SELECT hash, email, (row_number() OVER () - 1)::UINTEGER AS customer
        FROM (SELECT DISTINCT customer AS hash, email FROM line)
    """)
    exact = db.execute("SELECT count(*) = count(DISTINCT hash) FROM address").fetchone()[0]
    assert exact, "two e-mail addresses share a hash"
    db.execute("""
        CREATE TEMP TABLE coded AS
        SELECT order_id, address.customer, day, amount, month FROM line JOIN address ON line.customer = hash
    """)
    db.execute("DROP TABLE line; ALTER TABLE coded RENAME TO line")
if ascending:
    db.execute("ALTER TABLE line RENAME TO document")
else:
    db.execute(f"""
        CREATE TEMP TABLE document AS
        SELECT customer, day, amount, {MONTH.format(f"{EPOCH} + day::INTEGER")}
        FROM (
            SELECT customer, min(day) AS day, sum(amount)::INTEGER AS amount FROM line GROUP BY customer, order_id
        )
    """)
clock.lap("merge")

# Small integers are grouped in an array instead of a hash table, if the threshold (bits) allows it.
db.execute("SET perfect_ht_threshold = 24")
first_month, last_month, first_day, last_day, first_customer, last_customer = db.execute("""
    SELECT min(month), max(month), min(day), max(day), min(customer), max(customer) FROM document
""").fetchone()
months = range(last_month - first_month + 1)
assert len(months) <= 64

# Customers: all but the purchase days; `months` is the set of months with an order.
db.execute(f"""
    CREATE TEMP TABLE customer AS
    SELECT customer, min(month) AS first_month, max(day) AS last_day, count(*) AS orders, sum(amount) AS gross,
        bit_or(1::UBIGINT << (month - {first_month})) AS months
    FROM document WHERE amount >= 0 GROUP BY customer
""")
db.execute("""
    CREATE TEMP TABLE refund AS
    SELECT customer, -sum(amount) AS refunded FROM document WHERE amount < 0 GROUP BY customer
""")
clock.lap("customers")

refunds = db.execute("SELECT coalesce(sum(refunded), 0) FROM refund").fetchone()[0]
customers, orders, gross, repeat = db.execute("""
    SELECT count(*), sum(orders), sum(gross), count(*) FILTER (orders > 1) FROM customer
""").fetchone()
overview = customers, orders, gross, refunds, gross - refunds, repeat
clock.lap("overview")

# Distinct purchase days: a set of bits for each customer and 120 days; in a file in time order each part reads a
# stretch of the table alone.
parts = [
    f"""
    SELECT customer, bit_count(bit_or(1::HUGEINT << (day - {begin}))) AS days
    FROM document WHERE day BETWEEN {begin} AND {begin + 119} AND amount >= 0 GROUP BY customer
    """
    for begin in range(first_day, last_day + 1, 120)
]
db.execute(f"CREATE TEMP TABLE stretch AS {' UNION ALL '.join(parts)}")
db.execute("""
    CREATE TEMP TABLE rfm AS
    SELECT customer, last_day, purchase_days, gross - coalesce(refunded, 0) AS net
    FROM customer
    JOIN (SELECT customer, sum(days) AS purchase_days FROM stretch GROUP BY customer) USING (customer)
    LEFT JOIN refund USING (customer)
""")
rfm = db.execute("SELECT count(*), sum(last_day), sum(purchase_days), sum(net) FROM rfm").fetchone()
clock.lap("rfm")

# Cohorts: active customers from the sets of months, orders and money from the documents. A join to fewer than a
# million integers needs no hash table, hence the parts.
sums = ", ".join(f"sum((months >> {month}) & 1)" for month in months)
active = {
    (first, first_month + month): count
    for first, *counts in db.execute(f"SELECT first_month, {sums} FROM customer GROUP BY first_month").fetchall()
    for month, count in enumerate(counts)
}
ranges = [f"customer BETWEEN {begin} AND {begin + 999_998}" for begin in range(first_customer, last_customer + 1, 999_999)]
parts = [
    f"""
    SELECT first_month, month, count(*) FILTER (amount >= 0) AS orders, sum(amount) AS net
    FROM (SELECT * FROM document WHERE {range}) JOIN (SELECT customer, first_month FROM customer WHERE {range})
        USING (customer)
    GROUP BY first_month, month
    """
    for range in ranges
]
cells = db.execute(f"""
    SELECT first_month, month, sum(orders), sum(net) FROM ({" UNION ALL ".join(parts)}) GROUP BY first_month, month
""").fetchall()
cells = [(first, month - first, active.get((first, month), 0), orders, net) for first, month, orders, net in cells]
clock.lap("cohorts")

if customers_file:
    name = "email AS customer" if by_email else "customer"
    db.execute(f"""
        COPY (
            SELECT {name}, {EPOCH} + last_day::INTEGER AS last_day, purchase_days, net
            FROM rfm {"JOIN address USING (customer)" if by_email else ""}
        ) TO '{customers_file}' (HEADER)
    """)
peer.answer(clock, overview, rfm, cells)
