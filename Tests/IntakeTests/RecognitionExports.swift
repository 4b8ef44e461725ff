import Intake

/// A table as one shop system exports it, and what its columns are to be taken for.
struct RecognitionExport: CustomStringConvertible, Sendable {
    let name: String
    let text: String
    /// Column names by role; all that must be recognised, no more and no less.
    let roles: [ColumnRole: String]
    var identity: [ColumnRole]
    var date: DateFormat?
    var decimalMark: DecimalMark?

    var description: String { name }

    static let all: [RecognitionExport] = english + polish + russian + generic + marketplaces

    static let english: [RecognitionExport] = [
        RecognitionExport(
            name: "Shopify orders",
            text: """
                Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References
                #1001,a@example.com,paid,2026-01-02 10:11:12 +0100,fulfilled,2026-01-03 10:00:00 +0100,yes,EUR,40.00,4.90,7.17,44.90,,0.00,Standard,2026-01-02 10:11:10 +0100,1,Green tea,25.00,,TEA-1,true,true,fulfilled,A B,S 1,S 1,,,Berlin,'10115,BE,DE,,A B,S 1,S 1,,,Berlin,'10115,BE,DE,,,,,Card,c1.1,0.00,House,0.00,,,,5001,,Low,web,0.00,VAT 19%,7.17,,,,Berlin,Berlin,p1,,,p1
                #1001,a@example.com,,,,,,,,,,,,,,2026-01-02 10:11:10 +0100,1,Black tea,15.00,,TEA-2,true,true,fulfilled,,,,,,,,,,,,,,,,,,,,,,,,,,,House,,,,,,,,,0.00
                #1002,b@example.com,refunded,2026-01-05 09:00:00 +0100,restocked,,no,EUR,15.00,4.90,3.18,19.90,SPRING,5.00,Express,2026-01-05 08:59:00 +0100,1,Black tea,20.00,,TEA-2,true,true,restocked,C D,S 2,S 2,,,Munich,'80331,BY,DE,,C D,S 2,S 2,,,Munich,'80331,BY,DE,,,,2026-01-06 10:00:00 +0100,PayPal,c2.1,19.90,House,0.00,,,,5002,,Low,web,0.00,VAT 19%,3.18,,,,Bavaria,Bavaria,p2,,,p2
                """,
            roles: [
                .order: "Name", .email: "Email", .status: "Financial Status", .fulfilmentStatus: "Fulfillment Status",
                .currency: "Currency", .amountWithoutShipping: "Subtotal", .shipping: "Shipping", .tax: "Taxes",
                .amount: "Total", .coupon: "Discount Code", .discount: "Discount Amount", .delivery: "Shipping Method",
                .date: "Created at", .quantity: "Lineitem quantity", .productName: "Lineitem name",
                .unitPrice: "Lineitem price", .product: "Lineitem sku", .city: "Shipping City",
                .country: "Shipping Country", .cancelled: "Cancelled at", .payment: "Payment Method",
                .refundedAmount: "Refunded Amount", .salesChannel: "Source", .phone: "Phone",
            ],
            identity: [.email, .phone], date: .yearMonthDay, decimalMark: .point),
        RecognitionExport(
            name: "WooCommerce",
            text: """
                Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),City (Billing),Country Code (Billing),Email (Billing),Phone (Billing),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item Name,Quantity,Item Cost,Coupon Code,Discount Amount,Customer User ID
                1201,Completed,2026-02-01 12:00,,A,B,Leeds,GB,a@example.com,+44 20 7946 0000,Card,0,20.00,Flat rate,5,0,25.00,4.17,MUG,Mug,2,10.00,,0,0
                1202,Cancelled,2026-02-03 12:30,,C,D,York,GB,c@example.com,+44 20 7946 0001,Card,0,10.00,Flat rate,5,0,15.00,2.50,MUG,Mug,1,10.00,,0,17
                """,
            roles: [
                .order: "Order Number", .status: "Order Status", .date: "Order Date", .city: "City (Billing)",
                .country: "Country Code (Billing)", .email: "Email (Billing)", .phone: "Phone (Billing)",
                .payment: "Payment Method Title", .discount: "Cart Discount Amount",
                .amountWithoutShipping: "Order Subtotal Amount", .delivery: "Shipping Method Title",
                .shipping: "Order Shipping Amount", .refundedAmount: "Order Refund Amount",
                .amount: "Order Total Amount", .tax: "Order Total Tax Amount", .product: "SKU",
                .productName: "Item Name", .quantity: "Quantity", .unitPrice: "Item Cost", .coupon: "Coupon Code",
                .customer: "Customer User ID",
            ],
            identity: [.email, .customer, .phone], date: .yearMonthDay, decimalMark: .point),
        RecognitionExport(
            name: "PrestaShop",
            text: """
                ID;Reference;New client;Delivery;Customer;Total;Payment;Status;Date
                12;XKBKNABJK;1;France;A. Berg;"€61,80";Bank transfer;Payment accepted;2026-01-10 11:12:13
                13;OHSATSERP;0;France;C. Dahl;"€69,90";Payment by check;Awaiting check payment;2026-01-11 09:00:00
                """,
            roles: [
                .order: "ID", .customer: "Customer", .amount: "Total", .payment: "Payment", .status: "Status",
                .date: "Date", .delivery: "Delivery",
            ],
            identity: [.customer], date: .yearMonthDay, decimalMark: .comma),
        RecognitionExport(
            name: "PrestaShop SQL",
            text: """
                id_order;reference;id_customer;payment;total_discounts;total_paid_tax_incl;total_paid_tax_excl;total_paid_real;total_products;total_products_wt;total_shipping_tax_incl;current_state;date_add;date_upd
                1;AAAAAAAAA;11;Card;0.000000;123.000000;100.000000;123.000000;90.000000;110.700000;12.300000;5;2026-01-01 10:00:00;2026-01-02 10:00:00
                2;BBBBBBBBB;12;Card;0.000000;61.500000;50.000000;61.500000;40.000000;49.200000;12.300000;6;2026-01-03 10:00:00;2026-01-04 10:00:00
                """,
            roles: [
                .order: "id_order", .customer: "id_customer", .payment: "payment", .discount: "total_discounts",
                .amount: "total_paid_tax_incl", .amountNet: "total_paid_tax_excl",
                .amountWithoutShipping: "total_products_wt", .shipping: "total_shipping_tax_incl",
                .status: "current_state", .date: "date_add",
            ],
            identity: [.customer], date: .yearMonthDay, decimalMark: .point),
        RecognitionExport(
            name: "Magento",
            text: """
                ID,"Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total (Purchased)",Status,"Billing Address","Shipping Address","Shipping Information","Customer Email","Customer Group",Subtotal,"Shipping and Handling","Customer Name","Payment Method","Total Refunded"
                000000001,"Main Website",2026-01-03 10:00:00,"A B","A B",$33.00,$33.00,complete,"x","x","Flat Rate - Fixed",a@example.com,General,28.00,5.00,"A B",checkmo,
                """,
            roles: [
                .order: "ID", .salesChannel: "Purchase Point", .date: "Purchase Date",
                .amount: "Grand Total (Purchased)", .status: "Status",
                .delivery: "Shipping Information", .email: "Customer Email", .amountWithoutShipping: "Subtotal",
                .shipping: "Shipping and Handling", .payment: "Payment Method", .refundedAmount: "Total Refunded",
            ],
            identity: [.email], date: .yearMonthDay, decimalMark: .point),
        RecognitionExport(
            name: "OpenCart",
            text: """
                Order ID,Customer,Email,Telephone,Status,Total,Date Added,Date Modified
                7,A B,a@example.com,+44 20 7946 0000,Complete,£101.00,01/02/2026,02/02/2026
                8,C D,c@example.com,+44 20 7946 0001,Pending,£11.50,21/02/2026,22/02/2026
                """,
            roles: [
                .order: "Order ID", .email: "Email", .phone: "Telephone", .status: "Status", .amount: "Total",
                .date: "Date Added",
            ],
            identity: [.email, .phone], date: .dayMonthYear, decimalMark: .point),
        RecognitionExport(
            name: "BigCommerce",
            text: """
                Order ID,Customer ID,Customer Name,Customer Email,Customer Phone,Order Date,Order Time,Order Status,Subtotal (inc tax),Tax Total,Shipping Cost (inc tax),Order Total (inc tax),Order Total (ex tax),Payment Method,Order Currency Code,Coupon Details,Order Source
                101,55,A B,a@example.com,555-0100,01/25/2026,10:15:30,Shipped,100.00,20.00,5.00,105.00,85.00,Card,USD,,www
                102,56,C D,c@example.com,555-0101,01/26/2026,11:15:30,Refunded,50.00,10.00,5.00,55.00,45.00,Card,USD,,www
                """,
            roles: [
                .order: "Order ID", .customer: "Customer ID", .email: "Customer Email", .phone: "Customer Phone",
                .date: "Order Date", .time: "Order Time", .status: "Order Status",
                .amountWithoutShipping: "Subtotal (inc tax)", .tax: "Tax Total", .shipping: "Shipping Cost (inc tax)",
                .amount: "Order Total (inc tax)", .amountNet: "Order Total (ex tax)", .payment: "Payment Method",
                .currency: "Order Currency Code", .coupon: "Coupon Details", .source: "Order Source",
            ],
            identity: [.customer, .email, .phone], date: .monthDayYear, decimalMark: .point),
    ]

