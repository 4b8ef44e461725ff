import Dispatch
import Synchronization

/// What one sweep over the summaries adds up once the rules are known: one row of integers, so that the sums of two
/// workers are added word by word.
struct BaseSums: Equatable, Sendable {
    /// The plain sums. States are in the order of `ActivityState.allCases`; money at risk counts each customer's below
    /// zero as zero; the net of VIPs and of
    /// great customers is that of the last year.
    enum Word: Int, CaseIterable {
        case active, lapsing, lapsed
        case vipActive, vipLapsing, vipLapsed
        case atRisk, contributionAtRisk
        case vips, vipNet, vipContribution, vipLapsingNet, vipLapsedNet
        case joined, left
        case greatLapsed, greatLapsedNet
    }

    /// Words of a cell of recency, frequency and monetary score: customers, net, last year's net, contribution.
    static let cell = 4
    /// Words of a group of the bootstrap: customers active at the start and at both ends of each compared period.
    static let group = 4

    private static let cells = Word.allCases.count
    private static let kept = cells + 125 * cell
    private var words = Array(repeating: 0 as Int64, count: kept + ChangeCounts.groups * group)

    subscript(_ word: Word) -> Int64 { words[word.rawValue] }

    /// Customers by recency, frequency and monetary score.
    var cellSizes: [Int] { (0..<125).map { Int(words[Self.cells + $0 * Self.cell]) } }

    /// The words of a group of the bootstrap.
    func kept(in group: Int) -> ArraySlice<Int64> { words[(Self.kept + group * Self.group)...].prefix(Self.group) }

    /// Customers, net, last year's net and contribution by place in `RFMSegment.allCases`.
    var segments: [SIMD4<Int64>] {
        var segments = Array(repeating: SIMD4<Int64>(), count: RFMSegment.allCases.count)
        for cell in 0..<125 {
            let scores = RFMScores(recency: cell / 25 + 1, frequency: cell / 5 % 5 + 1, monetary: cell % 5 + 1)
            guard let place = RFMSegment.allCases.firstIndex(of: scores.segment) else { continue }
            let start = Self.cells + cell * Self.cell
            segments[place] &+= SIMD4(words[start], words[start + 1], words[start + 2], words[start + 3])
        }
        return segments
    }

    /// Adds up all summaries, in as many parts as there are workers; who is on a VIP list stays open for the customers
    /// near a border, whose places are returned in any order.
    static func all(
        _ summaries: [CustomerSummary], rules: CustomerRules, now: VIPBorder, earlier: VIPBorder?, workers: Int
    ) -> (sums: BaseSums, undecided: [Int]) {
        let results = Mutex((sums: BaseSums(), undecided: [Int]()))
        let workers = max(1, workers)
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let part = summaries.count * worker / workers..<summaries.count * (worker + 1) / workers
            var own = BaseSums()
            let undecided = own.add(summaries[part], rules: rules, now: now, earlier: earlier)
            let sums = own
            results.withLock {
                $0.sums.add(sums)
                $0.undecided += undecided
            }
        }
        return results.withLock { $0 }
    }

    /// Adds a part of the summaries; returns the places of the customers who are left open.
    private mutating func add(
        _ part: ArraySlice<CustomerSummary>, rules: CustomerRules, now: VIPBorder, earlier: VIPBorder?
    ) -> [Int] {
        var undecided: [Int] = []
        words.withUnsafeMutableBufferPointer { words in
            part.withUnsafeBufferPointer { summaries in
                let row = BaseRow(words: words, cells: Self.cells, kept: Self.kept, great: now.great)
                for place in summaries.indices where summaries[place].orders > 0 {
                    let summary = summaries[place]
                    let state = row.add(summary, rules: rules)
                    let isVIP = now.holds(summary.lastYearNet)
                    let wasVIP = earlier.map { $0.holds(summary.earlierYearNet) } ?? false
                    if let isVIP, let wasVIP {
                        row.addVIP(summary, state: state, isVIP: isVIP, wasVIP: wasVIP)
                    } else {
                        undecided.append(part.startIndex + place)
                    }
                }
            }
        }
        return undecided
    }

    /// Adds a customer who was left open, once the lists are known.
    mutating func addVIP(_ summary: CustomerSummary, customer: Int, rules: CustomerRules, lists: VIPLists) {
        let isVIP = lists.now.holds(customer, amount: summary.lastYearNet)
        let wasVIP = lists.earlier?.holds(customer, amount: summary.earlierYearNet) ?? false
        let state = BaseRow.place(of: rules.state(summary))
        words.withUnsafeMutableBufferPointer { words in
            BaseRow(words: words, cells: Self.cells, kept: Self.kept, great: Int64.max)
                .addVIP(summary, state: state, isVIP: isVIP, wasVIP: wasVIP)
        }
    }

    private mutating func add(_ other: BaseSums) {
        for place in words.indices { words[place] += other.words[place] }
    }
}
