extension ColumnPhrases {
    /// The money of an order, in English.
    static let englishMoney: [Entry] = [
        (
            .amount, 94,
            """
            order value, order amount, total order value, order price, total order price, order sum
            """
        ),
        (
            .amount, 100,
            """
            order total, order total amount, grand total, total order amount, total gross, order total gross,
            gross total, total incl tax, total including tax, total inc vat, total incl vat, total charged,
            order grand total, grand total purchased, invoice total, order total incl tax, total paid tax incl,
            order total inc tax, total inc tax, amount gross, order total price, order gross, order revenue,
            invoice amount, total collected
            """
        ),
        (
            .amount, 92,
            """
            total, total price, total amount, amount total, total value, gross amount, total paid, amount paid,
            transaction amount, grand total base, total paid real, total sum, sum total, total sales, gross sales,
            payment value, purchase amount, transaction value, order total tax incl, amount charged, total spent,
            total revenue, sale total, sales total, payment amount, total price usd, base grand total, total payable,
            total due paid, n revenue
            """
        ),
        (
            .amount, 85,
            """
            amount, revenue, sales, sum, gross, value, sales amount, sale amount, spend, spent, turnover, money,
            monetary value, amt, sales value, purchase value, paid amount, payment, order totals, amount spent,
            sale price total, order cost
            """
        ),
        (
            .amountNet, 100,
            """
            total net, net total, order total net, net amount, total excl tax, total excluding tax, total ex vat,
            total excl vat, net value, total paid tax excl, order net total, amount net, total without tax,
            net revenue, net order value, total ex tax, order total ex tax, net order total, order net amount,
            total tax excl, order total excl tax, net sales, order net, net price total
            """
        ),
        (.amountNet, 85, "net"),
        (
            .amountWithoutShipping, 100,
            """
            subtotal, order subtotal, products total, items total, goods total, total products wt,
            order subtotal amount, cart subtotal, products value, merchandise total, total excl shipping,
            order items total, items subtotal, goods value, subtotal price, subtotal inc tax, subtotal incl tax,
            total without shipping, products subtotal, total excluding shipping, item subtotal amount
            """
        ),
        (
            .tax, 100,
            """
            tax, taxes, total tax, vat, vat amount, tax amount, order tax, order total tax amount, sales tax,
            total vat, tax total, order tax amount, cart tax amount, total taxes, tax collected, tax value,
            order total tax, order vat, total tax amount
            """
        ),
        (
            .shipping, 100,
            """
            shipping, shipping amount, shipping cost, shipping price, order shipping amount, shipping total,
            delivery cost, delivery price, delivery fee, postage, shipping fee, shipping charge, freight,
            freight value, delivery amount, total shipping, shipping and handling, shipping cost gross, postage cost,
            total shipping tax incl, order shipping, shipping charges, shipping cost inc tax, shipping handling,
            shipping costs, delivery costs, delivery charge, postage and packaging, shipping paid,
            total shipping price, shipping revenue, postage and packing, order shipping cost, shipping price gross,
            shipping charged, delivery charged, postage charged
            """
        ),
        (.shipping, 85, "delivery"),
        (
            .discount, 100,
            """
            total discount, order discount, cart discount amount, order discount amount, discount total,
            total discounts, total discounts tax incl, total discount amount, cart discount, coupon amount,
            coupon discount
            """
        ),
        (.discount, 94, "discount amount, discounts, discount, discount value, discount applied"),
        (
            .discount, 75,
            """
            line discount, lineitem discount, item discount, product discount, discount percent, discount price
            """
        ),
        (
            .currency, 100,
            """
            currency, currency code, order currency, order currency code, currency iso, iso currency,
            currency iso code, ccy
            """
        ),
        (.currency, 85, "transaction currency, total currency, price currency, payment currency, shop currency"),
        (.currency, 60, "presentment currency, base currency"),
        (
            .refundedAmount, 100,
            """
            refunded amount, refund amount, amount refunded, total refunded, order refund amount, refund total,
            money refunded, total refund, refund value, refunded, total refunds, order refund, refund amount total,
            refunded total, partial refunds, total refunded amount
            """
        ),
        (.refundedAmount, 85, "refunds, refund, returns"),
        (
            .cost, 100,
            """
            cost of goods, cost of goods sold, cogs, total cost, order cost of goods, product cost, cost of sale,
            goods cost, cost total
            """
        ),
        (.cost, 85, "cost, purchase cost, cost price, wholesale price, purchase price, cost of items"),
        (.cost, 60, "unit cost, cost per item, cost per unit"),
        (
            .fee, 100,
            """
            fee, fees, transaction fee, transaction fees, payment fee, commission, marketplace fee, processing fee,
            gateway fee, total fees, selling fees, amazon fees, payment fees, stripe fee, paypal fee, platform fee,
            commission fee, card processing fees
            """
        ),
        (.fee, 75, "order fee, service fee"),
        (
            .shippingCost, 100,
            """
            carrier cost, courier cost, shipping expense, shipping cost paid, actual shipping cost,
            shipping label cost, fulfillment cost, logistics cost
            """
        ),
    ]