    static let polish: [RecognitionExport] = [
        RecognitionExport(
            name: "Shoper",
            text: """
                ID zamówienia;Data zamówienia;Status;E-mail;Imię i nazwisko;Telefon;Kraj;Miasto;Suma;Waluta;Koszt dostawy;Sposób dostawy;Forma płatności;Kod rabatowy;Rabat
                501;2026-01-02 10:11:12;Zrealizowane;a@example.com;A B;600100200;Polska;Łódź;129,99;PLN;12,99;Kurier;Przelew;;0
                502;2026-01-03 10:11:12;Anulowane;c@example.com;C D;600100201;Polska;Kraków;45,00;PLN;12,99;Kurier;BLIK;LATO;5,00
                """,
            roles: [
                .order: "ID zamówienia", .date: "Data zamówienia", .status: "Status", .email: "E-mail",
                .phone: "Telefon", .country: "Kraj", .city: "Miasto", .amount: "Suma", .currency: "Waluta",
                .shipping: "Koszt dostawy", .delivery: "Sposób dostawy", .payment: "Forma płatności",
                .coupon: "Kod rabatowy", .discount: "Rabat",
            ],
            identity: [.email, .phone], date: .yearMonthDay, decimalMark: .comma),
        RecognitionExport(
            name: "IdoSell",
            text: """
                Numer seryjny;Data złożenia;Status zamówienia;Login klienta;Email klienta;Telefon klienta;Wartość zamówienia brutto;Wartość zamówienia netto;Waluta zamówienia;Koszt wysyłki;Forma płatności;Kurier;Kraj;Źródło zamówienia;Kod produktu;Nazwa produktu;Ilość;Cena brutto
                1001;02.01.2026 10:11;zakończone;kl1;a@example.com;+48 600 100 200;1 129,99;918,69;PLN;10,00;PayU;InPost;Polska;Google;A-1;Kubek;2;50,00
                1001;02.01.2026 10:11;zakończone;kl1;a@example.com;+48 600 100 200;1 129,99;918,69;PLN;10,00;PayU;InPost;Polska;Google;B-2;Talerz;10;101,999
                1002;13.01.2026 12:00;anulowane przez klienta;kl2;c@example.com;+48 600 100 201;60,00;48,78;PLN;10,00;PayU;InPost;Polska;Facebook;A-1;Kubek;1;50,00
                """,
            roles: [
                .order: "Numer seryjny", .date: "Data złożenia", .status: "Status zamówienia",
                .customer: "Login klienta", .email: "Email klienta", .phone: "Telefon klienta",
                .amount: "Wartość zamówienia brutto", .amountNet: "Wartość zamówienia netto",
                .currency: "Waluta zamówienia", .shipping: "Koszt wysyłki", .payment: "Forma płatności",
                .delivery: "Kurier", .country: "Kraj", .source: "Źródło zamówienia", .product: "Kod produktu",
                .productName: "Nazwa produktu", .quantity: "Ilość", .unitPrice: "Cena brutto",
            ],
            identity: [.customer, .email, .phone], date: .dayMonthYear, decimalMark: .comma),
        RecognitionExport(
            name: "BaseLinker",
            text: """
                Nr zamówienia,Data złożenia,Status,Źródło,E-mail,Telefon,Login kupującego,Kraj dostawy,Miasto dostawy,Sposób wysyłki,Koszt wysyłki,Metoda płatności,Zapłacono,Wartość zamówienia,Waluta
                90001,2026-03-01 08:00:00,Wysłane,Allegro,a@example.com,600100200,user_1,PL,Gdańsk,Paczkomat,9.99,PayU,59.99,59.99,PLN
                90002,2026-03-02 08:00:00,Nieopłacone,Sklep,c@example.com,600100201,user_2,PL,Gdynia,Kurier,14.99,Przelew,0.00,114.99,PLN
                """,
            roles: [
                .order: "Nr zamówienia", .date: "Data złożenia", .status: "Status", .salesChannel: "Źródło",
                .email: "E-mail", .phone: "Telefon", .customer: "Login kupującego", .country: "Kraj dostawy",
                .city: "Miasto dostawy", .delivery: "Sposób wysyłki", .shipping: "Koszt wysyłki",
                .payment: "Metoda płatności", .amount: "Wartość zamówienia", .currency: "Waluta",
            ],
            identity: [.customer, .email, .phone], date: .yearMonthDay, decimalMark: .point),
        RecognitionExport(
            name: "Allegro",
            text: """
                Raport zamówień;;;;;;;;;;
                ;;;;;;;;;;
                ID zamówienia;Data zakupu;Login kupującego;E-mail kupującego;ID oferty;Tytuł oferty;Liczba sztuk;Cena;Waluta;Kwota do zapłaty;Status płatności
                a1b2-1;2026-01-05 10:00;kupujacy1;x1@example.com;123456789;Kubek;2;25,00 zł;PLN;62,99 zł;Opłacone
                a1b2-2;2026-01-06 10:00;kupujacy2;x2@example.com;123456780;Talerz;1;35,00 zł;PLN;47,99 zł;Nieopłacone
                """,
            roles: [
                .order: "ID zamówienia", .date: "Data zakupu", .customer: "Login kupującego",
                .email: "E-mail kupującego", .product: "ID oferty", .productName: "Tytuł oferty",
                .quantity: "Liczba sztuk", .unitPrice: "Cena", .currency: "Waluta", .amount: "Kwota do zapłaty",
                .status: "Status płatności",
            ],
            identity: [.customer, .email], date: .yearMonthDay, decimalMark: .comma),
        RecognitionExport(
            name: "Sky-Shop",
            text: """
                Numer zamówienia;Data złożenia zamówienia;Nr klienta;Klient;E-mail;Telefon;Do zapłaty;Waluta;Status;Sposób dostawy;Metoda płatności;Kanał sprzedaży
                ZAM/1/2026;01.02.2026;17;A B;a@example.com;600 100 200;99,00;PLN;Nowe;Kurier;Przelewy24;Sklep
                ZAM/2/2026;15.02.2026;18;C D;c@example.com;600 100 201;19,00;PLN;Zwrócone;Kurier;Przelewy24;Sklep
                """,
            roles: [
                .order: "Numer zamówienia", .date: "Data złożenia zamówienia", .customer: "Nr klienta",
                .email: "E-mail", .phone: "Telefon", .amount: "Do zapłaty", .currency: "Waluta", .status: "Status",
                .delivery: "Sposób dostawy", .payment: "Metoda płatności", .salesChannel: "Kanał sprzedaży",
            ],
            identity: [.customer, .email, .phone], date: .dayMonthYear, decimalMark: .comma),
        RecognitionExport(
            name: "sales documents",
            text: """
                Nr dokumentu\tData wystawienia\tKod kontrahenta\tNazwa kontrahenta\tWartość netto\tKwota VAT\tWartość brutto
                FV/1/2026\t2026-01-02\tK001\tSklep Alfa\t1 000,00\t230,00\t1 230,00
                FV/2/2026\t2026-01-03\tK002\tSklep Beta\t100,00\t23,00\t123,00
                """,
            roles: [
                .order: "Nr dokumentu", .date: "Data wystawienia", .customer: "Kod kontrahenta",
                .amountNet: "Wartość netto", .tax: "Kwota VAT", .amount: "Wartość brutto",
            ],
            identity: [.customer], date: .yearMonthDay, decimalMark: .comma),
    ]

