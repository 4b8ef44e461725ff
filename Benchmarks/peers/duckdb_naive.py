"""The SQL that most people would write: types found by DuckDB, one common table expression, one query a question."""

import duckdb

import peer

file, shape, customers_file = peer.arguments()
clock = peer.Clock()
db = duckdb.connect()

amount = "quantity * unit_price" if shape.lines else "amount"
decimal = ", decimal_separator = ','" if shape.decimal == "," else ""
db.execute(f"""
    CREATE TABLE row AS
    SELECT order_id, {shape.customer} AS customer, "timestamp", CAST({amount} AS DECIMAL(18, 2)) AS amount
    FROM read_csv('{file}'{decimal})
""")
db.execute("""
    CREATE VIEW document AS
    SELECT customer, order_id, min("timestamp") AS placed, sum(amount) AS amount
    FROM row GROUP BY customer, order_id
""")
clock.lap("load")

overview = db.execute("""
    WITH customer AS (
        SELECT customer, count(*) FILTER (amount >= 0) AS orders, sum(amount) FILTER (amount >= 0) AS gross,
            coalesce(-sum(amount) FILTER (amount < 0), 0) AS refunds, sum(amount) AS net
        FROM document GROUP BY customer
    )
    SELECT count(*) FILTER (orders > 0), sum(orders), sum(gross) * 100, sum(refunds) * 100, sum(net) * 100,
        count(*) FILTER (orders > 1)
    FROM customer
""").fetchone()
clock.lap("overview")

db.execute("""
    CREATE TABLE rfm AS
    SELECT customer, max(placed::DATE) FILTER (amount >= 0) AS last_day,
        count(DISTINCT placed::DATE) FILTER (amount >= 0) AS purchase_days, sum(amount) AS net
    FROM document GROUP BY customer HAVING count(*) FILTER (amount >= 0) > 0
""")
rfm = db.execute("SELECT count(*), sum(last_day - DATE '1970-01-01'), sum(purchase_days), sum(net) * 100 FROM rfm")
rfm = rfm.fetchone()
clock.lap("rfm")

cells = db.execute("""
    WITH first AS (
        SELECT customer, date_trunc('month', min(placed)) AS cohort FROM document WHERE amount >= 0 GROUP BY customer
    )
    SELECT date_diff('month', DATE '1970-01-01', cohort), date_diff('month', cohort, date_trunc('month', placed)),
        count(DISTINCT customer) FILTER (amount >= 0), count(*) FILTER (amount >= 0), sum(amount) * 100
    FROM document JOIN first USING (customer)
    GROUP BY ALL
""").fetchall()
clock.lap("cohorts")

if customers_file:
    db.execute(f"""
        COPY (SELECT customer, last_day, purchase_days, (net * 100)::BIGINT AS net FROM rfm) TO '{customers_file}' (HEADER)
    """)
peer.answer(clock, overview, rfm, cells)
