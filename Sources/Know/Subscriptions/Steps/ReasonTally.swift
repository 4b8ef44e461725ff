/// Counts leavings by reason: every end of a customer's unbroken time.
struct ReasonTally {
    private let unit: TenureUnit
    private var figures: [ReasonFigures]
    /// In which period of their unbroken time customers left for each.
    private var periods: [[Int]]

    init(_ reasons: [String], unit: TenureUnit) {
        self.unit = unit
        figures = reasons.map { ReasonFigures(reason: $0) } + [ReasonFigures(reason: nil)]
        periods = figures.map { _ in [] }
    }

    mutating func add(_ history: RevenueHistory) {
        for (place, spell) in history.spells.enumerated() {
            guard let end = spell.end else { continue }
            let reason = spell.last.reason < 0 ? figures.count - 1 : Int(spell.last.reason)
            figures[reason].lost += 1
            figures[reason].mrr += spell.lastMonthly
            periods[reason].append(unit.periodOfLeaving(from: spell.start, at: end))
            if place + 1 < history.spells.count { figures[reason].cameBack += 1 }
        }
    }

    /// The most frequent first.
    func finished() -> [ReasonFigures] {
        let all = figures.reduce(0) { $0 + $1.lost }
        return figures.indices.filter { figures[$0].lost > 0 }.map { place in
            var figure = figures[place]
            figure.medianPeriods = periods[place].sorted()[(figure.lost - 1) / 2]
            figure.share = ratio(Int64(figure.lost), Int64(all))
            return figure
        }.sorted { ($1.lost, $1.mrr, $0.name) < ($0.lost, $0.mrr, $1.name) }
    }
}

extension ReasonFigures {
    init(reason: String?) { self.reason = reason }

    fileprivate var name: String { reason ?? "\u{10FFFF}" }
}
