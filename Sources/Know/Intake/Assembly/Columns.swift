import Domain
import Ledger

/// The ledger's columns while they are written, several shards at once.
struct Columns {
    private let capacity: Int
    private let extras: RowLayout.Extras
    private var days: [Int32] = []
    private var minutes: [UInt16] = []
    private var minorUnits: [Int64] = []
    private var kinds: [OrderKind] = []
    private var contributions: [Int64] = []
    private var codes: [UInt16] = []
    private var count = 0

    init(capacity: Int, extras: RowLayout.Extras) {
        self.capacity = capacity
        self.extras = extras
    }

    /// The memory that writers fill: places below `capacity`, each by one writer.
    struct Target: @unchecked Sendable {  // writers own disjoint stretches
        let capacity: Int
        let days: UnsafeMutableBufferPointer<Int32>
        let minutes: UnsafeMutableBufferPointer<UInt16>
        let minorUnits: UnsafeMutableBufferPointer<Int64>
        let kinds: UnsafeMutableBufferPointer<OrderKind>
        let contributions: UnsafeMutableBufferPointer<Int64>?
        /// `capacity` codes a dimension, one dimension after the other.
        let codes: UnsafeMutableBufferPointer<UInt16>
        let dimensionCount: Int

        /// Moves documents towards the front.
        func move(from: Int, to: Int, count: Int) {
            guard count > 0, to < from else { return }
            Self.move(days, from, to, count)
            Self.move(minutes, from, to, count)
            Self.move(minorUnits, from, to, count)
            Self.move(kinds, from, to, count)
            if let contributions { Self.move(contributions, from, to, count) }
            for dimension in 0..<dimensionCount {
                Self.move(codes, dimension * capacity + from, dimension * capacity + to, count)
            }
        }

        private static func move<Element: BitwiseCopyable>(
            _ column: UnsafeMutableBufferPointer<Element>, _ from: Int, _ to: Int, _ count: Int
        ) {
            guard let base = column.baseAddress else { return }
            (base + to).update(from: base + from, count: count)
        }
    }

    /// Lends the memory of all columns to `body`, which returns how many documents it wrote.
    mutating func fill(_ body: (Target) -> Int) {
        let capacity = capacity
        let dimensionCount = extras.dimensions.count
        var written = 0
        var minutes: [UInt16] = []
        var minorUnits: [Int64] = []
        var kinds: [OrderKind] = []
        var contributions: [Int64] = []
        var codes: [UInt16] = []
        let contributionCapacity = extras.hasCosts ? capacity : 0
        days = Array(unsafeUninitializedCapacity: capacity) { dayMemory, dayCount in
            minutes = Array(unsafeUninitializedCapacity: capacity) { minuteMemory, minuteCount in
                minorUnits = Array(unsafeUninitializedCapacity: capacity) { moneyMemory, moneyCount in
                    kinds = Array(unsafeUninitializedCapacity: capacity) { kindMemory, kindCount in
                        contributions = Array(unsafeUninitializedCapacity: contributionCapacity) { memory, count in
                            codes = Array(unsafeUninitializedCapacity: capacity * dimensionCount) { codeMemory, all in
                                HugePages.advise(dayMemory)
                                HugePages.advise(moneyMemory)
                                HugePages.advise(minuteMemory)
                                written = body(
                                    Target(
                                        capacity: capacity, days: dayMemory, minutes: minuteMemory,
                                        minorUnits: moneyMemory, kinds: kindMemory,
                                        contributions: contributionCapacity > 0 ? memory : nil, codes: codeMemory,
                                        dimensionCount: dimensionCount))
                                all = codeMemory.count == 0 ? 0 : capacity * dimensionCount
                            }
                            count = contributionCapacity > 0 ? written : 0
                        }
                        kindCount = written
                    }
                    moneyCount = written
                }
                minuteCount = written
            }
            dayCount = written
        }
        self.minutes = minutes
        self.minorUnits = minorUnits
        self.kinds = kinds
        self.contributions = contributions
        self.codes = codes
        count = written
    }

    /// The ledger of the columns, with its customers in the shards' order.
    func ledger(
        currency: Currency, shards: [AssembledShard], dimensions: [[String]], unidentified: UnidentifiedSales
    ) -> Ledger {
        var customers = CustomerTable.Builder()
        var offsets: [Int] = [0]
        let customerCount = shards.reduce(0) { $0 + $1.counts.count }
        offsets.reserveCapacity(customerCount + 1)
        customers.reserve(customerCount)
        var end = 0
        for shard in shards {
            var text = 0
            for (place, documents) in shard.counts.enumerated() {
                end += Int(documents)
                offsets.append(end)
                let key = shard.keys[place]
                if key & Hashing.textMark == 0 {
                    customers.append(number: key)
                } else {
                    customers.append(text: shard.texts[text])
                    text += 1
                }
            }
        }
        let columns = zip(extras.dimensions, dimensions).enumerated().map { place, pair in
            DimensionColumn(
                dimension: pair.0, values: pair.1, codes: Array(codes[place * capacity..<place * capacity + count]))
        }
        return Ledger(
            currency: currency, days: days, minutes: minutes, minorUnits: minorUnits, kinds: kinds,
            contributions: contributions, offsets: offsets, customers: customers.build(), dimensions: columns,
            unidentified: unidentified)
    }
}
