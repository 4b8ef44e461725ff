/// What exports call their columns. One list per language; the score says how surely a name means the role: 100 it
/// can mean nothing else, 92 and 85 usual, 75 and less only where nothing better is there.
enum ColumnPhrases {
    typealias Entry = (role: ColumnRole, score: Int, names: String)

    /// English: Shopify, WooCommerce, PrestaShop, Magento, OpenCart, BigCommerce, Etsy, eBay, Amazon, Square, Stripe, Segment,
    /// and the names that analysts give.
    static let english: [Entry] = whoAndWhen + money + lines + breakdowns

    private static let whoAndWhen: [Entry] = [
        (
            .order, 100,
            """
            order number, order no, order nr, order num, order reference, order ref, order code, increment id,
            order name, sales order number, sales record number, amazon order id, order reference number,
            web order number
            """
        ),
        (
            .order, 92,
            """
            order id, orders id, id order, order key, order uuid, order identifier, sales order, sales order id,
            orderid
            """
        ),
        (
            .order, 85,
            """
            invoice no, invoice number, invoice id, invoice, order, document number, document no, bill no, bill number
            """
        ),
        (
            .order, 75,
            """
            transaction id, transaction number, transaction no, receipt number, receipt no, receipt id, receipt,
            basket id, basket, transaction, purchase id, sale id, checkout id, order line id, payment id, charge id,
            trans id
            """
        ),
        (.order, 60, "id, number, no, reference, ref"),
        (.order, 55, "name"),
        (
            .customer, 100,
            """
            customer id, customer number, customer no, customer code, customer key, customer uuid, client id,
            client number, client code, buyer id, customer nr, customers id, customer user id, customer unique id,
            shopper id, customer external id, customer ref, customer identifier, buyer number
            """
        ),
        (
            .customer, 92,
            "customer, client, buyer, user id, member id, account id, household id, household key, cust id, userid, contact id, consumer id"
        ),
        (
            .customer, 85,
            """
            customer login, buyer username, buyer user id, buyer login, shopper, member, user, account,
            account number, account no
            """
        ),
        (
            .customer, 75,
            """
            username, user name, login, visitor id, loyalty card, card number, anonymous id, customer username
            """
        ),
        (
            .customer, 60,
            """
            customer name, client name, buyer name, full name, billing name, bill to name, customer full name, name,
            ship name, billing full name, purchaser, purchaser name, customer fullname
            """
        ),
        (
            .email, 100,
            """
            email, customer email, email address, customer email address, buyer email, client email, contact email,
            order email, user email, purchaser email, email id, buyer email address
            """
        ),
        (.email, 92, "billing email, billing email address, billing address email, bill to email, customer mail, mail"),
        (.email, 75, "shipping email, recipient email, delivery email"),
        (
            .phone, 100,
            """
            phone, phone number, telephone, telephone number, customer phone, customer phone number, buyer phone,
            buyer phone number, mobile, mobile phone, mobile number, contact phone, tel, cell phone, client phone
            """
        ),
        (.phone, 92, "billing phone, billing telephone, billing phone number, bill to phone, billing address phone"),
        (.phone, 75, "shipping phone, recipient phone, ship to phone, delivery phone"),
        (
            .date, 100,
            """
            order date, date ordered, purchase date, order created at, order created, order created date,
            order placed at, order placed, date of order, ordered at, order datetime, order date time,
            order timestamp, purchased at, date purchased, ordered on, placed at, date placed, placed on,
            order placed on, purchase timestamp, order purchase timestamp, purchase datetime, transaction date,
            sale date, date of sale, sold at, date of purchase, order creation date, purchased on, order date gmt,
            transaction datetime, transaction timestamp, purchase date time, sales date, orders date, order day,
            transaction dt, order dt
            """
        ),
        (
            .date, 92,
            """
            created at, date created, creation date, created, created date, created on, created time, invoice date,
            invoice datetime, invoice date time, date added, date add, date time created, created utc,
            date created gmt, created at utc, create date, create time, post date, document date
            """
        ),
        (
            .date, 85,
            """
            date, timestamp, datetime, date time, ts, day, event time, event timestamp, event date, transaction time,
            time created, dt, order time
            """
        ),
        (
            .date, 70,
            """
            paid at, payment date, date paid, paid date, paid on, completed at, date completed, completed date,
            processed at, time, when
            """
        ),
        (
            .time, 100,
            """
            order time, time of day, time of order, time of purchase, purchase time, transaction time, created time,
            invoice time, sale time
            """
        ),
        (.time, 92, "time, hour"),
        (
            .status, 100,
            """
            status, order status, order state, current state, current status, status name, order status name,
            sales status, orders status
            """
        ),
        (.status, 75, "state, invoice status, sale status"),
        (.status, 70, "financial status, payment status, transaction status, line status, item status"),
        (
            .paymentStatus, 100,
            """
            financial status, payment status, payment state, paid status, transaction payment status
            """
        ),
        (
            .fulfilmentStatus, 100,
            """
            fulfillment status, fulfilment status, shipping status, delivery status, shipment status,
            fulfillment state, shipment state, tracking status, return status
            """
        ),
        (
            .cancelled, 100,
            """
            cancelled at, canceled at, cancelled, canceled, cancellation date, cancelled date, date cancelled,
            date canceled, is cancelled, is canceled, cancelled on, canceled date, cancelled time, is cancel
            """
        ),
        (
            .refundOf, 100,
            """
            refund of, refund for order, original order, original order id, original order number, original order no,
            refunded order, refunded order id, parent order id, parent order, return of, original invoice,
            original invoice no, credited invoice, refunds order, return for order, refund of order,
            original transaction id, reversal of
            """
        ),
    ]

