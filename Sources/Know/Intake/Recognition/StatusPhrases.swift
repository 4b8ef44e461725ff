/// The words behind `StatusVocabulary`, parted by commas; they are matched without case and diacritics.
enum StatusPhrases {
    static let phrases: [(StatusVocabulary.Meaning, String)] = [
        (
            .alive,
            """
            paid, completed, complete, processing, fulfilled, shipped, delivered, new, open, on hold, onhold,
            authorized, authorised, partially paid, partially refunded, partial refund, partially returned,
            partially fulfilled, partial, unfulfilled, closed, confirmed, accepted, approved, packed, ready to ship,
            ready for pickup, picked up, in transit, in progress, sent, received, success, successful, succeeded,
            done, finished, invoiced, dispatched, payment accepted, remote payment accepted, preparation in progress,
            processing in progress, payment received, payment review, holded, on backorder paid, awaiting shipment,
            awaiting fulfillment, awaiting pickup, awaiting cash on delivery validation, pending fulfillment,
            captured, settled, active, archived, exchanged, scheduled, in fulfillment, ok, yes, refund requested,
            return requested, refund declined, refund rejected, return rejected, refund in progress,
            return in progress, disputed, backordered
            """
        ),
        (
            .alive,
            """
            nowe, nowe zamówienie, opłacone, zapłacone, zrealizowane, zrealizowano, wysłane, wysłano, dostarczone,
            dostarczono, w realizacji, w trakcie realizacji, przyjęte, przyjęto, przyjęte do realizacji, potwierdzone,
            zaakceptowane, spakowane, do wysłania, do wysyłki, gotowe do wysyłki, gotowe do odbioru, odebrane,
            odebrano, zakończone, zakończono, zamknięte, przekazane do wysyłki, w drodze, płatność zaakceptowana,
            przygotowanie w toku, w przygotowaniu, oczekuje na wysyłkę, oczekuje na odbiór, wydane, kompletowane,
            gotowe, reklamacja, częściowo zwrócone, częściowy zwrot, zwrot częściowy, częściowo opłacone,
            częściowo zrealizowane, wstrzymane, płatność przy odbiorze, za pobraniem, pobranie, tak, zwrot w toku,
            zwrot zgłoszony, zgłoszono zwrot, zwrot odrzucony, płatność zakończona, wykonane, sprzedane, w toku,
            obsłużone, przetwarzane, nadane, oczekuje na realizację
            """
        ),
        (
            .alive,
            """
            новый, новая, новый заказ, оплачен, оплачено, оплачена, выполнен, выполнено, доставлен, доставлено,
            отправлен, отправлено, отгружен, отгружено, завершен, завершено, в обработке, обрабатывается, в работе,
            принят, принято, подтвержден, согласован, собран, комплектуется, укомплектован, передан в доставку,
            передан в службу доставки, доставляется, в пути, готов к выдаче, получен, вручен, выдан, закрыт,
            оплачен формируется к отправке, формируется к отправке, готов, частичный возврат, частично возвращен,
            частично оплачен, частично доставлен, ожидает отправки, ожидает отгрузки, ожидает доставки, да, выкуплен,
            исполнен, продан, обработан, в сборке, на сборке, на доставке, ожидает подтверждения, предоплата
            """
        ),
        (
            .unpaid,
            """
            unpaid, pending, pending payment, payment pending, awaiting payment, waiting for payment, not paid,
            payment due, overdue, awaiting check payment, awaiting bank wire payment, on backorder not paid,
            payment required, waiting payment, no, nieopłacone, nieopłacony, nie opłacone, niezapłacone,
            oczekuje na płatność, oczekiwanie na płatność, oczekuje na wpłatę, oczekujące na płatność, brak wpłaty,
            brak płatności, do zapłaty, czeka na płatność, nie, oczekiwanie na płatność czekiem,
            oczekiwanie na płatność przelewem bankowym, oczekuje na opłacenie, не оплачен, неоплачен, не оплачено,
            неоплачено, не оплачена, ожидает оплаты, ожидание оплаты, ждет оплаты, в ожидании оплаты,
            ожидается оплата, принят ожидается оплата, нет оплаты, нет
            """
        ),
        (
            .dead,
            """
            cancelled, canceled, voided, void, failed, failure, expired, test, test order, draft, checkout draft,
            trash, deleted, spam, abandoned, rejected, declined, denied, fraud, suspected fraud, payment error,
            payment failed, error, duplicate, incomplete, cart, missing orders, reversed, undelivered, not delivered,
            not collected, anulowane, anulowano, anulowany, anulowana, anulacja, odrzucone, odrzucono, testowe,
            testowy, szkic, robocze, wersja robocza, usunięte, nieudane, błąd płatności, błąd, porzucone,
            niezrealizowane, nieodebrane, nie odebrano, duplikat, wygasłe, przeterminowane, płatność odrzucona,
            płatność anulowana, rezygnacja, rezygnacja klienta, nieaktywne, niepotwierdzone, fikcyjne,
            nie zrealizowane, отменен, отменено, отменена, отмена, аннулирован, аннулировано, тест, тестовый,
            тестовый заказ, черновик, отклонен, удален, ошибка оплаты, недозвон, не дозвонились, дубль, дубликат,
            спам, невыкуп, не выкуплен, не выкуплено, не доставлен, недоставлен, не вручен, отказ, отказ клиента,
            отказ покупателя, брошен, брошенная корзина, просрочен, нет в наличии, не забрали, не подтвержден,
            купили в другом месте, не устроила доставка, не устроила цена, некорректные данные, не получен
            """
        ),
        (
            .returned,
            """
            refunded, fully refunded, returned, return, refund, chargeback, charged back, restocked, money back,
            returned to sender, zwrócone, zwrócono, zwrot, zwroty, zwrot pieniędzy, zwrot całkowity, zwrot środków,
            pełny zwrot, zwrot zrealizowany, zwrot zakończony, zwrot przyjęty, zwrócone do nadawcy, возврат,
            возвращен, возвращено, возвращена, возврат средств, возврат денег, полный возврат, возврат товара,
            возврат оформлен, возврат выполнен, деньги возвращены
            """
        ),
        (.refund, "credit note, credit memo, korekta, faktura korygująca, nota kredytowa, возвратная накладная"),
    ]

