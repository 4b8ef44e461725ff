// Unsafe memory: columns of `capacity` documents; a shard writes at its own offset, and shards do not overlap.

import Dispatch
import Domain
import Ledger
import Synchronization

/// The ledger's columns while they are written, several shards at once.
struct Columns {
    private let capacity: Int
    private let extras: RowLayout.Extras
    private var days: [Int32] = []
    private var minutes: [UInt16] = []
    private var minorUnits: [Int64] = []
    private var kinds: [OrderKind] = []
    private var contributions: [Int64] = []
    private var lacksGoodsCost: [Bool] = []
    private var codes: [UInt16] = []

    /// - Parameter capacity: How many documents there are.
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
        /// There where `contributions` are.
        let lacksGoodsCost: UnsafeMutableBufferPointer<Bool>?
        /// `capacity` codes a dimension, one dimension after the other.
        let codes: UnsafeMutableBufferPointer<UInt16>
        let dimensionCount: Int

        /// Takes over the first `count` documents of another memory.
        func copy(_ count: Int, from source: Target, to place: Int) {
            guard count > 0 else { return }
            Self.copy(source.days, 0, days, place, count)
            Self.copy(source.minutes, 0, minutes, place, count)
            Self.copy(source.minorUnits, 0, minorUnits, place, count)
            Self.copy(source.kinds, 0, kinds, place, count)
            if let contributions, let others = source.contributions {
                Self.copy(others, 0, contributions, place, count)
            }
            if let lacksGoodsCost, let others = source.lacksGoodsCost {
                Self.copy(others, 0, lacksGoodsCost, place, count)
            }
            for dimension in 0..<dimensionCount {
                Self.copy(source.codes, dimension * source.capacity, codes, dimension * capacity + place, count)
            }
        }

        private static func copy<Element: BitwiseCopyable>(
            _ source: UnsafeMutableBufferPointer<Element>, _ from: Int,
            _ target: UnsafeMutableBufferPointer<Element>, _ to: Int, _ count: Int
        ) {
            guard let source = source.baseAddress, let target = target.baseAddress else { return }
            (target + to).update(from: source + from, count: count)
        }
    }

    /// Lends the memory of all columns to `body`, which writes every document.
    mutating func fill(_ body: (Target) -> Void) {
        let capacity = capacity
        let dimensionCount = extras.dimensions.count
        var minutes: [UInt16] = []
        var minorUnits: [Int64] = []
        var kinds: [OrderKind] = []
        var contributions: [Int64] = []
        var codes: [UInt16] = []
        let contributionCapacity = extras.hasCosts ? capacity : 0
        let lacking = UnsafeMutableBufferPointer<Bool>.allocate(capacity: contributionCapacity)
        lacking.initialize(repeating: false)
        defer { lacking.deallocate() }
        days = Array(unsafeUninitializedCapacity: capacity) { dayMemory, dayCount in
            minutes = Array(unsafeUninitializedCapacity: capacity) { minuteMemory, minuteCount in
                minorUnits = Array(unsafeUninitializedCapacity: capacity) { moneyMemory, moneyCount in
                    kinds = Array(unsafeUninitializedCapacity: capacity) { kindMemory, kindCount in
                        contributions = Array(unsafeUninitializedCapacity: contributionCapacity) { memory, count in
                            codes = Array(unsafeUninitializedCapacity: capacity * dimensionCount) { codeMemory, all in
                                HugePages.advise(dayMemory)
                                HugePages.advise(moneyMemory)
                                HugePages.advise(minuteMemory)
                                HugePages.advise(kindMemory)
                                body(
                                    Target(
                                        capacity: capacity, days: dayMemory, minutes: minuteMemory,
                                        minorUnits: moneyMemory, kinds: kindMemory,
                                        contributions: contributionCapacity > 0 ? memory : nil,
                                        lacksGoodsCost: contributionCapacity > 0 ? lacking : nil, codes: codeMemory,
                                        dimensionCount: dimensionCount))
                                all = capacity * dimensionCount
                            }
                            count = contributionCapacity
                        }
                        kindCount = capacity
                    }
                    moneyCount = capacity
                }
                minuteCount = capacity
            }
            dayCount = capacity
        }
        self.minutes = minutes
        self.minorUnits = minorUnits
        self.kinds = kinds
        self.contributions = contributions
        lacksGoodsCost = lacking.contains(true) ? Array(lacking) : []
        self.codes = codes
    }

    /// The ledger of the columns, with its customers in the shards' order.
    func ledger(
        currency: Currency, shards: [AssembledShard], dimensions: [[String]], unidentified: UnidentifiedSales
    ) -> Ledger {
        // Two lists as long as the base, each made by one core.
        let offsets = Mutex<[Int]>([])
        let customers = Mutex<CustomerTable?>(nil)
        DispatchQueue.concurrentPerform(iterations: 2) { part in
            if part == 0 {
                let made = Self.offsets(shards)
                offsets.withLock { $0 = made }
            } else {
                let made = Self.customers(shards)
                customers.withLock { $0 = made }
            }
        }
        let columns = zip(extras.dimensions, dimensions).enumerated().map { place, pair in
            DimensionColumn(
                dimension: pair.0, values: pair.1, codes: Array(codes[place * capacity..<(place + 1) * capacity]))
        }
        return Ledger(
            currency: currency, days: days, minutes: minutes, minorUnits: minorUnits, kinds: kinds,
            contributions: contributions, lacksGoodsCost: lacksGoodsCost, offsets: offsets.withLock { $0 },
            customers: customers.withLock { $0 } ?? CustomerTable.Builder().build(), dimensions: columns,
            unidentified: unidentified)
    }

    /// Where each customer's documents begin, and where the last one's end.
    private static func offsets(_ shards: [AssembledShard]) -> [Int] {
        let customerCount = shards.reduce(0) { $0 + $1.counts.count }
        return [Int](unsafeUninitializedCapacity: customerCount + 1) { memory, count in
            HugePages.advise(memory)
            var end = 0
            var place = 0
            memory.initializeElement(at: 0, to: 0)
            for shard in shards {
                shard.counts.withUnsafeBufferPointer { counts in
                    for documents in counts {
                        end &+= Int(documents)
                        place &+= 1
                        memory.initializeElement(at: place, to: end)
                    }
                }
            }
            count = place + 1
        }
    }

    private static func customers(_ shards: [AssembledShard]) -> CustomerTable {
        var customers = CustomerTable.Builder()
        customers.reserve(
            shards.reduce(0) { $0 + $1.counts.count }, textBytes: shards.reduce(0) { $0 + $1.texts.bytes.count })
        for shard in shards {
            customers.append(
                keys: shard.keys, textMark: Hashing.textMark, textEnds: shard.texts.ends, bytes: shard.texts.bytes)
        }
        return customers.build()
    }
}
