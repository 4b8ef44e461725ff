/// What exports of subscriptions call their columns, in three languages; the score says how surely a name means the role.
enum SubscriptionPhrases {
    typealias Entry = (role: SubscriptionRole, score: Int, names: String)

    static let all: [Entry] = customers + plans + starts + ends + money + reasons

    private static let customers: [Entry] = [
        (
            .customer, 95,
            """
            subscriber, subscriber id, member, member id, account, account id, user, user id, company, organisation,
            organization, tenant, workspace, team, klient, id klienta, subskrybent, id subskrybenta, abonent, id abonenta,
            numer klienta, konto, firma, użytkownik, подписчик, ид подписчика, абонент, ид абонента, пользователь, аккаунт,
            компания, организация, лицевой счёт, клиент
            """
        ),
        (
            .customer, 75,
            """
            subscriber name, subscriber email, member name, account name, user email, user name, company name, nazwa firmy,
            nazwa klienta, e mail subskrybenta, имя подписчика, название компании, почта подписчика
            """
        ),
    ]

    private static let plans: [Entry] = [
        (
            .plan, 100,
            """
            plan, plan name, plan id, subscription plan, subscription type, subscription name, tier, pricing plan, nazwa planu,
            taryfa, rodzaj subskrypcji, typ subskrypcji, plan subskrypcji, nazwa subskrypcji, план, тариф, тарифный план,
            название тарифа, вид подписки, тип подписки, план подписки
            """
        ),
        (
            .plan, 80,
            """
            package, membership, membership type, level, box, bundle, product, product name, price name, pakiet, karnet,
            rodzaj karnetu, abonament, box, produkt, nazwa produktu, wariant, пакет, абонемент, подписка, коробка, бокс,
            набор, продукт, название продукта, товар
            """
        ),
        (.plan, 60, "product id, price id, sku, variant, subscription, subskrypcja, kod planu, код тарифа"),
        (
            .period, 100,
            """
            period, billing period, billing interval, billing cycle, billing frequency, plan interval, payment period,
            payment frequency, renewal period, recurrence, period length, okres, okres rozliczeniowy, okres płatności,
            cykl rozliczeniowy, częstotliwość płatności, długość okresu, interwał, период, период оплаты, расчётный период,
            периодичность, периодичность оплаты, длина периода, платёжный период
            """
        ),
        (
            .period, 85,
            "interval, cycle, frequency, term, cykl, częstotliwość, na jaki okres, интервал, цикл, срок, частота"
        ),
    ]

    private static let starts: [Entry] = [
        (
            .started, 100,
            """
            started, started at, started on, start, start date, subscription start, subscription start date,
            subscription started, data rozpoczęcia, rozpoczęcie, rozpoczęto, start subskrypcji, początek, początek subskrypcji,
            data startu, data rozpoczęcia subskrypcji, data początku, начало, дата начала, начало подписки,
            дата начала подписки, дата старта, старт
            """
        ),
        (
            .started, 85,
            """
            begin, begin date, began, subscribed, subscribed at, subscribed on, activated, activated at, activation date,
            valid from, date from, from, since, active from, signup date, sign up date, signed up at, joined, joined at,
            aktywacja, data aktywacji, data zapisu, data dołączenia, od, data od, od kiedy, ważna od, ważny od, aktywna od,
            подключение, дата подключения, подключён, дата активации, активация, дата подписки, с, дата с, действует с,
            дата вступления
            """
        ),
        (
            .started, 70,
            """
            created, created at, created on, creation date, utworzono, data utworzenia, создана, создан, дата создания,
            оформлена, дата оформления
            """
        ),
    ]

    private static let ends: [Entry] = [
        (
            .ended, 100,
            """
            ended, ended at, ended on, end, end date, subscription end, subscription end date, subscription ended,
            data zakończenia, zakończenie, zakończono, koniec, koniec subskrypcji, data końca, data zakończenia subskrypcji,
            конец, окончание, дата окончания, окончание подписки, дата окончания подписки, дата завершения, завершена
            """
        ),
        (
            .ended, 85,
            """
            churned, churned at, churned on, churn date, left, left at, left on, leaving date, terminated, terminated at,
            termination date, expired, expired at, deactivated at, unsubscribed, unsubscribed at, valid to, valid until,
            date to, to, until, active until, data odejścia, data rezygnacji, rezygnacja, data wygaśnięcia, wygasła,
            do, data do, do kiedy, ważna do, ważny do, aktywna do, дата ухода, ушёл, дата отписки, отписка, отписан,
            дата отключения, отключение, отключён, истекла, дата расторжения, по, до, дата по, действует до, действует по
            """
        ),
        (
            .ended, 70,
            """
            cancelled, canceled, cancelled at, canceled at, cancelled on, canceled on, cancellation date, cancel date,
            cancelation date, anulowano, anulowana, data anulowania, data wypowiedzenia, wypowiedzenie, отменена, отменён,
            дата отмены, отмена
            """
        ),
    ]

    private static let money: [Entry] = [
        (
            .amount, 100,
            """
            amount per period, recurring amount, recurring price, recurring revenue, subscription price, subscription amount,
            subscription fee, plan amount, plan price, kwota za okres, cena za okres, opłata za okres, cena planu,
            cena subskrypcji, kwota subskrypcji, opłata abonamentowa, сумма за период, цена за период, плата за период,
            цена тарифа, стоимость тарифа, стоимость подписки, цена подписки, абонентская плата, абонплата
            """
        ),
        (
            .amount, 90,
            "amount, price, kwota, cena, opłata, сумма, цена, стоимость, плата, kwota brutto, cena brutto, składka"
        ),
        (
            .amount, 70,
            """
            unit amount, unit price, fee, charge, rate, value, revenue, total, cost, billing amount, payment, wartość, stawka,
            płatność, przychód, suma, netto, kwota netto, cena netto, платёж, оплата, тариф сумма, выручка, взнос
            """
        ),
    ]

    private static let reasons: [Entry] = [
        (
            .reason, 100,
            """
            reason, reason of leaving, reason for leaving, leaving reason, churn reason, cancellation reason, cancel reason,
            canceled reason, cancelled reason, cancelation reason, reason for cancellation, reason for churn, powód,
            powód odejścia, powód rezygnacji, powód anulowania, powód zakończenia, przyczyna, przyczyna odejścia,
            przyczyna rezygnacji, причина, причина ухода, причина отмены, причина отказа, причина отписки, причина оттока,
            причина отключения
            """
        ),
        (
            .reason, 80,
            "cancellation feedback, churn feedback, why, why left, feedback, dlaczego, почему, почему ушёл, отзыв при уходе"
        ),
    ]
}