    /// Stems in any order; each must start some word of the status. The first pattern that fits wins.
    static let patterns: [(StatusVocabulary.Meaning, String)] = [
        (
            .alive,
            """
            partial refund, partial return, częściow zwr, zwrot częściow, частич возвра, refund request,
            return request
            """
        ),
        (.alive, "not cancel, nie anulow, не отмен"),
        (
            .dead,
            """
            cancel, void, fraud, abandon, anulow, odrzuc, nieodebr, testow, nie odebr, отмен, аннулир, отклон,
            не выкуп, невыкуп, отказ, тестов, payment fail, payment error, błąd płat, ошибк оплат
            """
        ),
        (.returned, "refunded, returned, zwróc, zwrot, возвра, chargeback"),
        (
            .unpaid,
            """
            unpaid, not paid, awaiting payment, waiting payment, pending payment, nieopłac, niezapłac, nie opłac,
            nie zapłac, oczek płatn, oczek wpłat, oczek zapłat, brak wpłat, неоплач, не оплач, ожида оплат, ждет оплат
            """
        ),
        (
            .alive,
            """
            paid, complete, deliver, ship, fulfil, process, confirm, opłac, zapłac, zrealiz, wysł, dostarcz, realizac,
            odebr, przyję, potwierdz, оплач, доставл, отправл, отгруж, выполн, заверш, обработ, принят, подтвержд,
            сборк
            """
        ),
    ]
}