    static let russian: [RecognitionExport] = [
        RecognitionExport(
            name: "InSales",
            text: """
                Номер заказа;Дата создания;Статус заказа;Статус оплаты;Покупатель;Email;Телефон;Сумма заказа;Стоимость доставки;Способ доставки;Способ оплаты;Источник заказа;Купон;Скидка;Город доставки
                1;02.01.2026 10:00;Доставлен;Оплачен;А Б;a@example.com;+7 900 100-20-30;1 500,00;300;Курьер;Карта;yandex;;0;Омск
                2;13.01.2026 11:00;Отменён;Не оплачен;В Г;c@example.com;8 900 100 20 31;2 500,50;300;Курьер;Карта;google;VESNA;100;Тула
                """,
            roles: [
                .order: "Номер заказа", .date: "Дата создания", .status: "Статус заказа",
                .paymentStatus: "Статус оплаты", .email: "Email", .phone: "Телефон", .amount: "Сумма заказа",
                .shipping: "Стоимость доставки", .delivery: "Способ доставки", .payment: "Способ оплаты",
                .source: "Источник заказа", .coupon: "Купон", .discount: "Скидка", .city: "Город доставки",
            ],
            identity: [.email, .phone], date: .dayMonthYear, decimalMark: .comma),
        RecognitionExport(
            name: "1C",
            text: """
                Номер;Дата;Контрагент;КодКонтрагента;Сумма;Валюта;Склад
                УТ-000001;01.02.2026 12:00:00;ООО Альфа;К-1;12 345,60;руб.;Основной
                УТ-000002;14.02.2026 13:00:00;ООО Бета;К-2;345,60;руб.;Основной
                """,
            roles: [
                .order: "Номер", .date: "Дата", .customer: "КодКонтрагента", .amount: "Сумма", .currency: "Валюта",
                .salesChannel: "Склад",
            ],
            identity: [.customer], date: .dayMonthYear, decimalMark: .comma),
        RecognitionExport(
            name: "1C-Bitrix",
            text: """
                ID;Дата создания;ID пользователя;Покупатель;Статус;Оплачен;Отменен;Сумма;Валюта;Платежная система;Служба доставки;Купоны
                10;01.02.2026 12:00:00;71;А Б;Выполнен;Да;Нет;1500.00;RUB;Картой;Почта;
                11;19.02.2026 12:00:00;72;В Г;Принят, ожидается оплата;Нет;Да;500.00;RUB;Картой;Почта;
                """,
            roles: [
                .order: "ID", .date: "Дата создания", .customer: "ID пользователя", .status: "Статус",
                .paymentStatus: "Оплачен", .cancelled: "Отменен", .amount: "Сумма", .currency: "Валюта",
                .payment: "Платежная система", .delivery: "Служба доставки", .coupon: "Купоны",
            ],
            identity: [.customer], date: .dayMonthYear, decimalMark: .point),
        RecognitionExport(
            name: "RetailCRM",
            text: """
                Номер;Дата оформления;Статус;ФИО;Телефон;E-mail;Итого;Оплачено;Тип доставки;Тип оплаты;Способ оформления;Магазин
                100A;2026-01-02 10:00:00;Выполнен;А Б;+79001002030;a@example.com;1200;1200;Курьером;Наличные;Через корзину;Основной
                101A;2026-01-03 10:00:00;Недозвон;В Г;+79001002031;c@example.com;800;0;Курьером;Наличные;По телефону;Основной
                """,
            roles: [
                .order: "Номер", .date: "Дата оформления", .status: "Статус", .phone: "Телефон", .email: "E-mail",
                .amount: "Итого", .delivery: "Тип доставки", .payment: "Тип оплаты", .salesChannel: "Магазин",
            ],
            identity: [.email, .phone], date: .yearMonthDay, decimalMark: nil),
        RecognitionExport(
            name: "order lines in Russian",
            text: """
                № заказа;Дата заказа;ID клиента;Артикул;Название товара;Кол-во;Цена;Сумма;Страна
                1;01.02.2026;5;A1;Чай;2;100,50;201,00;Россия
                1;01.02.2026;5;A2;Кофе;1;300,00;300,00;Россия
                2;21.02.2026;6;A2;Кофе;3;300,00;900,00;Беларусь
                """,
            roles: [
                .order: "№ заказа", .date: "Дата заказа", .customer: "ID клиента", .product: "Артикул",
                .productName: "Название товара", .quantity: "Кол-во", .unitPrice: "Цена", .lineAmount: "Сумма",
                .country: "Страна",
            ],
            identity: [.customer], date: .dayMonthYear, decimalMark: .comma),
    ]

