import Dispatch
import Synchronization

/// What one sweep over the summaries adds up once the rules are known.
struct BaseSums: Equatable, Sendable {
    /// Customers, net, last year's net and contribution of a group of customers.
    struct Sums: Equatable, Sendable {
        var customers = 0
        var net: Int64 = 0
        var lastYearNet: Int64 = 0
        var contribution: Int64 = 0

        mutating func add(_ other: Sums) {
            customers += other.customers
            net += other.net
            lastYearNet += other.lastYearNet
            contribution += other.contribution
        }
    }

    /// By place in `ActivityState.allCases`.
    var states = Array(repeating: 0, count: 3)
    /// Last year's net and contribution of the lapsing, each customer's below zero as zero.
    var atRisk: Int64 = 0
    var contributionAtRisk: Int64 = 0
    /// By place in `RFMSegment.allCases`.
    var segments = Array(repeating: Sums(), count: RFMSegment.allCases.count)
    /// By recency, frequency and monetary score.
    var cells = Array(repeating: 0, count: 125)
    /// Net is that of the last year here.
    var vips = Sums()
    var vipStates = Array(repeating: 0, count: 3)
    var vipLapsingNet: Int64 = 0
    var joined = 0
    var left = 0
    /// Active at the start and at both ends of the two compared periods, by group: four words each.
    var kept = Array(repeating: 0 as Int64, count: ChangeCounts.groups * 4)

    /// Adds up all summaries, in as many parts as there are workers; who is on a VIP list stays open for the customers
    /// near a border, whose places are returned in any order.
    static func all(
        _ summaries: [CustomerSummary], rules: CustomerRules, now: VIPBorder, earlier: VIPBorder?, workers: Int
    ) -> (sums: BaseSums, undecided: [Int]) {
        let results = Mutex((sums: BaseSums(), undecided: [Int]()))
        let workers = max(1, workers)
        let table = SegmentTable()
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            var own = BaseSums()
            var undecided: [Int] = []
            let part = summaries.count * worker / workers..<summaries.count * (worker + 1) / workers
            summaries.withUnsafeBufferPointer { summaries in
                for customer in part where summaries[customer].orders > 0 {
                    let summary = summaries[customer]
                    let state = own.add(summary, rules: rules, table: table)
                    let isVIP = now.holds(summary.lastYearNet)
                    let wasVIP = earlier.map { $0.holds(summary.earlierYearNet) } ?? false
                    if let isVIP, let wasVIP {
                        own.addVIP(summary, state: state, isVIP: isVIP, wasVIP: wasVIP)
                    } else {
                        undecided.append(customer)
                    }
                }
            }
            let (sums, open) = (own, undecided)
            results.withLock {
                $0.sums.add(sums)
                $0.undecided += open
            }
        }
        return results.withLock { $0 }
    }

    /// Adds a customer to all but the VIP lists; returns the place of their state.
    @inline(__always)
    private mutating func add(_ summary: CustomerSummary, rules: CustomerRules, table: SegmentTable) -> Int {
        let state = Self.place(of: rules.state(summary))
        states[state] += 1
        if state == 1 {
            atRisk += max(0, summary.lastYearNet)
            contributionAtRisk += max(0, summary.lastYearContribution)
        }
        let scores = rules.rfm(summary)
        let cell = (scores.recency - 1) * 25 + (scores.frequency - 1) * 5 + scores.monetary - 1
        cells[cell] += 1
        segments[table.places[cell]].add(
            Sums(
                customers: 1, net: summary.net, lastYearNet: summary.lastYearNet, contribution: summary.contribution))
        addKept(summary, silence: rules.silence(summary), window: rules.windowDays)
        return state
    }

    private static func place(of state: ActivityState) -> Int {
        switch state {
        case .active: 0
        case .lapsing: 1
        case .lapsed: 2
        }
    }

    /// Adds a customer who was left open, once the lists are known.
    mutating func addVIP(_ summary: CustomerSummary, customer: Int, rules: CustomerRules, lists: VIPLists) {
        addVIP(
            summary, state: Self.place(of: rules.state(summary)),
            isVIP: lists.now.holds(customer, amount: summary.lastYearNet),
            wasVIP: lists.earlier?.holds(customer, amount: summary.earlierYearNet) ?? false)
    }

    @inline(__always)
    private mutating func addVIP(_ summary: CustomerSummary, state: Int, isVIP: Bool, wasVIP: Bool) {
        if isVIP {
            vips.add(
                Sums(
                    customers: 1, net: summary.lastYearNet, lastYearNet: summary.lastYearNet,
                    contribution: summary.lastYearContribution))
            vipStates[state] += 1
            if state == 1 { vipLapsingNet += summary.lastYearNet }
        }
        joined += isVIP && !wasVIP ? 1 : 0
        left += wasVIP && !isVIP ? 1 : 0
    }

    @inline(__always)
    private mutating func addKept(_ summary: CustomerSummary, silence: Int, window: Int) {
        let start = Int(summary.group) * 4
        let atStart = Self.isActive(summary.silenceAtBeforeStart, window)
        let atNowStart = Self.isActive(summary.silenceAtNowStart, window)
        kept[start] += atStart ? 1 : 0
        kept[start + 1] += atStart && Self.isActive(summary.silenceAtBeforeEnd, window) ? 1 : 0
        kept[start + 2] += atNowStart ? 1 : 0
        kept[start + 3] += atNowStart && silence <= window ? 1 : 0
    }

    private static func isActive(_ silence: UInt16, _ window: Int) -> Bool {
        silence != CustomerSummary.never && Int(silence) <= window
    }

    private mutating func add(_ other: BaseSums) {
        for place in states.indices {
            states[place] += other.states[place]
            vipStates[place] += other.vipStates[place]
        }
        atRisk += other.atRisk
        contributionAtRisk += other.contributionAtRisk
        for place in segments.indices { segments[place].add(other.segments[place]) }
        for place in cells.indices { cells[place] += other.cells[place] }
        vips.add(other.vips)
        vipLapsingNet += other.vipLapsingNet
        joined += other.joined
        left += other.left
        for place in kept.indices { kept[place] += other.kept[place] }
    }
}

/// The place of each of the 125 cells' segments in `RFMSegment.allCases`.
struct SegmentTable: Sendable {
    let places: [Int]

    init() {
        places = (0..<125).map { cell in
            let scores = RFMScores(recency: cell / 25 + 1, frequency: cell / 5 % 5 + 1, monetary: cell % 5 + 1)
            return RFMSegment.allCases.firstIndex(of: scores.segment) ?? 0
        }
    }
}
