import Domain
import Ledger

/// One simulated customer's documents in time order, with one code a dimension.
struct SimulatedCustomer {
    /// 1…3; the first value has three customers in ten.
    var codes: [Dimension: UInt16] = [:]
    private(set) var documents: [(day: Int, money: Int64, kind: OrderKind)] = []

    init(chance random: inout SeededGenerator) {
        for dimension in Dimension.allCases {
            let draw = ShopSimulation.unit(&random)
            codes[dimension] = draw < 0.3 ? 1 : dimension == .coupon ? 0 : draw < 0.7 ? 2 : 3
        }
    }

    mutating func add(_ day: Int, _ money: Int64, _ kind: OrderKind) { documents.append((day, money, kind)) }
}

/// The columns of a simulated ledger while they grow.
struct Columns {
    private var days: [Int32] = []
    private var money: [Int64] = []
    private var kinds: [OrderKind] = []
    private var offsets = [0]
    private var customers = CustomerTable.Builder()
    private var codes: [Dimension: [UInt16]] = [:]
    private var next: UInt64 = 1

    /// Customers without documents in the file are left out.
    mutating func append(_ customer: SimulatedCustomer) {
        guard !customer.documents.isEmpty else { return }
        for document in customer.documents {
            days.append(ShopSimulation.firstDay.number + Int32(document.day))
            money.append(document.money)
            kinds.append(document.kind)
            for dimension in Dimension.allCases {
                codes[dimension, default: []].append(customer.codes[dimension] ?? 0)
            }
        }
        offsets.append(days.count)
        customers.append(number: next)
        next += 1
    }

    func ledger() -> Ledger {
        Ledger(
            currency: Currency("EUR")!, days: days,
            minutes: Array(repeating: Ledger.noMinute, count: days.count), minorUnits: money, kinds: kinds,
            offsets: offsets, customers: customers.build(),
            dimensions: Dimension.allCases.map { dimension in
                DimensionColumn(
                    dimension: dimension, values: ["", "first", "second", "third"], codes: codes[dimension] ?? [])
            })
    }
}
