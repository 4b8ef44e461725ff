/// What names that no list holds are judged by: words that start with given stems.
enum ColumnPatterns {
    /// Patterns are parted by commas; all stems of one must start some word of the name.
    static let patterns: [(role: ColumnRole, score: Int, stems: String)] = [
        (
            .order, 60,
            """
            order number, order nr, order id, zamówien numer, zamówien nr, zamówien id, заказ номер, заказ id,
            заказ код
            """
        ),
        (
            .customer, 60,
            """
            customer id, client id, buyer id, customer number, klient id, klient nr, klient numer, klient kod,
            kupując id, клиент id, клиент код, клиент номер, покупател id, покупател код, contact id, user id
            """
        ),
        (.email, 60, "email, mail adres"),
        (.phone, 55, "phone, telefon, телефон, mobile number"),
        (
            .date, 60,
            """
            order date, order time, order created, purchase date, created at, creation date, dat zamówien, dat złoż,
            dat zakup, dat utworz, дат заказ, дат создан, дат оформл, дат покупк, дат продаж
            """
        ),
        (.date, 46, "date, data, дат, timestamp, datetime"),
        (.status, 55, "order status, status zamówien, stan zamówien, статус заказ, состоян заказ"),
        (.status, 46, "status, статус"),
        (
            .amount, 60,
            """
            order total, order amount, order value, grand total, wartość zamówien, kwot zamówien, sum zamówien,
            do zapłaty, сумм заказ, стоимост заказ, к оплате, итого
            """
        ),
        (
            .amount, 48,
            """
            total amount, total gross, amount gross, kwot brutto, wartość brutto, sum brutto, общ сумм, total price
            """
        ),
        (.amount, 44, "total, amount, kwot, wartość, сумм, revenue, przychód, выручк"),
        (.currency, 50, "currency, walut, валют"),
        (.quantity, 50, "quantity, qty, ilość, количеств"),
        (.unitPrice, 50, "unit price, cen jednostk, item price, product price, цена за, cen brutto"),
        (.product, 50, "sku, product code, product id, kod produkt, symbol produkt, артикул, код товар"),
        (.productName, 50, "product name, item name, nazw produkt, nazw towar, назван товар, наименован товар"),
        (.country, 50, "country, kraj, стран"),
        (.city, 50, "city, miast, miejscowość, город"),
        (
            .delivery, 50,
            """
            shipping method, delivery method, sposób dostaw, metod dostaw, form dostaw, способ доставк, служб доставк
            """
        ),
        (.payment, 50, "payment method, metod płatno, sposób płatno, form płatno, способ оплат, тип оплат"),
        (.coupon, 50, "coupon, voucher code, discount code, kod rabat, kupon, промокод, купон"),
        (.salesChannel, 50, "sales channel, kanał sprzed, канал продаж"),
        (.source, 50, "utm source, traffic source, acquisition source, źródł, источник"),
        (.shipping, 50, "shipping cost, shipping amount, koszt dostaw, koszt wysył, koszt przesył, стоимост доставк"),
        (.discount, 46, "discount amount, kwot rabat, wartość rabat, сумм скидк"),
        (.tax, 46, "tax amount, vat amount, kwot vat, сумм ндс"),
    ]

    /// Words that turn the meaning of a name: `Shipping date` is no order date, `Refund total` no total. They hold
    /// for patterns alone; a listed name has been looked at.
    static let vetoes: [(roles: [ColumnRole], stems: String)] = [
        (
            [.date],
            """
            update, updat, first, modif, ship, deliver, birth, cancel, expir, due, valid, end, sent, dispatch, fulfil,
            paid, pay, refund, return, last, changed, export, import, wysył, dostaw, anulow, urodz, zmian, modyf,
            płatno, zapłat, opłac, zwrot, ważno, termin, nadan, odbior, aktualiz, ostatn, pierwsz, wysłan, realiz,
            изменен, доставк, отгруз, оплат, отмен, рожден, обновл, возврат, срок, последн, перв, отправк
            """
        ),
        (
            [.amount],
            """
            tax, vat, ship, deliver, discount, refund, return, net, netto, item, line, product, quantity, qty, count,
            cost, fee, unit, dostaw, wysył, rabat, zniż, zwrot, zwróc, produkt, pozycj, ilość, liczb, towar, podat,
            koszt, prowiz, jedn, скидк, доставк, возвра, товар, ндс, без, комисс, налог, позици, колич, себест,
            weight, wag, вес, point, punkt, балл, balance, without, excl, bez, subtotal, margin, marż, profit, zysk,
            марж, прибыл, due, outstanding, gift, orders, tip, duties, order count, limit
            """
        ),
        (
            [.status],
            """
            fulfil, line, item, pozycj, ship, deliver, payment, płatno, dostaw, wysył, доставк, оплат, customer,
            klient, клиент, subscri, newsletter, marketing, tax, stock, product
            """
        ),
        (
            [.email],
            """
            consent, marketing, accept, subscri, opt, sent, zgod, newsletter, согласи, рассыл, template, verified
            """
        ),
        ([.phone], "consent, zgod, type, model, verified, country, kod kraj"),
        (
            [.order],
            """
            date, data, status, total, amount, count, line, item, дат, статус, сумм, poprzedn, parent, previous
            """
        ),
        ([.customer], "date, data, group, grup, type, typ, email, phone, count, tax, групп, тип, дат, note, uwag"),
        (
            [.product, .productName, .unitPrice, .quantity],
            """
            refund, return, zwrot, возвра, weight, vat, tax, percent, requires, discount, type
            """
        ),
        ([.coupon], "amount, kwot, value, wartość, сумм, total, discount amount"),
        ([.currency], "rate, kurs, курс, amount, kwot, сумм"),
        ([.country, .city], "tax, vat, phone, origin, ip, pochodz, происхожд"),
        ([.shipping], "tax, vat, net, refund, discount, method, ндс, возвра"),
        ([.discount, .tax], "rate, percent, stawk, ставк, код, code, kod"),
        ([.source, .salesChannel], "id, date, ip"),
    ]
}