    /// The lines of an order, in English.
    static let englishLines: [Entry] = [
        (
            .lineAmount, 100,
            """
            line total, line amount, line price, lineitem total, lineitem amount, order line subtotal, row total,
            line value, extended price, extended amount, item amount, order line total, line subtotal, line gross,
            row total incl tax, line revenue, product total price, total price tax incl, item total price,
            line total incl tax, item revenue, position total
            """
        ),
        (.lineAmount, 92, "item total, item subtotal, product total, item gross amount, item value"),
        (
            .lineAmountNet, 100,
            """
            line total net, line net, line net amount, line amount net, line total excl tax, row total excl tax,
            total price tax excl, line total ex vat
            """
        ),
        (
            .quantity, 100,
            """
            quantity, qty, lineitem quantity, item quantity, item qty, qty ordered, quantity ordered,
            product quantity, quantity purchased, product qty, units sold, lineitem qty, quantity sold,
            order item quantity, line quantity, product quantity ordered
            """
        ),
        (.quantity, 92, "units, pieces, pcs, order quantity, no of units, number of units"),
        (
            .quantity, 75,
            """
            number of items, items, item count, items count, cds, total quantity, total qty, number of products,
            units total
            """
        ),
        (.quantity, 60, "count, quantity minus refund, total items"),
        (
            .unitPrice, 100,
            """
            unit price, lineitem price, item price, product price, price per unit, price each, price per item,
            unit price gross, unit price tax incl, unit price incl tax, gross unit price, selling price, item cost,
            price incl tax, gross price, price gross, unit price incl vat, order item price, price unit,
            product unit price, single price
            """
        ),
        (
            .unitPrice, 92,
            """
            price, unit value, sale price, retail price, rate, sold for
            """
        ),
        (
            .unitPriceNet, 100,
            """
            unit price net, net price, price net, price excl tax, unit price tax excl, unit price ex vat,
            net unit price, price ex vat, unit price excl tax, price excl vat, unit price excl vat
            """
        ),
        (
            .product, 100,
            """
            sku, product id, stock code, product code, item id, lineitem sku, item sku, product sku, item code,
            article number, item number, product number, variant sku, product reference, product no, item no,
            article id, article code, part number, stock keeping unit, product key, material, products model,
            product model, seller sku, article no, item reference
            """
        ),
        (
            .product, 85,
            """
            asin, model, code, variant id, listing id, part no, custom label, amazon order item id
            """
        ),
        (.product, 75, "product, article, item, ean, barcode, upc, gtin, isbn, product ean"),
        (
            .productName, 100,
            """
            product name, lineitem name, item name, product title, item description, product description, item title,
            order item name, products name, article name, title, lineitem title, variant title, product variant
            """
        ),
        (.productName, 92, "description, product, item, goods, article, products, items ordered, stock description"),
        (.productName, 55, "name, desc, details"),
    ]
}
