import Ledger
import Testing

@testable import Intake

@Suite("Type of a row") struct TypeVocabularyTests {
    @Test(
        "has a usual rule",
        arguments: [
            (
                StatusRule.count,
                [
                    "Sale", "sale", "Payment", "charge", "Order", "shop_order", "Express Checkout Payment",
                    "Website Payment", "Subscription Payment", "capture", "Invoice", "Sprzedaż", "Faktura VAT",
                    "Paragon fiskalny", "FS", "PA", "Płatność", "Продажа", "Реализация товаров и услуг", "Приход",
                    "Заказ покупателя", "Оплата", "Чек",
                ]
            ),
            (
                .refund,
                [
                    "Refund", "refunds", "Return", "payment_refund", "Payment Refund", "Chargeback",
                    "Chargeback Refund",
                    "shop_order_refund", "credit note", "Payment Reversal", "Partial refund", "Zwrot", "Zwrot towaru",
                    "Korekta", "Faktura korygująca", "KFS", "Zwrot płatności", "Возврат", "Возврат прихода",
                    "Возврат от покупателя", "Корректировка реализации",
                ]
            ),
            (
                .exclude,
                [
                    "payout", "Transfer", "stripe_fee", "application_fee", "Service Fee", "General Withdrawal",
                    "authorization", "void", "adjustment", "General Currency Conversion", "Account Hold",
                    "chargeback reversal", "Wypłata", "Prowizja", "Zwrot prowizji", "Opłata za wystawienie",
                    "Przelew środków", "Выплата", "Комиссия", "Логистика", "Штраф", "Возврат поставщику",
                ]
            ),
        ])
    func usual(rule: StatusRule, texts: [String]) {
        for text in texts { #expect(TypeVocabulary.rule(for: text) == rule, "\(text)") }
    }

    @Test(
        "is no product's, customer's or payment's",
        arguments: ["simple", "returning customer", "non-refundable", "B2B", "karta", "Товар", ""])
    func strangers(text: String) {
        #expect(TypeVocabulary.rule(for: text) == nil)
        #expect(!TypeVocabulary.tells([text]))
    }

    @Test(
        "is a column whose content tells sales from the rest",
        arguments: [
            ("type", ["sale", "sale", "refund"], true), ("Transaction Type", ["Payment", "General Withdrawal"], true),
            ("Typ dokumentu", ["FS", "FS", "KFS"], true), ("Rodzaj", ["Sprzedaż", "Zwrot"], true),
            ("Тип документа", ["Продажа", "Возврат"], true), ("Тип операции", ["Реализация", "Логистика"], true),
            ("Вид операции", ["Приход", "Возврат прихода"], true), ("document type", ["invoice", "credit note"], true),
            ("Type", ["Refund", "Refund"], true), ("type", ["refundable", "non-refundable"], false),
            ("type", ["simple", "variable"], false), ("type", ["new", "returning"], false),
            ("type", ["card", "transfer", "cash"], false), ("Typ", ["firma", "osoba"], false),
            ("Тип", ["розница", "опт"], false), ("type", ["fee", "fee"], false),
            ("Product type", ["sale", "refund"], false), ("Customer type", ["sale", "refund"], false),
            ("Typ klienta", ["sprzedaż", "zwrot"], false), ("Payment type", ["payment", "refund"], false),
        ] as [(String, [String], Bool)])
    func columns(name: String, values: [String], isType: Bool) throws {
        let table = SampleTable(
            header: ["client", "date", "total", name],
            rows: values.enumerated().map { ["\($0)", "2026-01-0\($0 + 1)", "5.00", $1] })
        #expect((try recognise(table).plan.columns[.type] == 3) == isType)
    }

    @Test("makes a refund of a refund's row, and leaves out what is no sale")
    func rows() throws {
        let result = try read(
            """
            order,customer,date,total,type
            1,a,2026-01-02,40.00,sale
            2,a,2026-01-03,30.00,sale
            2,a,2026-01-09,30.00,refund
            3,b,2026-01-04,20.00,Sale
            9,b,2026-01-10,5.00,Refund
            P1,,2026-01-11,900.00,payout
            3,,2026-01-11,1.20,fee
            """)
        #expect(
            result.documents == [
                "a 2026-01-02 order 40.00", "a 2026-01-03 reversed 30.00", "b 2026-01-04 order 20.00",
                "b 2026-01-10 refund -5.00",
            ])
        #expect(result.accounting.ignoredByReason == [.statusExcluded: 2])
        #expect(result.brokenPromise == nil)
    }

    @Test("a fee for an order does not take the order's rows without a type with it")
    func fee() throws {
        let result = try read(
            """
            order,customer,date,total,type
            1,a,2026-01-02,40.00,sale
            3,b,2026-01-04,20.00,
            3,b,2026-01-11,1.20,fee
            """)
        #expect(result.documents == ["a 2026-01-02 order 40.00", "b 2026-01-04 order 20.00"])
    }

    @Test("says nothing of the state of its order's further rows")
    func furtherRows() throws {
        let result = try read(
            """
            order,customer,date,quantity,price,status,type
            1,a,2026-01-02,1,40.00,paid,sale
            2,b,2026-01-03,1,15.00,cancelled,sale
            2,b,2026-01-03,1,5.00,,sale
            """)
        #expect(result.documents == ["a 2026-01-02 order 40.00"])
        #expect(result.accounting.ignoredByReason == [.statusExcluded: 2])
    }

    @Test("decides whether a transaction that names another gives it back")
    func payPal() throws {
        let result = try read(
            """
            Date,Type,Status,Currency,Gross,From Email Address,Transaction ID,Reference Txn ID
            13/01/2026,Express Checkout Payment,Completed,EUR,"20,50",a@b.pl,T1,
            14/01/2026,Subscription Payment,Completed,EUR,"9,00",a@b.pl,T2,I-77
            15/01/2026,Payment Refund,Completed,EUR,"-20,50",shop@b.pl,T3,T1
            16/01/2026,General Withdrawal,Completed,EUR,"-500,00",,T4,
            17/01/2026,Payment Refund,Completed,EUR,"-5,00",shop@b.pl,T5,T0
            """)
        #expect(
            result.documents == [
                "a@b.pl 2026-01-13 reversed 20.50", "a@b.pl 2026-01-14 order 9.00", "shop@b.pl 2026-01-17 refund -5.00",
            ])
        #expect(result.ordersRefundedWhole == 1 && result.refundsWithoutOrder == 1)
        #expect(result.accounting.ignoredByReason == [.statusExcluded: 1])
    }

    @Test("goes together with the state of the order")
    func combined() {
        #expect(StatusRule.combined(status: .count, type: .refund) == .refund)
        #expect(StatusRule.combined(status: .reverse, type: .refund) == .refund)
        #expect(StatusRule.combined(status: .exclude, type: .refund) == .exclude)
        #expect(StatusRule.combined(status: .reverse, type: .exclude) == .exclude)
        #expect(StatusRule.combined(status: .reverse, type: .count) == .reverse)
        #expect(StatusRule.combined(status: .count, fulfilment: .reverse, type: .count) == .reverse)
    }

    @Test("is taken at the user's word, and its rules too")
    func given() throws {
        var options = RecognitionOptions()
        try options.addColumn("type=what")
        try options.addStatusRule("type:Abo=exclude")
        let text = "client,date,total,what\na,2026-01-02,5.00,Abo\nb,2026-01-03,7.00,Kauf\n"
        let result = try read(text, recognition: options)
        #expect(result.documents == ["b 2026-01-03 order 7.00"])
    }
}
