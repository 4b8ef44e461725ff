import Domain
public import Ledger
import SampleShop

/// The ledger of a generated shop, made in memory: what reading its file would give.
public func sampleLedger(orders count: Int, seed: UInt64) -> Ledger {
    var orders: [GeneratedOrder] = []
    orders.reserveCapacity(count)
    Shop.forEachOrder(count, seed: seed) { order, _ in orders.append(order) }

    // Customers join in the order of their numbers, so the one with the highest number is in the file.
    var offsets = [Int](repeating: 0, count: Int(orders.map(\.customer).max() ?? 0) + 2)
    for order in orders { offsets[Int(order.customer) + 1] += 1 }
    for customer in 1..<offsets.count { offsets[customer] += offsets[customer - 1] }

    var places = offsets
    var days = [Int32](repeating: 0, count: count)
    var minutes = [UInt16](repeating: 0, count: count)
    var money = [Int64](repeating: 0, count: count)
    var kinds = [OrderKind](repeating: .order, count: count)
    let firstDay = Day.number(year: 2021, month: 1, day: 1)
    for order in orders {
        let place = places[Int(order.customer)]
        places[Int(order.customer)] += 1
        days[place] = firstDay + Int32(order.second / 86_400)
        minutes[place] = UInt16(order.second % 86_400 / 60)
        money[place] = Int64(order.cents)
        if order.cents < 0 { kinds[place] = .refund }
    }
    var customers = CustomerTable.Builder()
    customers.reserve(offsets.count - 1)
    for number in 0..<offsets.count - 1 { customers.append(number: UInt64(1_000_000 + number)) }
    guard let euro = Currency("EUR") else { preconditionFailure("EUR is a currency") }
    return Ledger(
        currency: euro, days: days, minutes: minutes, minorUnits: money, kinds: kinds, offsets: offsets,
        customers: customers.build())
}
