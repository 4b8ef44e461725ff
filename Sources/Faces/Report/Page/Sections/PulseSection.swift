import Domain
import Metrics

extension PageBuilder {
    var pulse: SectionModel {
        var section = SectionModel(id: "pulse", shortName: say(SectionTexts.pulse), heading: say(SectionTexts.pulse))
        section.lead = PulseTexts.wholeShop(metrics.overview, formats: formats).map(say)
        section.pulse = CardsModel(cards: money + people)
        return section
    }

    private var money: [CardModel] {
        let overview = metrics.overview
        var cards = [
            CardModel(
                label: say(PageTexts.netRevenue), figure: formats.money(overview.netRevenue), trend: trend(.netRevenue),
                note: changeNote(.netRevenue, isOfAll: overview.isAllKnown)),
            CardModel(
                label: say(PageTexts.orders), figure: formats.count(overview.orders), trend: trend(.orders),
                note: overview.ordersPerCustomer.map {
                    say(PulseTexts.ordersNote(perCustomer: formats.number($0, digits: 1)))
                }),
            CardModel(
                label: say(PulseTexts.averageOrder),
                figure: formats.meanMoney(overview.averageOrderValue.map(Double.init)), trend: trend(.averageOrderValue)
            ),
            CardModel(
                label: say(PulseTexts.refundRate), figure: formats.percent(overview.refundRate),
                trend: trend(.refundRate), note: changeNote(.refundRate, isOfAll: overview.refundOnlyCustomers == 0)),
        ]
        if let contribution = overview.contribution {
            cards.insert(
                CardModel(
                    label: say(PageTexts.contribution), figure: formats.money(contribution),
                    note: overview.contributionNote(formats)), at: 1)
        }
        return cards
    }

    private var people: [CardModel] {
        let overview = metrics.overview
        let activity = metrics.activity
        let window = formats.count(activity.windowDays, .days)
        return [
            CardModel(
                label: say(PageTexts.customers), figure: formats.count(overview.customers), trend: trend(.customers)),
            CardModel(
                label: say(PulseTexts.active), figure: formats.count(activity.active),
                note: say(
                    PulseTexts.activeNote(
                        share: formats.percent(ratio(activity.active, of: overview.customers)), window: window))),
            CardModel(
                label: say(PulseTexts.repeatRate), figure: formats.percent(overview.repeatPurchaseRate),
                note: say(PulseTexts.repeatNote(customers: formats.count(overview.repeatCustomers, .customers)))),
            // No trend: the compared retention is that of a whole period, another figure than a month's.
            CardModel(
                label: say(PulseTexts.retention), figure: formats.percent(metrics.netFlow.meanMonthlyRetention),
                note: metrics.netFlow.meanMonthlyRetention.map { _ in
                    say(PulseTexts.retentionNote(months: formats.count(metrics.netFlow.months.count)))
                }),
        ]
    }

    /// Says whose change stands beside a figure that counts more than customers with orders.
    private func changeNote(_ metric: ChangeMetric, isOfAll: Bool) -> String? {
        isOfAll || trend(metric) == nil ? nil : say(PulseTexts.changeOfKnown)
    }

    /// How a headline figure moved, and how sure that is; nil where it cannot be compared.
    private func trend(_ metric: ChangeMetric) -> TrendModel? {
        guard let table = metrics.toldChange, let change = table.figures.first(where: { $0.metric == metric }),
            change.before > 0
        else { return nil }
        let words = FindingWords(formats: formats)
        let basis = PulseTexts.basis(
            days: formats.count(table.dayCount, .days), now: words.value(change.now, metric),
            before: words.value(change.before, metric), comparison: table.comparison)
        return TrendModel(
            direction: change.isBetter.map { $0 ? "up" : "down" } ?? "", text: words.trend(change), basis: say(basis),
            range: words.range(change))
    }
}
