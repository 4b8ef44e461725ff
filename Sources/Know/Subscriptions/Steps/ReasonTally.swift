/// Counts leavings by reason: every end of a customer's unbroken time.
struct ReasonTally {
    private var figures: [ReasonFigures]

    init(_ reasons: [String]) {
        figures = reasons.map { ReasonFigures(reason: $0) } + [ReasonFigures(reason: nil)]
    }

    mutating func add(_ history: RevenueHistory) {
        for (place, spell) in history.spells.enumerated() where spell.end != nil {
            let reason = spell.last.reason < 0 ? figures.count - 1 : Int(spell.last.reason)
            figures[reason].lost += 1
            figures[reason].mrr += spell.lastMonthly
            if place + 1 < history.spells.count { figures[reason].cameBack += 1 }
        }
    }

    /// The most frequent first.
    func finished() -> [ReasonFigures] {
        let all = figures.reduce(0) { $0 + $1.lost }
        return figures.filter { $0.lost > 0 }.map { figure in
            var figure = figure
            figure.share = ratio(Int64(figure.lost), Int64(all))
            return figure
        }.sorted { ($1.lost, $1.mrr, $0.name) < ($0.lost, $0.mrr, $1.name) }
    }
}

extension ReasonFigures {
    init(reason: String?) { self.reason = reason }

    fileprivate var name: String { reason ?? "\u{10FFFF}" }
}
