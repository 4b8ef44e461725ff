import Domain
import Metrics

extension PageBuilder {
    var activity: SectionModel {
        var section = SectionModel(
            id: "activity", shortName: say(SectionTexts.activity), heading: say(SectionTexts.activity))
        let activity = metrics.activity
        guard metrics.overview.customers > 0 else {
            section.blocks = [empty(SalesTexts.noMonths)]
            return section
        }
        section.pulse = CardsModel(cards: activityCards)
        let parts = [
            (ActivityState.active, activity.active, "us"), (.lapsing, activity.lapsing, "warn"),
            (.lapsed, activity.lapsed, "quiet"),
        ]
        section.blocks = [stateFigure(parts)]
        if let joined = metrics.vip.joined, let left = metrics.vip.left {
            section.notes = NotesModel(
                notesTitle: say(StateTexts.vips),
                remarks: [say(StateTexts.vipMovement(joined: formats.count(joined), left: formats.count(left)))])
        }
        return section
    }

    private func stateFigure(_ parts: [(ActivityState, Int, String)]) -> BlockModel {
        let activity = metrics.activity
        let total = metrics.overview.customers
        let window = formats.count(activity.windowDays, .withinDays)
        let title = stateTitle
        let bar = ShareBar(
            parts: parts.map { state, count, name in
                let share = ratio(count, of: total) ?? 0
                let words = say(StateTexts.name(state)) + ": " + formats.count(count)
                return ShareBar.Part(
                    name: name, share: share, text: formats.percent(share, digits: 0),
                    title: words + " (" + formats.percent(share) + ")")
            })
        let legend = parts.map { state, count, name in
            LegendModel(
                name: name,
                text: say(StateTexts.name(state)) + " " + formats.count(count) + ": "
                    + say(StateTexts.meaning(state, window: window)))
        }
        let rows = parts.map { state, count, _ in
            RowModel(
                name: say(StateTexts.name(state)),
                cells: [
                    .figure(formats.count(count)), .figure(formats.percent(ratio(count, of: total))),
                    .words(say(StateTexts.meaning(state, window: window))),
                ])
        }
        let head = head(StateTexts.state, PageTexts.customers, PageTexts.share)
        return figure(
            "activity", title: say(title), unit: say(StateTexts.unit), legend: legend, size: "full",
            data: TableModel(head: head + [.words(say(StateTexts.meaningHead))], rows: rows), draw: bar.drawn)
    }

    private var stateTitle: Phrase {
        let activity = metrics.activity
        if activity.lapsing > 0 {
            return StateTexts.title(
                lapsing: activity.lapsing, revenue: formats.money(activity.revenueAtRisk), formats: formats)
        }
        if activity.lapsed == 0 { return StateTexts.allActive }
        return StateTexts.nobodyLapsing(
            active: formats.count(activity.active), lapsed: formats.count(activity.lapsed))
    }

    private var activityCards: [CardModel] {
        let activity = metrics.activity
        let vip = metrics.vip
        var cards = [
            CardModel(
                label: say(StateTexts.atRisk), figure: formats.money(activity.revenueAtRisk),
                note: say(StateTexts.atRiskNote)),
            CardModel(
                label: say(StateTexts.vips), figure: formats.count(vip.customers),
                note: say(
                    StateTexts.vipNote(
                        share: formats.percent(vip.share, digits: 0), money: vipMoney,
                        silent: formats.count(vip.silent)))),
            CardModel(
                label: say(StateTexts.window), figure: formats.count(activity.windowDays, .days), note: windowNote),
        ]
        if let contribution = activity.contributionAtRisk {
            cards.insert(
                CardModel(label: say(StateTexts.contributionAtRisk), figure: formats.money(contribution)), at: 1)
        }
        return cards
    }

    /// What the VIPs brought in the year, with its contribution where that is known.
    private var vipMoney: String {
        let revenue = formats.money(metrics.vip.netRevenue)
        guard let contribution = metrics.vip.contribution else { return revenue }
        return say(ContributionTexts.beside(revenue, formats.money(contribution)))
    }

    private var windowNote: String {
        let activity = metrics.activity
        if activity.windowGiven { return say(StateTexts.windowGiven) }
        return say(activity.windowClamp.map { StateTexts.clamp($0) } ?? StateTexts.windowFound)
    }
}
