/// What exports call their columns. One list per language; the score says how surely a name means the role: 100 it
/// can mean nothing else, 92 and 85 usual, 75 and less only where nothing better is there.
enum ColumnPhrases {
    typealias Entry = (role: ColumnRole, score: Int, names: String)

    /// The score of columns that hold people's names: they tell customers apart only where nothing else does.
    static let personNameScore = 60

    /// English: Shopify, WooCommerce, PrestaShop, Magento, OpenCart, BigCommerce, Etsy, eBay, Amazon, Square, Stripe, Segment,
    /// and the names that analysts give.
    static let english: [Entry] = whoAndWhen + englishMoney + englishLines + breakdowns

    private static let whoAndWhen: [Entry] = [
        (
            .order, 100,
            """
            order number, order no, order nr, order num, order reference, order ref, order code, increment id,
            order name, sales order number, amazon order id, order reference number
            """
        ),
        (
            .order, 92,
            """
            order id, orders id, id order, order key, order uuid, order identifier, sales order, sales order id,
            sales record number, web order number
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
            shopper id, customer external id, customer ref, customer identifier, buyer number, buyer user id
            """
        ),
        (
            .customer, 92,
            "customer, client, buyer, user id, member id, account id, household id, household key, cust id, contact id, consumer id"
        ),
        (
            .customer, 85,
            """
            customer login, buyer username, buyer login, shopper, member, user, account, account number, account no
            """
        ),
        (
            .customer, 75,
            """
            username, login, visitor id, loyalty card, card number, anonymous id, customer username
            """
        ),
        (
            .customer, 60,
            """
            customer name, client name, buyer name, full name, billing name, bill to name, customer full name, name,
            ship name, billing full name, purchaser, purchaser name
            """
        ),
        (
            .email, 100,
            """
            email, customer email, email address, customer email address, buyer email, client email, contact email,
            order email, user email, purchaser email, email id, buyer email address
            """
        ),
        (
            .email, 92,
            """
            billing email, billing email address, billing address email, bill to email, customer mail, mail,
            from email address, from email
            """
        ),
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
            order placed at, order placed, date of order, ordered at, order datetime, order timestamp, purchased at,
            date purchased, ordered on, placed at, date placed, placed on, order placed on, purchase timestamp,
            order purchase timestamp, purchase datetime, transaction date, sale date, date of sale, sold at,
            date of purchase, order creation date, purchased on, order date gmt, transaction datetime,
            transaction timestamp, sales date, orders date, order day, transaction dt, order dt
            """
        ),
        (
            .date, 92,
            """
            created at, date created, creation date, created, created date, created on, created time, invoice date,
            invoice datetime, date added, date add, date time created, created utc, date created gmt, created at utc,
            create date, create time, post date, document date
            """
        ),
        (
            .date, 85,
            """
            date, timestamp, datetime, ts, day, event time, event timestamp, event date, transaction time,
            time created, dt, order time
            """
        ),
        (
            .date, 70,
            """
            paid at, payment date, date paid, paid date, paid on, completed at, date completed, completed date,
            processed at, time, when, approved at, order approved at
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
            .type, 90,
            """
            transaction type, document type, record type, operation type, entry type, order type, sale type,
            sales type, invoice type, receipt type, event type, movement type, type of document, type of transaction,
            document kind, transaction kind, reporting category, transaction event type
            """
        ),
        (.type, 70, "type, kind"),
        (
            .refundOf, 100,
            """
            refund of, refund for order, original order, original order id, original order number, original order no,
            refunded order, refunded order id, parent order id, parent order, return of, original invoice,
            original invoice no, credited invoice, refunds order, return for order, refund of order,
            original transaction id, reversal of
            """
        ),
        // PayPal's: what a refund gives back, and the subscription that a payment belongs to; the type tells which.
        (.refundOf, 80, "reference txn id, reference transaction id"),
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
            channel, store, store name, shop, shop name, store view, platform, store id, outlet, shop id, website,
            source of sale, sold via
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
