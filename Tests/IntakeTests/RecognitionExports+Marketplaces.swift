import Intake

extension RecognitionExport {
    /// Marketplaces and payment services, whose columns mean less usual things.
    static let marketplaces: [RecognitionExport] = [
        RecognitionExport(
            name: "Amazon: the item price is that of all pieces, shipping stands by line",
            text: """
                order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tbuyer-phone-number\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tship-service-level\tship-city\tship-country\tsales-channel
                111-1\t55501\t2026-01-02T10:00:00+00:00\t2026-01-02T10:30:00+00:00\tx@example.com\tA B\t555-0100\tS1\tMug\t2\tEUR\t20.00\t3.19\t4.90\t0.78\tStandard\tBerlin\tDE\tAmazon.de
                111-1\t55502\t2026-01-02T10:00:00+00:00\t2026-01-02T10:30:00+00:00\tx@example.com\tA B\t555-0100\tS2\tCup\t1\tEUR\t8.00\t1.28\t0.00\t0.00\tStandard\tBerlin\tDE\tAmazon.de
                """,
            roles: [
                .order: "order-id", .email: "buyer-email", .phone: "buyer-phone-number", .date: "purchase-date",
                .shipping: "shipping-price", .currency: "currency", .lineAmount: "item-price",
                .quantity: "quantity-purchased", .product: "sku", .productName: "product-name",
                .country: "ship-country", .city: "ship-city", .delivery: "ship-service-level",
                .salesChannel: "sales-channel",
            ],
            identity: [.email, .phone], date: .yearMonthDay, decimalMark: .point),
        RecognitionExport(
            name: "Etsy",
            text: """
                Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Payment Method,Date Shipped,Ship City,Ship State,Ship Country,Currency,Order Value,Coupon Code,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total,Buyer,SKU
                01/25/2026,3001,buyer1,A B,1,Credit Card,01/26/2026,Austin,TX,United States,USD,20,,0,0,5.5,1.65,27.15,,1.06,26.09,0,buyer1 (A),MUG-1
                01/26/2026,3002,buyer2,C D,1,Credit Card,01/27/2026,Austin,TX,United States,USD,10,,0,0,5.5,1.65,17.15,,1.06,16.09,0,buyer2 (C),MUG-2
                """,
            roles: [
                .order: "Order ID", .customer: "Buyer User ID", .date: "Sale Date", .status: "Status",
                .amount: "Order Total", .tax: "Sales Tax", .shipping: "Shipping", .discount: "Discount Amount",
                .currency: "Currency", .quantity: "Number of Items", .product: "SKU", .fee: "Card Processing Fees",
                .country: "Ship Country", .city: "Ship City", .payment: "Payment Method", .coupon: "Coupon Code",
            ],
            identity: [.customer], date: .monthDayYear, decimalMark: .point),
        RecognitionExport(
            name: "PayPal: net is without fees, not without VAT",
            text: """
                Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID
                13/01/2026,10:00:00,CET,A B,Payment,Completed,EUR,"1.234,50","-1,00","1.233,50",a@example.com,shop@example.com,T1
                14/01/2026,10:00:00,CET,C D,Payment,Completed,EUR,"34,50","-1,00","33,50",c@example.com,shop@example.com,T2
                """,
            roles: [
                .order: "Transaction ID", .email: "From Email Address", .date: "Date", .time: "Time",
                .status: "Status", .type: "Type", .amount: "Gross", .currency: "Currency", .fee: "Fee",
            ],
            identity: [.email], date: .dayMonthYear, decimalMark: .comma),
        RecognitionExport(
            name: "PayPal: what a refund gives back",
            text: """
                Date,Time,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,Transaction ID,Reference Txn ID
                13/01/2026,10:00:00,A B,Express Checkout Payment,Completed,EUR,"1.234,50","-1,00","1.233,50",a@example.com,T1,
                14/01/2026,10:00:00,A B,Payment Refund,Completed,EUR,"-34,50","1,00","-33,50",shop@example.com,T2,T1
                """,
            roles: [
                .order: "Transaction ID", .email: "From Email Address", .date: "Date", .time: "Time",
                .status: "Status", .type: "Type", .amount: "Gross", .currency: "Currency", .fee: "Fee",
                .refundOf: "Reference Txn ID",
            ],
            identity: [.email], date: .dayMonthYear, decimalMark: .comma),
        RecognitionExport(
            name: "Stripe",
            text: """
                id,Description,Created date (UTC),Amount,Amount Refunded,Currency,Converted Amount,Fee,Status,Customer ID,Customer Email
                ch_1,Order 1,2026-01-02 10:00:00,12.50,0.00,eur,12.50,0.43,Paid,cus_1,x@example.com
                ch_2,Order 2,2026-01-03 10:00:00,99.00,0.00,eur,99.00,1.43,Paid,cus_2,y@example.com
                """,
            roles: [
                .order: "id", .productName: "Description", .date: "Created date (UTC)", .amount: "Amount",
                .refundedAmount: "Amount Refunded", .currency: "Currency", .fee: "Fee", .status: "Status",
                .customer: "Customer ID", .email: "Customer Email",
            ],
            identity: [.customer, .email], date: .yearMonthDay, decimalMark: .point),
        RecognitionExport(
            name: "order lines whose amounts differ inside an order",
            text: """
                Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,Product ID,Category,Product Name,Sales,Quantity,Discount,Profit
                1,CA-1,11/8/2016,11/11/2016,Second Class,CG-1,A B,Consumer,United States,Henderson,FUR-1,Furniture,Bookcase,261.96,2,0,41.9136
                2,CA-1,11/8/2016,11/11/2016,Second Class,CG-1,A B,Consumer,United States,Henderson,FUR-2,Furniture,Chair,731.94,3,0.2,219.582
                3,CA-2,6/22/2016,6/16/2016,Second Class,DV-1,C D,Corporate,United States,Los Angeles,OFF-1,Supplies,Labels,14.62,2,0,6.8714
                """,
            roles: [
                .order: "Order ID", .customer: "Customer ID", .date: "Order Date", .discount: "Discount",
                .lineAmount: "Sales", .quantity: "Quantity", .product: "Product ID", .productName: "Product Name",
                .country: "Country", .city: "City", .delivery: "Ship Mode",
            ],
            identity: [.customer], date: .monthDayYear, decimalMark: .point),
        RecognitionExport(
            name: "МойСклад: the time is the date",
            text: """
                №;Время;Контрагент;Сумма;Валюта;Оплачено;Отгружено;Статус;Комментарий
                00001;02.01.2026 10:00;Альфа;1 500,00;руб;1 500,00;1 500,00;Доставлен;
                00002;22.01.2026 10:00;Бета;2 500,00;руб;0,00;0,00;Новый;
                """,
            roles: [
                .order: "№", .date: "Время", .customer: "Контрагент", .amount: "Сумма", .currency: "Валюта",
                .status: "Статус",
            ],
            identity: [.customer], date: .dayMonthYear, decimalMark: .comma),
    ]
}