    static let generic: [RecognitionExport] = [
        RecognitionExport(
            name: "Online Retail",
            text: """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                536365,85123A,WHITE HOLDER,6,2010-12-01T08:26:00,2.55,17850,United Kingdom
                C536379,D,Discount,-1,2010-12-01T09:41:00,27.50,14527,United Kingdom
                536381,71270,PHOTO CLIP,1,2010-12-01T09:41:00,1.25,,France
                """,
            roles: [
                .order: "InvoiceNo", .product: "StockCode", .productName: "Description", .quantity: "Quantity",
                .date: "InvoiceDate", .unitPrice: "UnitPrice", .customer: "CustomerID", .country: "Country",
            ],
            identity: [.customer], date: .yearMonthDay, decimalMark: .point),
        RecognitionExport(
            name: "CDNOW sample",
            text: """
                customer_id,sample_id,date,cds,amount
                00004,0001,1997-01-01,2,29.33
                00004,0001,1997-01-18,2,29.73
                00021,0002,1997-01-01,3,63.34
                """,
            roles: [.customer: "customer_id", .date: "date", .quantity: "cds", .amount: "amount"],
            identity: [.customer], date: .yearMonthDay, decimalMark: .point),
        RecognitionExport(
            name: "data warehouse",
            text: """
                order_id,customer_id,ts,amount,currency
                1,9,2026-01-01T10:00:00Z,12.50,EUR
                2,8,2026-01-01T10:00:01Z,112.50,EUR
                """,
            roles: [
                .order: "order_id", .customer: "customer_id", .date: "ts", .amount: "amount", .currency: "currency",
            ],
            identity: [.customer], date: .yearMonthDay, decimalMark: .point),
        RecognitionExport(
            name: "epoch and camel case",
            text: """
                orderId|userId|createdAt|orderTotal|utmSource
                1|9|1767225600000|12|google
                2|8|1767225600001|13|bing
                """,
            roles: [
                .order: "orderId", .customer: "userId", .date: "createdAt", .amount: "orderTotal",
                .source: "utmSource",
            ],
            identity: [.customer], date: .epochMilliseconds, decimalMark: nil),
    ]
}
