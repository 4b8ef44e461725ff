/// The row of `BaseSums` while customers are added to it.
struct BaseRow {
    let words: UnsafeMutableBufferPointer<Int64>
    /// Where the cells of scores and the groups of the bootstrap begin.
    let cells: Int
    let kept: Int
    /// From this net of the last year on a customer is great.
    let great: Int64

    /// Adds a customer to all but the VIP lists; returns the place of their state.
    @inline(__always)
    func add(_ summary: CustomerSummary, rules: CustomerRules) -> Int {
        let state = Self.place(of: rules.state(summary))
        words[state] += 1
        if state == BaseSums.Word.lapsing.rawValue {
            words[BaseSums.Word.atRisk.rawValue] += max(0, summary.lastYearNet)
            words[BaseSums.Word.contributionAtRisk.rawValue] += max(0, summary.lastYearContribution)
        }
        if summary.lastYearNet >= great, rules.hasLeft(summary) { addGreat(summary) }
        let scores = rules.rfm(summary)
        let place = (scores.recency - 1) * 25 + (scores.frequency - 1) * 5 + scores.monetary - 1
        let cell = cells + place * BaseSums.cell
        words[cell] += 1
        words[cell + 1] += summary.net
        words[cell + 2] += summary.lastYearNet
        words[cell + 3] += summary.contribution
        addKept(summary, silence: rules.silence(summary), window: rules.windowDays)
        return state
    }

    /// There are ten of them at most.
    private func addGreat(_ summary: CustomerSummary) {
        words[BaseSums.Word.greatLapsed.rawValue] += 1
        words[BaseSums.Word.greatLapsedNet.rawValue] += summary.lastYearNet
    }

    static func place(of state: ActivityState) -> Int {
        switch state {
        case .active: 0
        case .lapsing: 1
        case .lapsed: 2
        }
    }

    @inline(__always)
    func addVIP(_ summary: CustomerSummary, state: Int, isVIP: Bool, wasVIP: Bool) {
        if isVIP {
            words[BaseSums.Word.vipActive.rawValue + state] += 1
            words[BaseSums.Word.vips.rawValue] += 1
            words[BaseSums.Word.vipNet.rawValue] += summary.lastYearNet
            words[BaseSums.Word.vipContribution.rawValue] += summary.lastYearContribution
            if state == BaseSums.Word.lapsing.rawValue {
                words[BaseSums.Word.vipLapsingNet.rawValue] += summary.lastYearNet
            } else if state == BaseSums.Word.lapsed.rawValue {
                words[BaseSums.Word.vipLapsedNet.rawValue] += summary.lastYearNet
            }
        }
        words[BaseSums.Word.joined.rawValue] += isVIP && !wasVIP ? 1 : 0
        words[BaseSums.Word.left.rawValue] += wasVIP && !isVIP ? 1 : 0
    }

    /// Whether the customer was active at the borders of the compared periods. `CustomerSummary.never` is longer than any
    /// window.
    @inline(__always)
    private func addKept(_ summary: CustomerSummary, silence: Int, window: Int) {
        let start = kept + Int(summary.group) * BaseSums.group
        let atStart = Int(summary.silenceAtBeforeStart) <= window ? 1 : 0 as Int64
        let atEnd = Int(summary.silenceAtBeforeEnd) <= window ? 1 : 0 as Int64
        let atNowStart = Int(summary.silenceAtNowStart) <= window ? 1 : 0 as Int64
        words[start] += atStart
        words[start + 1] += atStart & atEnd
        words[start + 2] += atNowStart
        words[start + 3] += atNowStart & (silence <= window ? 1 : 0)
    }
}
