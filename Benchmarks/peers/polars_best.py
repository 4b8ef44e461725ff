"""The fastest polars we found for the same numbers; ../README.md tells what was tried and why this won."""

import polars as pl

import peer

file, shape, customers_file = peer.arguments()
clock = peer.Clock()
column = pl.col

# Load. The day is read from the first ten letters of the timestamp, money becomes whole cents.
by_email = shape.customer == "email"
schema = {"order_id": pl.UInt32, shape.customer: pl.String if by_email else pl.UInt32, "timestamp": pl.String}
schema |= {"product": pl.String, "quantity": pl.Int32, "unit_price": pl.Float64} if shape.lines else {}
schema |= {} if shape.lines else {"amount": pl.Float64}
schema |= {"currency": pl.String}
cents = (100 * column("unit_price")).round().cast(pl.Int32) * column("quantity")
if not shape.lines:
    cents = (100 * column("amount")).round().cast(pl.Int32)
scan = pl.scan_csv(
    file,
    schema=schema,
    separator=shape.delimiter,
    quote_char=shape.quote or None,
    decimal_comma=shape.decimal == ",",
)
document = scan.select(
    column("order_id"),
    column(shape.customer).alias("customer"),
    column("timestamp").str.slice(0, 10).str.to_date("%Y-%m-%d").cast(pl.Int32).alias("day"),
    cents.alias("amount"),
).collect(engine="streaming")
clock.lap("load")

# Merge. Rows with one order id are one document; where the ids strictly ascend every row is one already.
ids = document["order_id"]
if not (ids.slice(1) > ids.head(len(ids) - 1)).all():
    document = (
        document.lazy()
        .group_by("customer", "order_id")
        .agg(column("day").min(), column("amount").sum())
        .collect(engine="streaming")
    )
if by_email:
    document = document.with_columns(code=column("customer").cast(pl.Categorical).to_physical())
else:
    document = document.with_columns(code=column("customer") - document["customer"].min())
clock.lap("merge")

# Customer, day and money in one number: sorting that is much faster than grouping, and all else is told from
# neighbours in the sorted column.
day_zero = document["day"].min()
day_bits = (document["day"].max() - day_zero).bit_length()
money_bits = document["amount"].max().bit_length()
assert document["code"].max().bit_length() + day_bits + money_bits <= 64



key = (
    column("code").cast(pl.UInt64) * 2 ** (day_bits + money_bits)
    + (column("day") - day_zero).cast(pl.UInt64) * 2**money_bits
    + column("amount").cast(pl.UInt64)
)
calendar = pl.DataFrame({"date": pl.int_range(day_zero, day_zero + 2**day_bits, eager=True).cast(pl.Int32).cast(pl.Date)})
month_of_day = calendar.select(
    ((column("date").dt.year() - 1970) * 12 + column("date").dt.month() - 1).cast(pl.UInt16)
).to_series()
order = document.lazy().filter(column("amount") >= 0).select(key=key).sort("key").collect(engine="streaming")["key"]
order = order.rechunk()
order = pl.DataFrame(
    {
        "code": (order // 2 ** (day_bits + money_bits)).cast(pl.UInt32),
        "customer_day": order // 2**money_bits,
        "amount": (order % 2**money_bits).cast(pl.Int64),
    }
)
order = order.with_columns(
    day=(column("customer_day") % 2**day_bits).cast(pl.UInt32),
    is_first=(column("code") != column("code").shift(1)).fill_null(True),
    is_new_day=(column("customer_day") != column("customer_day").shift(1)).fill_null(True),
).with_columns(month=pl.lit(month_of_day).gather(column("day")))
refund = document.lazy().filter(column("amount") < 0).select("code", "day", "amount").collect()
clock.lap("sort")

begin = order["is_first"].arg_true()
end = pl.concat([begin.slice(1) - 1, pl.Series([len(order) - 1], dtype=begin.dtype)])
until = order.select(column("amount").cum_sum(), days=column("is_new_day").cast(pl.UInt32).cum_sum()).select(
    pl.all().gather(end)
)
customer = pl.DataFrame({"code": order["code"].gather(begin), "first_month": order["month"].gather(begin)}).with_columns(
    last_day=order["day"].gather(end).cast(pl.Int32) + day_zero,
    orders=end - begin + 1,
    gross=until["amount"].diff().fill_null(until["amount"].head(1).item()),
    purchase_days=until["days"].cast(pl.Int64).diff().fill_null(until["days"].head(1).item()),
)
clock.lap("customers")

refunded = -refund["amount"].cast(pl.Int64).sum()
gross = customer["gross"].sum()
overview = (
    len(customer), customer["orders"].sum(), gross, refunded, gross - refunded, (customer["orders"] > 1).sum(),
)
clock.lap("overview")

rfm = (
    customer.lazy()
    .join(refund.lazy().group_by("code").agg(refunded=column("amount").cast(pl.Int64).sum()), on="code", how="left")
    .select("code", "last_day", "purchase_days", net=column("gross") + column("refunded").fill_null(0))
    .collect(engine="streaming")
)
sums = len(rfm), rfm["last_day"].cast(pl.Int64).sum(), rfm["purchase_days"].sum(), rfm["net"].sum()
clock.lap("rfm")

cells = (
    order.lazy()
    .with_columns(
        first_month=pl.lit(customer["first_month"]).gather(column("is_first").cast(pl.UInt32).cum_sum() - 1),
        is_new_month=column("is_first") | (column("month") != column("month").shift(1)),
    )
    .group_by("first_month", "month")
    .agg(column("is_new_month").sum().alias("active"), pl.len().alias("orders"), column("amount").sum())
    .collect()
)
refund_cells = (
    refund.lazy()
    .with_columns(month=pl.lit(month_of_day).gather(column("day") - day_zero))
    .join(customer.lazy().select("code", "first_month"), on="code")
    .group_by("first_month", "month")
    .agg(column("amount").cast(pl.Int64).sum().alias("refund"))
    .collect(engine="streaming")
)
cells = (
    cells.join(refund_cells, on=["first_month", "month"], how="full", coalesce=True)
    .fill_null(0)
    .select(
        "first_month",
        column("month").cast(pl.Int32) - column("first_month"),
        "active",
        "orders",
        column("amount") + column("refund"),
    )
    .rows()
)
clock.lap("cohorts")

if customers_file:
    names = document.select("code", "customer").unique()
    rfm.join(names, on="code").select(
        "customer", column("last_day").cast(pl.Int32).cast(pl.Date), "purchase_days", "net"
    ).write_csv(customers_file)
peer.answer(clock, overview, sums, cells)
