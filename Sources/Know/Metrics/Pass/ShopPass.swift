import Domain
import Ledger

/// What one pass over a ledger leaves: sums, and a summary per customer.
struct ShopPass: Sendable {
    let timeline: Timeline
    let plan: CountPlan
    let compared: ComparedPeriods?
    let counts: [Int64]
    let summaries: [CustomerSummary]
    let nets: NetColumn
    let contributions: ContributionRule
    let unidentified: UnidentifiedSales
    let ends: LedgerEnds

    subscript(_ total: Total) -> Int64 { counts[plan.totals + total.rawValue] }

    /// `count` words from `start`.
    func words(_ start: Int, _ count: Int) -> ArraySlice<Int64> { counts[start..<start + count] }

    /// - Parameter sources: The sources whose money is to be told apart, without repeats.
    init(_ ledger: Ledger, options: MetricsOptions, sources: [String]) {
        ends = LedgerEnds(of: ledger, asOf: options.asOf?.number, workers: options.workers)
        // Refunds after the last order are told on its day: nothing is lost, and no period stays empty for them.
        let asOf = options.asOf?.number ?? ends.lastOrder ?? ends.lastDocument ?? 0
        let timeline = Timeline(first: ends.firstOrder ?? asOf, asOf: asOf)
        let lastVisible = options.asOf?.number ?? Int32.max
        let slots = Self.slots(of: sources, in: ledger)
        let nets = NetColumn(count: ledger.customerCount)
        let (input, tally, summaries) = Self.withCodes(of: ledger.dimensions[...]) { codes in
            let input = PassInput(
                ledger: ledger, timeline: timeline,
                longestWindow: min(max(WindowRule.longest, options.windowDays ?? 0), WindowRule.longestGiven),
                lastVisible: lastVisible, codes: codes, slots: slots, hasCosts: !options.costs.isEmpty)
            PassCount.current?.add()
            let (tally, summaries) = ledger.summarized(
                ShopTally(input: input, customers: ledger.customers, nets: nets), workers: options.workers)
            return (input, tally, summaries)
        }
        self.timeline = timeline
        self.summaries = summaries
        self.nets = nets
        plan = input.plan
        compared = timeline.compared
        counts = tally.counts
        contributions = ContributionRule(margin: options.margin, hasOwn: input.hasContributions)
        unidentified = ledger.unidentified
    }

    private static func slots(of sources: [String], in ledger: Ledger) -> [Int32] {
        guard !sources.isEmpty, let column = ledger.dimensions.first(where: { $0.dimension == .source }) else {
            return []
        }
        let keys = sources.map(SourceName.key)
        return column.values.map { value in Int32(keys.firstIndex(of: SourceName.key(value)) ?? -1) }
    }

    /// Lends the memory of the code columns to `body`, one inside the other.
    private static func withCodes<Result>(
        of columns: ArraySlice<DimensionColumn>, _ lent: [UnsafePointer<UInt16>] = [],
        _ body: ([UnsafePointer<UInt16>]) -> Result
    ) -> Result {
        guard let column = columns.first else { return body(lent) }
        return column.codes.withUnsafeBufferPointer { codes in
            // An empty column has no address, and no customer who would look at it.
            guard let address = codes.baseAddress else { return body([]) }
            return withCodes(of: columns.dropFirst(), lent + [address], body)
        }
    }
}