    private static let money: [Entry] = [
        (
            .amount, 100,
            """
            order total, order total amount, grand total, total order amount, order amount, order value, total gross,
            order total gross, gross total, total incl tax, total including tax, total inc vat, total incl vat,
            total charged, order grand total, grand total purchased, invoice total, order total incl tax,
            total paid tax incl, order total inc tax, total inc tax, amount gross, order total price,
            total order value, order sum, order price, total order price, order gross, order revenue, invoice amount
            """
        ),
        (
            .amount, 92,
            """
            total, total price, total amount, amount total, total value, gross amount, total paid, amount paid,
            transaction amount, grand total base, total paid real, total sum, sum total, total sales, gross sales,
            payment value, purchase amount, transaction value, order total tax incl, amount charged, total spent,
            total revenue, sale total, sales total, payment amount, total price usd, base grand total, total payable,
            total due paid
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
            total shipping price, shipping revenue, postage and packing, order shipping cost, shipping price gross
            """
        ),
        (.shipping, 85, "delivery"),
        (
            .discount, 100,
            """
            discount amount, total discount, order discount, discounts, cart discount amount, order discount amount,
            discount total, discount value, total discounts, total discounts tax incl, total discount amount,
            discount applied, cart discount, coupon amount, coupon discount, discount
            """
        ),
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
            refunded total
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

    private static let lines: [Entry] = [
        (
            .lineAmount, 100,
            """
            line total, line amount, line price, lineitem total, lineitem amount, order line subtotal, row total,
            line value, extended price, extended amount, item amount, order line total, line subtotal, line gross,
            row total incl tax, line revenue, product total price, total price tax incl, item total price,
            line total incl tax, item revenue, position total, line item total
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
        (.unitPrice, 92, "price, unit value, sale price, retail price, rate"),
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
        (.product, 85, "asin, model, code, variant id, listing id, part no"),
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

    private static let breakdowns: [Entry] = [
        (
            .country, 100,
            """
            country, country code, customer country, country name, buyer country, country region, client country,
            order country
            """
        ),
        (
            .country, 92,
            """
            shipping country, shipping country code, shipping address country, ship country, delivery country,
            ship to country, shipping country name, shipping address country code, recipient country, country delivery
            """
        ),
        (
            .country, 85,
            """
            billing country, billing country code, billing address country, bill to country, billing country name,
            billing address country code, geo country
            """
        ),
        (.city, 100, "city, town, customer city, town city, city town, buyer city, order city"),
        (
            .city, 92,
            """
            shipping city, shipping address city, ship city, delivery city, ship to city, recipient city,
            shipping town
            """
        ),
        (.city, 85, "billing city, billing address city, bill to city, billing town"),
        (
            .delivery, 100,
            """
            shipping method, delivery method, shipping method title, shipping option, delivery type, shipping type,
            ship mode, shipping service, delivery option, shipping information, shipping method name,
            order shipping method, ship method, ship via, shipment method, shipping service level, ship service level
            """
        ),
        (
            .delivery, 92,
            """
            carrier, courier, shipping provider, shipping carrier, carrier name, delivery provider, delivery company,
            shipping company
            """
        ),
        (.delivery, 75, "delivery, shipping, shipment"),
        (
            .payment, 100,
            """
            payment method, payment method title, payment type, payment gateway, payment provider, paid with,
            tender type, payment option, payment method name, payment methods, order payment method, pay method,
            payment method type, method of payment
            """
        ),
        (.payment, 85, "payment, payment processor, gateway, tender, card type, card brand"),
        (
            .coupon, 100,
            """
            coupon, coupon code, coupons, coupon codes, discount code, voucher, voucher code, promocode,
            promotion code, discount codes, coupons used, coupon used, coupon applied, applied coupon, coupon details,
            used coupon, discount coupon, coupon name, order coupon, applied rule codes, promotion ids
            """
        ),
        (.coupon, 85, "promotion, promo, gift code, discount name, offer code"),
        (.coupon, 60, "discount"),
        (
            .source, 100,
            """
            acquisition source, utm source, traffic source, referral source, marketing source, customer source,
            lead source, attribution source, first source, acquisition channel, source medium,
            how did you hear about us, first touch source, last touch source, session source, marketing channel
            """
        ),
        (.source, 92, "source, order source, source name, origin, referrer, referer, referring site"),
        (
            .source, 75,
            """
            channel grouping, default channel grouping, landing source, campaign, utm campaign, attribution
            """
        ),
        (
            .salesChannel, 100,
            """
            sales channel, order channel, marketplace, purchase point, purchased from, sales channel name,
            channel name, selling channel, sale channel, purchased from store, order sales channel
            """
        ),
        (
            .salesChannel, 92,
            """
            channel, store, store name, shop, shop name, store view, platform, store id, outlet, shop id, website
            """
        ),
        (
            .salesChannel, 70,
            """
            branch, pos location, point of sale, site, source, order source, source name, location, device type
            """
        ),
    ]
}
