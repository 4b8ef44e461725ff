import Intake
import Testing

@Suite("Status") struct StatusVocabularyTests {
    @Test(
        "has a usual rule",
        arguments: [
            (
                StatusRule.count,
                [
                    "paid", "Completed", "wc-processing", "On hold", "partially_refunded", "Partially refunded",
                    "fulfilled",
                    "Shipped", "Zrealizowane", "Opłacone", "Wysłane", "w trakcie realizacji", "Częściowo zwrócone",
                    "Płatność zaakceptowana", "Доставлен", "Оплачен", "Выполнен", "Новый", "Частичный возврат",
                    "Оплачен, формируется к отправке", "not cancelled", "refund requested", "Wysłane/Dostarczone",
                ]
            ),
            (
                .exclude,
                [
                    "cancelled", "Canceled", "voided", "unpaid", "pending payment", "Pending", "failed", "wc-cancelled",
                    "checkout-draft", "test", "draft", "Awaiting check payment", "canceled by customer", "expired",
                    "Anulowane", "Anulowano", "Nieopłacone", "Oczekuje na płatność", "szkic", "anulowane przez klienta",
                    "Oczekiwanie na płatność przelewem bankowym", "Odrzucone", "nieodebrane", "Błąd płatności",
                    "Отменён", "Отменен", "ОТМЕНЕН", "Не оплачен", "черновик", "Недозвон", "Отменен покупателем",
                    "Принят, ожидается оплата", "Ожидает оплаты", "Тестовый", "не выкуплен",
                ]
            ),
            (
                .reverse,
                [
                    "refunded", "Returned", "fully refunded", "chargeback", "Zwrócone", "Zwrot", "zwrot pieniędzy",
                    "Возврат", "Возвращён", "возврат средств",
                ]
            ),
            (.refund, ["Credit note", "Korekta", "faktura korygująca"]),
        ])
    func usual(rule: StatusRule, texts: [String]) {
        for text in texts { #expect(StatusVocabulary.rule(for: text) == rule, "\(text)") }
    }

    @Test("counts and is shown when nobody knows it")
    func unknown() throws {
        #expect(StatusVocabulary.rule(for: "Umbo") == nil)
        #expect(StatusVocabulary.rule(for: "") == nil)
        let table = SampleTable(
            header: ["client", "date", "total", "status"],
            rows: [
                ["1", "2026-01-01", "5.00", "Umbo"], ["2", "2026-01-01", "5.00", "paid"],
                ["3", "2026-01-01", "5.00", "paid"], ["3", "2026-01-01", "5.00", "Cancelled"],
            ])
        let recognition = try recognise(table, options: RecognitionOptions(statusRules: ["PAID ": .exclude]))
        #expect(recognition.statuses.map(\.text) == ["paid", "Cancelled", "Umbo"])
        #expect(recognition.statuses.map(\.rule) == [.exclude, .exclude, .count])
        #expect(recognition.statuses.map(\.isKnown) == [true, true, false])
        #expect(recognition.statuses.map(\.count) == [2, 1, 1])
        #expect(recognition.plan.statusRule(of: " Paid") == .exclude)
        #expect(recognition.plan.statusRule(of: "refunded") == .reverse)
        #expect(recognition.plan.statusRule(of: "never seen") == .count)
    }

    @Test("of a payment or a parcel is named with its column, so that one word may mean two things")
    func keys() throws {
        let table = SampleTable(
            header: ["client", "date", "total", "status", "fulfillment status"],
            rows: [
                ["1", "2026-01-01", "5.00", "pending", "pending"], ["2", "2026-01-01", "5.00", "paid", "restocked"],
            ])
        let usual = try recognise(table)
        #expect(
            usual.statuses.map(\.text) == [
                "paid", "pending", "fulfilment-status:pending", "fulfilment-status:restocked",
            ])
        #expect(usual.statuses.map(\.rule) == [.count, .exclude, .count, .reverse])
        let rules = Dictionary(uniqueKeysWithValues: usual.statuses.map { ($0.text, $0.rule) })
        let again = try recognise(table, options: RecognitionOptions(statusRules: rules))
        #expect(again.statuses == usual.statuses)
        let changed = try recognise(
            table, options: RecognitionOptions(statusRules: ["Fulfilment-Status:Restocked": .count]))
        #expect(changed.plan.statusRule(of: "restocked", in: .fulfilmentStatus) == .count)
        #expect(changed.plan.statusRule(of: "restocked") == .reverse)
        #expect(changed.plan.statusRule(of: "fulfilment-status:restocked") == .count)
        #expect(changed.plan.statusRule(of: "fulfilment-status:pending") == .count)
    }

    @Test("closed is given back in Magento and done elsewhere")
    func closed() throws {
        func rule(_ header: String) throws -> StatusRule? {
            let table = SampleTable(
                header: ["client", "date", header, "status"], rows: [["1", "2026-01-01", "5.00", "closed"]])
            return try recognise(table).statuses.first?.rule
        }
        #expect(try rule("Grand Total (Purchased)") == .reverse)
        #expect(try rule("Total") == .count)
    }

    @Test("of a payment does not exclude cash on delivery beside an order status")
    func payment() {
        #expect(StatusVocabulary.rule(for: "Не оплачен", in: .paymentStatus) == .count)
        #expect(StatusVocabulary.rule(for: "unpaid", in: .paymentStatus) == .count)
        #expect(StatusVocabulary.rule(for: "refunded", in: .paymentStatus) == .reverse)
        #expect(StatusVocabulary.rule(for: "voided", in: .paymentStatus) == .exclude)
    }

    @Test("of a parcel tells only that it came back")
    func fulfilment() {
        for text in ["unfulfilled", "pending", "partial", "not delivered", "cancelled", "fulfilled"] {
            #expect(StatusVocabulary.rule(for: text, in: .fulfilmentStatus) == .count, "\(text)")
        }
        for text in ["restocked", "returned", "Zwrócone"] {
            #expect(StatusVocabulary.rule(for: text, in: .fulfilmentStatus) == .reverse, "\(text)")
        }
    }

    @Test(
        "is cancelled where a date or a yes stands",
        arguments: [
            ("2026-01-06 10:00:00 +0100", StatusRule.exclude), ("Да", .exclude), ("tak", .exclude), ("1", .exclude),
            ("", .count), ("Нет", .count), ("no", .count), ("0", .count), ("0000-00-00 00:00:00", .count),
            ("-", .count),
            ("null", .count),
        ])
    func cancelled(text: String, rule: StatusRule) {
        #expect(StatusVocabulary.rule(for: text, in: .cancelled) == rule)
    }

    @Test("rules of several columns make one")
    func combined() {
        #expect(StatusRule.combined(status: .count) == .count)
        #expect(StatusRule.combined(status: .count, cancelled: .exclude) == .exclude)
        #expect(StatusRule.combined(status: .reverse, cancelled: .exclude) == .reverse)
        #expect(StatusRule.combined(status: .exclude, payment: .reverse) == .reverse)
        #expect(StatusRule.combined(status: .exclude, fulfilment: .reverse) == .exclude)
        #expect(StatusRule.combined(status: .count, fulfilment: .reverse) == .reverse)
        #expect(StatusRule.combined(status: .refund) == .refund)
    }
}
